import { law, of, type PersonalTable } from "./personal-table.ts";

const withDeployment = "with the agreement that it belongs to";

/** What is kept of those who ask, help and agree. */
export const workTables: readonly PersonalTable[] = [
  of("needs", "What a school asks for, who wrote it, and who looks after it", {
    why: law,
    kept: "as the record of support; words in confidence by the retention rule for them",
    seenBy: "the school, and those to whom it is disclosed step by step",
    people: {
      begun_by: ["id", "urn", "state", "created_at"],
      coordinator_id: ["id", "urn", "state", "created_at"],
    },
    words: {
      writer: "begun_by",
      column: "need",
      paths: ["ask.why", "ask.wantedOutcome", "ask.sensitiveNote"],
    },
    whenErased: "kept",
  }),
  of("attachments", "Who attached or removed a file", {
    why: "A file has a sender",
    kept: "the retention rule for attached files",
    seenBy: "those who see the need",
    people: {
      added_by: ["name", "kind", "bytes", "added_at"],
      removed_by: ["removed_at", "removed_reason"],
    },
    whenErased: "kept",
  }),
  of("shortlists", "Leaders as they were shown to a head", {
    why: "What was seen stays on record",
    kept: "with the need",
    seenBy: "the school, and the partnership’s staff",
    people: { sent_by: ["need_id", "state", "note", "sent_at"] },
    whenErased: "kept",
  }),
  of("rule_overrides", "That a rule was set aside for a leader, and why", {
    why: "Each exception has a reason on record",
    kept: "with the need",
    seenBy: "the partnership’s staff",
    people: {
      person_id: ["need_id", "rules", "made_at"],
      made_by: ["need_id", "rules", "reason", "made_at"],
    },
    whenErased: "kept",
  }),
  of("offers", "That days of a leader were offered, and the answers", {
    why: law,
    kept: "with the day ledger",
    seenBy: "the three sides, and the partnership’s staff",
    people: {
      person_id: ["id", "need_id", "urn", "home_urn", "state", "created_at"],
      made_by: ["id", "state", "note", "override_reason", "created_at"],
    },
    whenErased: "kept",
  }),
  of("deployments", "That a leader works in a school, under which agreement", {
    why: law,
    kept: "seven years from its end, as agreements are",
    seenBy: "the three sides, and the partnership’s staff",
    people: {
      person_id: ["id", "urn", "home_urn", "state", "half_days", "from_on", "to_on", "created_at"],
      made_by: ["id", "state", "created_at"],
    },
    whenErased: "kept",
  }),
  of("agreement_signatures", "Who signed which version, with the name as typed", {
    why: "A signature is evidence of the agreement: it cannot be erased while the agreement stands",
    kept: "seven years from the end of the agreement",
    seenBy: "the three sides, and the partnership’s staff",
    people: { person_id: ["deployment_id", "number", "signatory", "typed_name", "signed_at"] },
    whenErased: "kept",
  }),
  of("visits", "Visits of a leader, and the records of them", {
    why: law,
    kept: "the retention rule for records of visits; the day stays with the ledger",
    seenBy: "the school, the leader, and the partnership’s staff",
    people: { person_id: ["id", "urn", "date", "starts_at", "half_days", "state", "created_at"] },
    words: {
      writer: "person_id",
      column: "visit",
      paths: ["note.seen", "note.progress", "before.seen", "before.progress"],
    },
    whenErased: "kept",
  }),
  of("visit_actions", "What somebody is to do by a day", {
    why: "What was agreed is done",
    kept: "with the visit",
    seenBy: "the school, the leader, and the partnership’s staff",
    people: { owner_id: ["text", "due_on", "done_at"], done_by: ["due_on", "done_at"] },
    whenErased: "kept",
  }),
  of("readings", "Who read a measure", {
    why: "Each figure has its source",
    kept: withDeployment,
    seenBy: "the three sides, and the partnership’s staff",
    people: {
      added_by: ["objective_id", "value", "date", "source", "added_at"],
      taken_back_by: ["taken_back_at", "taken_back_reason"],
    },
    whenErased: "kept",
  }),
  of("mid_point_reviews", "Who held the review half-way", {
    why: law,
    kept: withDeployment,
    seenBy: "the three sides, and the partnership’s staff",
    people: { by: ["held_on", "track", "summary", "change", "at"] },
    whenErased: "kept",
  }),
  of("follow_ups", "Who answered two terms later", {
    why: law,
    kept: withDeployment,
    seenBy: "the three sides, and the partnership’s staff",
    people: { answered_by: ["sustained", "comment", "answered_at"] },
    whenErased: "kept",
  }),
  of("case_studies", "Who wrote a case study and who agreed that it is told", {
    why: "Consent of both sides, which each may take back",
    kept: "until either side takes its consent back",
    seenBy: "the parties until both agree, then everyone with a part in the area",
    people: {
      written_by: ["title", "challenge", "support", "difference", "changed_at"],
      school_consent_by: ["school_consent_at"],
      leader_consent_by: ["leader_consent_at"],
    },
    whenErased: "kept",
  }),
];

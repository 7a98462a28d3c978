import { law, of, staff, type PersonalTable } from "./personal-table.ts";

/** What is kept of leaders. */
export const leaderTables: readonly PersonalTable[] = [
  of("leaders", "That a person leads in other schools, and from which home school", {
    why: law,
    kept: "as long as the deployments that name them",
    seenBy: "everyone with a part in the area",
    people: { person_id: ["area_id", "kind", "home_urn", "organisation_id", "created_at"] },
    whenErased: "kept",
  }),
  of("designations", "Designations with their evidence", {
    why: "To offer only leaders who are designated",
    kept: "as long as the leader’s line; the evidence until the person is erased",
    seenBy: staff,
    people: {
      person_id: ["type", "awarding_body", "from_on", "to_on", "review_due", "evidence", "status"],
    },
    whenErased: { emptied: ["evidence"] },
  }),
  of("leader_expertise", "Areas of expertise with level and evidence", {
    why: "To match a leader with a need",
    kept: "as long as the leader’s line; the evidence until the person is erased",
    seenBy: "those who rank leaders",
    people: { person_id: ["code", "level", "evidence"] },
    whenErased: { emptied: ["evidence"] },
  }),
  of("capacity_lines", "Days that a leader can give in a term", {
    why: law,
    kept: "with the day ledger",
    seenBy: staff,
    people: {
      person_id: [
        "term_id",
        "home_urn",
        "state",
        "supply",
        "confirmed_on",
        "good_until",
        "withdrawn_reason",
      ],
    },
    whenErased: "kept",
  }),
  of("capacity_answers", "What a leader answered when asked for a term", {
    why: "To stop asking",
    kept: "with the day ledger; the note until the person is erased",
    seenBy: staff,
    people: { person_id: ["term_id", "answer", "answered_at", "note"] },
    whenErased: { emptied: ["note"] },
  }),
  of("interests", "What ties a person to a school", {
    why: "To find conflicts of interest",
    kept: "with the register of conflicts; the words until the person is erased",
    seenBy: "the parties, and those who decide",
    people: {
      person_id: ["urn", "kind", "words", "until_on", "declared_at", "withdrawn_at"],
      declared_by: ["declared_at"],
      withdrawn_by: ["withdrawn_at", "withdrawn_reason"],
    },
    whenErased: { emptied: ["words", "withdrawn_reason"] },
  }),
  of("conflicts", "A conflict of interest and what was decided", {
    why: "Public money is given without favour",
    kept: "with the deployments that it is about",
    seenBy: "the parties, those who decide, and the board",
    people: { person_id: ["urn", "kind", "state", "found_at"], found_by: ["found_at"] },
    whenErased: "kept",
  }),
  of("leader_alerts", "That something changed about a leader or the home school", {
    why: "To look again at what was promised",
    kept: "with the deployments of the leader",
    seenBy: "the partnership’s staff",
    people: {
      person_id: ["kind", "raised_at", "handled_at"],
      handled_by: ["handled_at", "handled_words"],
    },
    whenErased: "kept",
  }),
  of("menu_packages", "Packages that a leader offers in a zone", {
    why: "Schools choose from the menu",
    kept: "as long as the menu",
    seenBy: "everyone with a part in the area",
    people: { person_id: ["title", "area", "half_days", "includes", "state", "published_at"] },
    whenErased: "kept",
  }),
  of("menu_interests", "That a school asked for a package, and who sent it", {
    why: "To begin a need from it",
    kept: "as long as the menu",
    seenBy: "the partnership’s staff",
    people: { by: ["package_id", "urn", "since"] },
    whenErased: "kept",
  }),
];

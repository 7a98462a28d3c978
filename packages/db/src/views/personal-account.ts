import { of, type PersonalTable } from "./personal-table.ts";

const account = "as long as the account, then deleted with it";

/** What the account of a person is made of. */
export const accountTables: readonly PersonalTable[] = [
  of("people", "Name, e-mail address, password hash, when last seen", {
    why: "To sign in, and to be named on what one does",
    kept: "until the retention rule for people who left; the row stays, without name and address",
    seenBy: "the person, those who manage accounts, and whoever works with them",
    people: { id: ["id", "name", "email", "last_seen_at", "created_at", "deactivated_at"] },
    whenErased: "kept",
  }),
  of("role_grants", "Which part is played where, from when to when", {
    why: "To decide who may do what",
    kept: "as long as the log names the person’s acts",
    seenBy: "those who manage accounts",
    people: {
      person_id: ["role", "area_id", "zone_id", "urn", "organisation_id", "from_on", "ended_at"],
    },
    whenErased: "kept",
  }),
  of("sessions", "Signed-in devices: when, and which browser", {
    why: "To stay signed in, and to end a device from afar",
    kept: "an hour without use, 12 hours at most",
    seenBy: "the person",
    people: { person_id: ["created_at", "last_used_at", "ends_at", "user_agent"] },
    whenErased: "deleted",
  }),
  of("second_factors", "The sealed secret of an authenticator", {
    why: "To keep parts with wide rights behind a second step",
    kept: account,
    seenBy: "nobody",
    people: { person_id: ["created_at", "confirmed_at"] },
    whenErased: "deleted",
  }),
  of("recovery_codes", "Hashes of recovery codes", {
    why: "For a lost authenticator",
    kept: account,
    seenBy: "nobody",
    people: { person_id: ["used_at"] },
    whenErased: "deleted",
  }),
  of("password_resets", "That a new password was asked for", {
    why: "To set a new password once",
    kept: "30 days",
    seenBy: "nobody",
    people: { person_id: ["created_at", "expires_at", "used_at"] },
    whenErased: "deleted",
  }),
  of("external_identities", "The account at another sign-in service", {
    why: "To sign in with it",
    kept: account,
    seenBy: "the person",
    people: { person_id: ["provider", "issuer", "subject", "linked_at", "last_used_at"] },
    whenErased: "deleted",
  }),
  of("external_sign_ins", "A sign-in that is under way at another service", {
    why: "To come back from there safely",
    kept: "ten minutes",
    seenBy: "nobody",
    people: { person_id: ["provider", "purpose"] },
    whenErased: "deleted",
  }),
  of("invitations", "Name and address of somebody who was invited, and the part", {
    why: "To let them in",
    kept: "the retention rule for invitations, counted from when they are over",
    seenBy: "those who invite",
    people: {
      accepted_by: ["email", "name", "role", "created_at", "accepted_at"],
      invited_by: ["created_at"],
    },
    address: { column: "email", given: ["email", "name", "role", "created_at", "accepted_at"] },
    whenErased: "deleted",
  }),
  of("mail_preferences", "How somebody wants mails", {
    why: "To write as they wish",
    kept: account,
    seenBy: "the person",
    people: { person_id: ["topic", "way", "changed_at"] },
    whenErased: "deleted",
  }),
  of("outbox_mails", "Mails to a person: address and content", {
    why: "To send them once, and to see what did not arrive",
    kept: "the retention rule for sent mails",
    seenBy: "to whom and what about: administrators; what it says: nobody",
    people: {},
    address: {
      column: "recipient",
      given: ["recipient", "template", "created_at", "sent_at", "delivery"],
    },
    whenErased: "deleted",
  }),
  of("answer_links", "That a person was sent a link to answer with", {
    why: "To answer from a mail",
    kept: "the retention rule for answer links",
    seenBy: "nobody",
    people: { person_id: ["purpose", "created_at", "expires_at", "used_at"] },
    whenErased: "deleted",
  }),
  of("calendar_feeds", "A private calendar address, as a hash", {
    why: "To show visits in the person’s calendar",
    kept: account,
    seenBy: "the person",
    people: { person_id: ["created_at", "revoked_at"] },
    whenErased: "deleted",
  }),
  of("need_watches", "Which needs somebody watches", {
    why: "To tell them of changes",
    kept: account,
    seenBy: "the person",
    people: { person_id: ["need_id", "since"] },
    whenErased: "deleted",
  }),
  of("saved_views", "Lists that somebody named", {
    why: "To open them again",
    kept: account,
    seenBy: "the person",
    people: { person_id: ["name", "search", "created_at"] },
    whenErased: "deleted",
  }),
];

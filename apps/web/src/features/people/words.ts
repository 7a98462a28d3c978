import type { Role } from "@alongside/domain/identity";
import { roleWords } from "../session/role-words.ts";

type RoleInPlace = {
  readonly role: Role;
  readonly zoneName?: string | null;
  readonly schoolName?: string | null;
  readonly organisationId?: string | undefined;
};

/** 'Head, Alder School'; the area's own roles need no place. */
export const roleInPlace = (grant: RoleInPlace): string =>
  [roleWords[grant.role], grant.schoolName ?? grant.zoneName].filter((part) => part).join(", ");

/** What is wrong with a line of a file of invitations, by column and fault. */
const faultWords: Readonly<Record<string, string>> = {
  "email missing": "No e-mail address",
  "email not-an-address": "Not an e-mail address",
  "email repeated": "The same invitation is in the file already",
  "email already-invited-or-in-that-part": "Invited already, or in that part already",
  "role missing": "No role",
  "role unknown": "There is no such role",
  "role not-yours-to-give": "You cannot give that role there",
  "urn missing": "This role needs a school: enter its URN",
  "urn not-a-urn": "A URN is 6 figures",
  "urn not-for-this-role": "This role has no school",
  "zone missing": "This role needs a zone",
  "zone unknown": "There is no open zone of that name",
  "zone not-for-this-role": "This role has no zone",
  "organisation unknown": "There is no such organisation here",
  "organisation missing": "This role needs an organisation",
  "organisation not-for-this-role": "This role has no organisation",
  "place not-in-this-area": "That school or zone is not in this area",
};

export const faultsInWords = (faults: Readonly<Record<string, string>>): string =>
  Object.entries(faults)
    .map(([column, fault]) => faultWords[`${column} ${fault}`] ?? `${column}: ${fault}`)
    .join("; ");

export const accessWords: Readonly<Record<string, string>> = {
  "signed-in": "Signed in",
  "sign-in-failed": "Failed to sign in",
  "signed-out": "Signed out",
  "signed-out-everywhere": "Signed out everywhere",
  "device-signed-out": "Signed a device out",
  "second-factor-shown": "Showed the second step",
  "second-factor-failed": "Failed the second step",
  "role-granted": "Role given",
  "role-ended": "Role ended",
  "person-invited": "Invited",
  "person-invited-again": "Invited again",
  "invitation-revoked": "Invitation withdrawn",
  "invitation-accepted": "Invitation accepted",
  "account-made": "Account made",
  "name-changed": "Name changed",
  "person-deactivated": "Account deactivated",
  "person-reactivated": "Account opened again",
  "password-changed": "Password changed",
  "password-reset-requested": "Asked for a new password",
  "second-factor-begun": "Began to set up a second step",
  "second-factor-added": "Set up a second step",
  "second-factor-removed": "Second step removed",
  "recovery-codes-renewed": "Made new recovery codes",
  "external-account-linked": "Linked an account elsewhere",
  "external-account-unlinked": "Unlinked an account elsewhere",
  "people-exported": "Downloaded the list of people",
  "sensitive-read": "Read something sensitive",
  "need-private-words-read": "Read the private words of a need",
  "need-file-read": "Opened a file of a need",
};

export const groupWords = {
  "sign-in": "Sign-ins",
  rights: "Rights",
  account: "Accounts",
  reading: "Reading and downloads",
} as const;

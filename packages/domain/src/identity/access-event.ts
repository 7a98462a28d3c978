/** What the access log tells of: who came in and out, who may do what, whose account changed, who read what is sensitive. */
export const accessKinds = {
  "sign-in": [
    "signed-in",
    "sign-in-failed",
    "signed-out",
    "signed-out-everywhere",
    "device-signed-out",
    "second-factor-shown",
    "second-factor-failed",
  ],
  rights: [
    "role-granted",
    "role-ended",
    "person-invited",
    "person-invited-again",
    "invitation-revoked",
    "invitation-accepted",
  ],
  account: [
    "account-made",
    "name-changed",
    "person-deactivated",
    "person-reactivated",
    "password-changed",
    "password-reset-requested",
    "second-factor-begun",
    "second-factor-added",
    "second-factor-removed",
    "recovery-codes-renewed",
    "external-account-linked",
    "external-account-unlinked",
  ],
  reading: ["people-exported", "sensitive-read", "need-private-words-read", "need-file-read"],
} as const;

export type AccessGroup = keyof typeof accessKinds;
export type AccessKind = (typeof accessKinds)[AccessGroup][number];

const groups: readonly AccessGroup[] = ["sign-in", "rights", "account", "reading"];
export const accessGroups = groups;

export const accessKindsOf = (group: AccessGroup | undefined): readonly AccessKind[] =>
  group === undefined ? groups.flatMap((each) => [...accessKinds[each]]) : accessKinds[group];

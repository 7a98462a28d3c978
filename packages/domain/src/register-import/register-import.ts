export const importKinds = ["gias", "links", "trusts", "ofsted", "outcomes"] as const;
export type ImportKind = (typeof importKinds)[number];

/** A file is checked, then confirmed or set aside; a file that cannot be read is refused at once. */
export const importStates = ["checked", "confirmed", "discarded"] as const;
export type ImportState = (typeof importStates)[number];

export const schoolChangeKinds = ["added", "changed", "closed", "reopened"] as const;
export type SchoolChangeKind = (typeof schoolChangeKinds)[number];

/** A line that was not taken: its number in the file (the header is line 1), and why. */
export type NotTaken = {
  readonly line: number;
  readonly urn: number | null;
  readonly reason: string;
};

/** What a file holds and changes; `lines` counts what comes after the header. */
export type ImportSummary = {
  readonly lines: number;
  readonly taken: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly closed: number;
  readonly notTaken: readonly NotTaken[];
  readonly missingColumns: readonly string[];
};

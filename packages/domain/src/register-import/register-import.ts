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
  /** As the line states it: it may be no URN at all. */
  readonly urn: string | null;
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

/** One school in a list of the preview; `detail` says what changes, such as the old and the new name. */
export type PreviewLine = {
  readonly urn: number;
  readonly name: string;
  readonly detail: string | null;
};

export const previewHeadings = [
  "opened",
  "closed",
  "renamed",
  "moved-trust",
  "academised",
  "other-change",
  "not-in-file",
] as const;
export type PreviewHeading = (typeof previewHeadings)[number];

/** What a file would change, by heading: how many schools in all, and the first of them by name. */
export type ImportPreview = {
  readonly headings: Readonly<
    Partial<
      Record<PreviewHeading, { readonly count: number; readonly first: readonly PreviewLine[] }>
    >
  >;
  /** The register already holds values of a later day than the file's. */
  readonly isOlderThanRegister: boolean;
};

export const emptyPreview: ImportPreview = { headings: {}, isOlderThanRegister: false };

/** What may be attached to a need (Product rules, need: attachments). */
export const attachmentKinds = ["docx", "xlsx", "odt", "pdf", "png", "jpg", "txt", "csv"] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** Bytes of one file: 5 MB. */
export const largestAttachment = 5 * 1024 * 1024;
export const mostAttachments = 10;
export const longestName = 150;

export type AttachmentRefusal =
  /** Its content is none of the kinds, or not the kind that its name says. */
  | { readonly kind: "file-kind-wrong"; readonly found: AttachmentKind | null }
  | { readonly kind: "file-too-large"; readonly most: number }
  | { readonly kind: "file-empty" }
  /** A packed file that would unpack to far more than it is, or that holds a program. */
  | { readonly kind: "file-not-safe" }
  | { readonly kind: "too-many-files"; readonly most: number }
  /** The record is there and the file is not: it was lost, or the folder is not the one it was kept in. */
  | { readonly kind: "file-lost" };

const endings: Readonly<Record<string, AttachmentKind>> = {
  docx: "docx",
  xlsx: "xlsx",
  odt: "odt",
  pdf: "pdf",
  png: "png",
  jpg: "jpg",
  jpeg: "jpg",
  txt: "txt",
  csv: "csv",
};

/** The kind that a file's name says, by its ending. */
export const kindOfName = (name: string): AttachmentKind | undefined => {
  const dot = name.lastIndexOf(".");
  return dot < 1 ? undefined : endings[name.slice(dot + 1).toLowerCase()];
};

/** A name without a path, without control characters and of a length that every system takes; the ending stays. */
export const toFileName = (given: string): string => {
  const last = given.split(/[\\/]/).at(-1) ?? "";
  const clean = last.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069"<>|:*?]/gu, "").trim();
  if (clean.length <= longestName) return clean;
  const dot = clean.lastIndexOf(".");
  const ending = dot < 0 ? "" : clean.slice(dot);
  return `${clean.slice(0, longestName - ending.length)}${ending}`;
};

import type { OtherFormat, RefusalFacts } from "./refusal.ts";

type Sentences = {
  readonly [Kind in RefusalFacts["kind"]]: (facts: Extract<RefusalFacts, { kind: Kind }>) => string;
};

const downloadAgain = "Download it again and choose the new copy.";

const formatSentences: Readonly<Record<OtherFormat, string>> = {
  zip: "This is a zip archive, not a CSV file. Unpack it and choose the CSV file that is inside.",
  xlsx: "This is an Excel workbook, not a CSV file. Choose the CSV file that was downloaded, or save the sheet as ‘CSV UTF-8’.",
  xls: "This is an old Excel workbook, not a CSV file. Choose the CSV file that was downloaded, or save the sheet as ‘CSV UTF-8’.",
  pdf: "This is a PDF, not a CSV file. Choose the CSV file that was downloaded.",
  html: "This is a web page, not a CSV file. The download may have failed or asked for a sign-in: download it again.",
  json: "This is a JSON file, not a CSV file. Choose the CSV file that was downloaded.",
  gzip: "This file was compressed twice. Unpack it once and choose the result.",
  binary: "This is not a text file. Choose the CSV file that was downloaded.",
};

const separatorWords = { semicolon: "semicolons", tab: "tabs", bar: "upright bars" } as const;

const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, 4).map((name) => `‘${name}’`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
};

const sentences: Sentences = {
  empty: () => `The file is empty. ${downloadAgain}`,
  "too-large": ({ limitBytes }) =>
    `The file is larger than ${Math.floor(limitBytes / 1_000_000)} MB when unpacked, so it was not read. Choose a smaller extract.`,
  "broken-gzip": ({ truncated }) =>
    truncated
      ? `The compressed file breaks off before its end. ${downloadAgain}`
      : `The compressed file is damaged and cannot be unpacked. ${downloadAgain}`,
  "other-format": ({ format }) => formatSentences[format],
  "utf-16": () =>
    "The file is saved as UTF-16 (‘Unicode text’). Save it again as ‘CSV UTF-8’, or choose the file as it was downloaded.",
  "unknown-encoding": ({ line, byte }) =>
    `Line ${line} holds a byte (${byte.toString(16).toUpperCase()}) that is neither UTF-8 nor Windows-1252. ${downloadAgain}`,
  "garbled-text": ({ line, sample }) =>
    `Line ${line} holds garbled letters (‘${sample}’): the file was opened and saved with the wrong encoding. ${downloadAgain}`,
  "wrong-separator": ({ separator }) =>
    `The columns are separated by ${separatorWords[separator]}, not commas. Choose the file as it was downloaded, or save it as ‘CSV UTF-8’.`,
  "wrong-columns": ({ missing, looksLike }) =>
    `The file lacks ${missing.length === 1 ? "the column" : "the columns"} ${listed(missing)}.${
      looksLike === null ? " Check that it is the right file." : ` It looks like ${looksLike}.`
    }`,
  "repeated-column": ({ column }) =>
    `The column ‘${column}’ is there more than once, so it is not clear which to read. ${downloadAgain}`,
  "header-only": () => `The file has column names but no lines below them. ${downloadAgain}`,
  "broken-quotes": ({ line }) =>
    `Line ${line} has a quotation mark in the wrong place, so the columns after it cannot be told apart. ${downloadAgain}`,
  "unclosed-quote": ({ line }) =>
    `The file breaks off inside the text that begins on line ${line}. ${downloadAgain}`,
  truncated: ({ line, fields, expected }) =>
    `The file breaks off on line ${line}, which has ${fields} of ${expected} columns. ${downloadAgain}`,
};

const pick = <Kind extends RefusalFacts["kind"]>(
  kind: Kind,
  facts: Extract<RefusalFacts, { kind: Kind }>,
): string => sentences[kind](facts);

/**
 * Calls the sentence that belongs to the kind of the facts. TypeScript cannot follow that `facts.kind` and `facts`
 * belong together; the table's type guarantees that each kind has its own sentence.
 */
export const sentenceFor = (facts: RefusalFacts): string => pick(facts.kind, facts as never);

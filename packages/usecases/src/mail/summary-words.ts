import type { Letter } from "./letter.ts";
import { subjectOf } from "./need-words.ts";
import type { SummaryLine } from "./sort.ts";
import type { LetterMeans } from "./words.ts";

/** Guarantee: only summaries are written with such lines, and they are written from a `SummaryLine` each. */
const linesOf = (text: string): readonly SummaryLine[] => JSON.parse(text) as SummaryLine[];

/** The day's summary: a line for each mail that its reader did not want at once. */
export const summaryLetter = (
  content: Readonly<Record<string, string>>,
  means: LetterMeans,
): Letter => {
  const { name = "", area = "", lines = "[]" } = content;
  const all = linesOf(lines);
  const words = all.map(({ template, reference, path }) => {
    const subject = subjectOf(template) ?? "Something happened";
    return `${subject}${reference === "" ? "" : ` (${reference})`}\n${means.link(path)}`;
  });
  return {
    subject: `Your day in Alongside: ${all.length === 1 ? "1 thing" : `${all.length} things`}`,
    paragraphs: [name === "" ? "Hello" : `Hello ${name}`, `Since yesterday, in ${area}:`, ...words],
    action: { label: "Choose how you are told", address: means.link("/account/mail") },
  };
};

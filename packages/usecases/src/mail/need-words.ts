import { londonDate } from "@alongside/domain/school";
import type { Letter } from "./letter.ts";
import type { LetterMeans } from "./words.ts";

type Content = Readonly<Record<string, string>>;

const sentences: Readonly<Record<string, readonly [subject: string, sentence: string]>> = {
  "need-sent": ["Your support need was sent", "Your support need has reached the coordinator."],
  "need-to-triage": ["A support need waits for you", "A school has sent a support need."],
  "need-question": [
    "A question about your support need",
    "The coordinator asks for a little more.",
  ],
  "need-answered": ["Your question was answered", "The school has answered your question."],
  "need-opened": ["Your support need is open", "The coordinator now looks for the right support."],
  "need-held": ["Your support need is on hold", "The coordinator has put the need on hold."],
  "need-closed": ["A support need is closed", "The support need is closed."],
  "need-reopened": ["A support need is open again", "The support need was opened again."],
};

/** Mails about a need hold its reference and where to read more: no school, no word of the need itself. */
export const needLetter = (
  template: string,
  content: Content,
  means: LetterMeans,
): Letter | undefined => {
  const words = sentences[template];
  if (words === undefined) return undefined;
  const [subject, sentence] = words;
  const { name = "", area = "", reference = "", path = "/", due = "" } = content;
  const urgent = content["urgent"] === "yes" ? "Urgent: " : "";
  const by = due === "" ? [] : [`The next step is due by ${londonDate(Date.parse(due))}.`];
  return {
    subject: `${urgent}${subject}${reference === "" ? "" : ` (${reference})`}`,
    paragraphs: [name === "" ? "Hello" : `Hello ${name}`, `${sentence} Area: ${area}.`, ...by],
    action: { label: "Open it in Alongside", address: means.link(path) },
  };
};

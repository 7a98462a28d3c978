import { agreementSentences } from "./agreement-words.ts";
import { boardSentences } from "./board-words.ts";
import type { Letter } from "./letter.ts";
import { reviewSentences } from "./review-words.ts";
import { roundSentences } from "./round-words.ts";
import { visitSentences } from "./visit-words.ts";
import type { LetterMeans } from "./words.ts";

type Content = Readonly<Record<string, string>>;

const sentences: Readonly<Record<string, readonly [subject: string, sentence: string]>> = {
  ...agreementSentences,
  ...visitSentences,
  ...boardSentences,
  ...reviewSentences,
  ...roundSentences,
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
  "need-shortlist": [
    "Leaders for you to rank",
    "The coordinator has found leaders for your need and asks which you would rather have.",
  ],
  "need-reminder": [
    "Your answer is awaited",
    "The coordinator waits for your answer about your support need.",
  ],
  "need-ranked": ["A school has ranked its leaders", "The school has put your list in order."],
  "offer-sent": ["An offer waits for your answer", "You are asked to give support to a school."],
  "offer-to-release": [
    "Your leader was asked to support a school",
    "One of your school’s leaders has said yes to support another school. Your release is needed.",
  ],
  "offer-to-confirm": [
    "A leader for your school",
    "A leader has said yes to support your school, and the home school agrees. You have the last word.",
  ],
  "offer-due": ["Your answer to an offer is awaited", "An offer still waits for your answer."],
  "offer-asked": ["A leader asks about an offer", "A leader has a question before answering."],
  "offer-answered": [
    "Your question was answered",
    "The coordinator has answered your question about an offer.",
  ],
  "offer-days-proposed": [
    "A leader proposes other days",
    "A leader could give other days than those offered.",
  ],
  "offer-days-taken": [
    "The days that you proposed were taken",
    "The offer has the days that you proposed. Your answer is still awaited.",
  ],
  "offer-days-kept": [
    "The offer stays as it was",
    "The coordinator keeps to the days that were offered. Your answer is still awaited.",
  ],
  "offer-talk-due": [
    "A leader still waits for your word",
    "A leader asked, or proposed other days, and cannot answer before you have.",
  ],
  "capacity-due": [
    "Do your days still stand?",
    "The days that you promised run out soon: until you say that they stand, no school is matched with you after that day.",
  ],
  "term-due": [
    "Could you support a school next term?",
    "You have not said yet whether you can give days next term: yes, maybe or not now is enough.",
  ],
  "triage-due": [
    "A support need still waits for you",
    "A support need has not been looked at yet.",
  ],
  "offer-accepted": ["An offer was accepted", "The leader has said yes; the home school is asked."],
  "offer-released": ["A leader was released", "The home school agrees; the school is asked."],
  "offer-confirmed": ["All sides have said yes", "Leader, home school and school have said yes."],
  "offer-declined": ["An offer was declined", "An offer has come to nothing: it was declined."],
  "offer-expired": ["An offer ran out", "An offer was not answered in time."],
  "offer-withdrawn": ["An offer was withdrawn", "An offer was taken back: nothing more is asked."],
};

const linkLabels: Readonly<Record<string, string>> = {
  "capacity-due": "Look at your days and say that they stand, without signing in",
};

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "Europe/London",
});

/** `2 June 2026`, from an instant. */
const toDay = (instant: string): string => dayFormat.format(Date.parse(instant));

/** Every template that this file has words for. */
export const letterTemplates: readonly string[] = Object.keys(sentences);

/** The subject line of a mail, for lists and summaries; undefined for a template without words. */
export const subjectOf = (template: string): string | undefined => sentences[template]?.[0];

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
  const { sealedToken } = content;
  const open = { label: "Open it in Alongside", address: means.link(path) };
  const urgent = content["urgent"] === "yes" ? "Urgent: " : "";
  const by = due === "" ? [] : [`The next step is due by ${toDay(due)}.`];
  return {
    subject: `${urgent}${subject}${reference === "" ? "" : ` (${reference})`}`,
    paragraphs: [name === "" ? "Hello" : `Hello ${name}`, `${sentence} Area: ${area}.`, ...by],
    ...(sealedToken === undefined
      ? { action: open }
      : {
          action: {
            label: linkLabels[template] ?? "Read the brief and answer, without signing in",
            address: means.link(`/answer/${means.open(sealedToken)}`),
          },
          also: open,
        }),
  };
};

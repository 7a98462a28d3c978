/** What mails about visits and what came of the support say. They tell when and where, and nothing of what was seen. */
export const visitSentences: Readonly<
  Record<string, readonly [subject: string, sentence: string]>
> = {
  "visit-planned": ["A visit was planned", "A support visit was planned."],
  "visit-rescheduled": ["A visit was moved", "A support visit was moved to another time."],
  "visit-cancelled": ["A visit was cancelled", "A support visit was cancelled."],
  "visit-noted": [
    "Is the record of a visit accurate?",
    "The leader has written the record of a visit. Read it, and say whether it is accurate.",
  ],
  "visit-amended": [
    "The record of a visit was put right",
    "The leader has put right the record of a visit. What stood there before stays beside it.",
  ],
  "visit-agreed-accurate": [
    "The record of your visit was agreed",
    "The head has agreed that the record of your visit is accurate.",
  ],
  "visit-marked-inaccurate": [
    "The record of your visit needs putting right",
    "The head says that something in the record of your visit is not right.",
  ],
  "visit-note-due": [
    "The record of your visit is awaited",
    "A visit of yours has no record yet. On a phone it takes five minutes.",
  ],
  "follow-up-to-answer": [
    "Has it lasted?",
    "Two terms ago a piece of support came to its end. Three questions ask what of it is still there.",
  ],
  "evaluation-to-give": [
    "What came of the support?",
    "The work is complete. Say what came of it: the other side sees your answers once it has given its own.",
  ],
  "case-study-to-agree": [
    "A case study waits for your word",
    "A case study of work that you had a part in was written. Nothing is told to others before both sides agree.",
  ],
  "leader-alert-to-handle": [
    "Something has changed around a leader",
    "Something has changed at the own school or in the title of a leader who is promised to schools.",
  ],
};

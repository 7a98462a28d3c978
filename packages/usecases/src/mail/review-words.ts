/** What mails about the termly review and the yearly survey say: that something is asked, and nothing of what was found or answered. */
export const reviewSentences: Readonly<
  Record<string, readonly [subject: string, sentence: string]>
> = {
  "capacity-to-offer": [
    "Could your school give days?",
    "Your zone asks whether your school could give days of support to others. Yes and no both help.",
  ],
  "survey-to-answer": [
    "Two minutes for the yearly survey",
    "Heads are asked how the partnership keeps its commitments. Nobody sees what a single school answers.",
  ],
  "survey-due": [
    "The yearly survey still waits for you",
    "Your answer to the yearly survey has not come in yet. It takes about two minutes.",
  ],
};

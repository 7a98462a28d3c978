/** What mails about brokering rounds say: that a plan waits, and neither a school nor a leader of it. */
export const roundSentences: Readonly<
  Record<string, readonly [subject: string, sentence: string]>
> = {
  "round-to-answer": [
    "A plan for your zone waits for your answer",
    "You are asked as a member of the panel. Say whether you agree: nothing is sent before the panel does.",
  ],
  "round-answer-due": [
    "Your answer to a plan is awaited",
    "You have not yet said whether you agree to the plan for your zone.",
  ],
  "round-answer-late-due": [
    "Your answer to a plan is late",
    "The plan for your zone still waits for your answer. No offer goes out before the panel agrees.",
  ],
  "round-panel-late-due": [
    "A panel has not answered",
    "The day by which you asked a panel to answer is past. Ask the members, note what they agreed where they met, or take the plan back.",
  ],
  "round-taken-back": [
    "A plan for your zone was taken back",
    "Nothing is asked of you now: the plan is being changed. You hear from us when there is another.",
  ],
  "round-to-publish": [
    "A panel has agreed to your plan",
    "Every member has agreed. You can publish: the offers go out and the days are held.",
  ],
  "round-to-change": [
    "A panel asks for another plan",
    "A member of the panel asks for another plan and says why. Change it, solve it again and ask once more.",
  ],
};

/** What mails about boards say. They tell that something waits and where, and nothing of what was said or decided. */
export const boardSentences: Readonly<
  Record<string, readonly [subject: string, sentence: string]>
> = {
  "meeting-planned": ["A meeting was planned", "A meeting of a board of yours was planned."],
  "meeting-changed": ["A meeting was moved", "A meeting of a board of yours was moved."],
  "meeting-cancelled": ["A meeting was cancelled", "A meeting of a board of yours was cancelled."],
  "minutes-to-approve": [
    "Minutes wait for your approval",
    "The minutes of a meeting that you chair are written. Read them, and approve them when they are right.",
  ],
  "board-pack-to-read": [
    "The pack of your meeting is out",
    "The figures and papers of your next meeting were frozen and can be read now.",
  ],
  "board-action-to-do": [
    "A board asks something of you",
    "A meeting has asked something of you, by the day below.",
  ],
  "board-action-due": [
    "What a board asked of you is due soon",
    "An action of yours is still open.",
  ],
  "board-action-late-due": [
    "What a board asked of you is late",
    "An action of yours is open after its day. Say what came of it, or do it now.",
  ],
};

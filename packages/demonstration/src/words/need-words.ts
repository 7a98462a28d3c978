/** Why a need was put in its band. */
export const bandReasons = {
  1: "Weak in the termly review in four areas, and an inspection is near",
  2: "Causing concern in one area of the termly review",
  3: "One area needs attention; leaders have a plan",
  4: "The school is secure and wants to be sure",
} as const;

export const closingNotes = {
  met: "All objectives reached; the school goes on by itself",
  "partly-met": "One objective reached, the other is under way; looked at again at follow-up",
  unmet: "No leader could be found in time; the school has turned to its trust and the council",
  withdrawn: "The school has appointed someone of its own",
  duplicate: "The school posted the same need twice",
  escalated: "Handed over to the school effectiveness officer as a concern",
  endedEarly: "The head left and the new head wants to begin afresh",
} as const;

export const holdReasons = [
  "The school waits for the outcome of its inspection",
  "The subject leader is away until after the holidays",
] as const;

export const visitCancellations = {
  illness: "The leader is ill and no day is left before the end of term",
  paused: "The work is paused",
  endedEarly: "The work has ended",
} as const;

export const pauseReason =
  "The building is closed after a burst pipe; lessons are at the church hall";
export const endReason = "The head has left and the acting head asked to stop";

/** How far an objective has come, from hardly to fully. */
export const progressWords = [
  "Agreed what it will look like; nothing to see in lessons yet",
  "Two of the five teachers have begun; the others watch",
  "To be seen in most lessons, not yet in all",
  "Steady now; leaders check it themselves",
] as const;

export const actionWords = [
  "Share the planning format with all year groups",
  "Watch one lesson together and feed back the same day",
  "Put the assessment on one page for governors",
  "Agree who checks books and when",
  "Ring the five families that were not reached",
  "Free the subject leader for one afternoon a week",
] as const;

export const inaccuracies = [
  "It was Year 3, not Year 4, that we looked at, and the deputy was not there.",
  "The action about the timetable was put off, not agreed.",
] as const;

export const evaluationComments = {
  "supported-school": [
    "She knew our children by the second visit. Staff asked for more.",
    "Good help, though the gaps between visits were long.",
    "It was the right work at a hard time.",
  ],
  leader: [
    "The head made room for it each week, and that decided it.",
    "We reached the teachers; the middle leaders need another term.",
    "My own school has learned as much as they have.",
  ],
} as const;

export const followUpComments = {
  kept: "Still in place and checked each half-term",
  partly: "Kept in two year groups; a new teacher needs training",
} as const;

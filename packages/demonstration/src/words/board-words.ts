export const agenda = [
  "Actions from the last meeting",
  "Needs and days this term",
  "Impact of support that ended",
  "Cold spots and recruitment of leaders",
  "Concerns (closed part)",
] as const;

export const decisions = {
  primary: [
    "Phonics comes first in the Harbour zone this term.",
    "Two more days a leader for schools in band 1, from the zone budgets.",
    "Follow-up visits are paid for by the partnership from now on.",
  ],
  secondary: [
    "Behaviour support is offered before a second suspension review.",
    "The boards look at attendance together once a year.",
    "Heads of department may be designated as specialist leaders.",
  ],
  group: [
    "The harbour schools moderate writing together each half-term.",
    "One shared training day on early reading.",
    "The group asks the board for a leader in EAL.",
  ],
} as const;

export const boardActions = {
  primary: [
    "Find a specialist leader for English as an additional language",
    "Report on what follow-ups found two terms on",
    "Write to heads who have not given days this year",
  ],
  secondary: [
    "Agree one form for recording suspensions",
    "Ask the hub for a leader in design and technology",
    "Bring attendance by month to the next meeting",
  ],
  group: [
    "Send round the writing samples before moderation",
    "Book the hall for the training day",
    "Ask small schools which dates suit them",
  ],
} as const;

export const decisionGrounds = [
  { reason: "Most of the needs that wait are there.", figure: "needs-by-zone" },
  { reason: "Schools in the greatest need waited longest.", figure: "time-to-match" },
  { reason: "What was reached has to last beyond the last visit.", figure: "follow-ups" },
] as const;

export const actionNotes = [
  "Done, a term later than asked: nobody was free before.",
  "Done, and told to the members by mail.",
  "Done with the hub.",
] as const;

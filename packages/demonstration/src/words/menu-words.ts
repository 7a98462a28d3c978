/** Support that leaders publish in their zone's menu. */
export const menuWords: Readonly<
  Record<string, { readonly title: string; readonly includes: string }>
> = {
  "phonics-and-early-reading": {
    title: "Phonics health check",
    includes:
      "A morning in Reception and Year 1, a talk with the reading leader, two pages of advice",
  },
  maths: {
    title: "Reasoning in every maths lesson",
    includes: "Two model lessons, planning together, a look at books six weeks on",
  },
  writing: {
    title: "From talk to text",
    includes: "A staff meeting, three lessons taught together, shared moderation",
  },
  "early-years": {
    title: "Talk in the early years",
    includes: "Half a day in the provision and a plan for the outdoor space",
  },
  attendance: {
    title: "The first-day call that works",
    includes: "A visit at nine o’clock, scripts, a look at ten cases",
  },
  behaviour: {
    title: "Calm corridors in six weeks",
    includes: "Two days on site with the pastoral team and a review",
  },
  send: {
    title: "Adapting lessons, not pupils",
    includes: "Four lessons seen, eight plans read, a staff meeting",
  },
  governance: {
    title: "Minutes that show challenge",
    includes: "One meeting watched, one evening of training",
  },
};

/** What a review says of a school, area by area: where it is weak, and where it is strong. No child and no teacher is ever named. */
export const reviewReasons: Readonly<
  Record<string, { readonly weak: readonly string[]; readonly strong: string }>
> = {
  leadership: {
    weak: [
      "Two senior posts are filled for a term only; seen on the visit",
      "The plan has no owner for half of its actions; seen on the visit",
    ],
    strong: "Leaders of other schools come to see how it plans; the coordinator’s visit",
  },
  governance: {
    weak: [
      "Four of eleven governors have resigned; minutes",
      "The board has not looked at results this year; minutes",
    ],
    strong: "The board asks, and writes down what it heard; minutes",
  },
  curriculum: {
    weak: [
      "Subjects other than English and maths are thin in Year 3 and 4; subject visit",
      "The order of topics changes from class to class; subject visit",
    ],
    strong: "A sequence that others have copied; subject visit",
  },
  teaching: {
    weak: [
      "Much depends on three new teachers; lesson visits in two classes",
      "Checks on what was understood come late; lesson visits",
    ],
    strong: "Questions that find out what was understood; lesson visits",
  },
  achievement: {
    weak: [
      "Results fell two years running; published results",
      "Pupils with free meals are far behind; published results",
    ],
    strong: "Well above the area three years running; published results",
  },
  "early-reading": {
    weak: [
      "Groups change too seldom; the phonics check",
      "New staff are not trained in the scheme; the hub’s visit",
    ],
    strong: "Nine in ten meet the standard; the phonics check",
  },
  "send-and-inclusion": {
    weak: [
      "Plans are reviewed late; conversation with the SENCO",
      "The number of pupils with plans has doubled; census",
    ],
    strong: "Families move here for it; conversation with the SENCO",
  },
  "behaviour-and-attendance": {
    weak: [
      "One pupil in five misses a day a fortnight; termly attendance",
      "Suspensions doubled in a year; termly return",
    ],
    strong: "Absence halved in two years; termly attendance",
  },
  capacity: {
    weak: [
      "No leader can be spared before summer; conversation with the head",
      "The school carries two vacancies; conversation with the head",
    ],
    strong: "Two leaders are looking for work beyond the school; conversation with the head",
  },
};

export const reviewNotes = [
  "The chair means to stand down at the end of the term; the head does not know yet",
  "A complaint of several parents is with the trust; wait before offering anything",
  "The head is worn out and would welcome a call from a colleague",
] as const;

/** What heads of the invented area are asked once a year, and how well the partnership does at each: 0 poorly, 1 well. */
export const commitments = [
  { key: "whom-to-ask", text: "We know whom to ask when we need help", ease: 0.85 },
  { key: "in-time", text: "Help comes while it still matters", ease: 0.5 },
  { key: "right-leader", text: "The leader who comes knows our kind of school", ease: 0.75 },
  { key: "our-choice", text: "Nothing about our school is shared without our say", ease: 0.9 },
  { key: "fair", text: "Support goes to the schools that need it most", ease: 0.6 },
  { key: "both-ways", text: "What our own leaders give to others is seen and thanked", ease: 0.4 },
  { key: "makes-a-difference", text: "Support has made a difference to our pupils", ease: 0.65 },
  { key: "time-well-spent", text: "Meetings of the zone are worth our time", ease: 0.45 },
] as const;

export const surveyTitle = "How does the partnership keep its word?";
export const surveyQuestion = "What one thing should the partnership do differently next year?";

export const headsWords = [
  "Answer sooner, even if the answer is no",
  "Tell us in June who is free in September",
  "Fewer forms, please: one page is enough",
  "More leaders who know small schools",
  "The zone meeting could be every other term",
  "Keep going: the phonics visits were the best day of our year",
  "Cover for our leader was never sorted out",
  "Show us what came of the support that others had",
] as const;

/** What concerns are about, how they were taken up and how they ended. No child and no teacher is ever named. */
export const concernTexts = [
  "Two governors resigned in the same week and said why in writing",
  "Results for pupils with free meals fell for a third year",
  "The agreed help was turned down twice",
  "Suspensions doubled and the reasons are not recorded",
  "The budget shows a deficit that the governors had not seen",
  "Parents report that meetings about plans are put off",
] as const;

export const handlings = [
  "The officer met the head and the chair; a plan is to follow",
  "Talked through with the trust’s director of education",
] as const;

export const letters = [
  "Letter after a professional conversation",
  "Letter asking for an action plan, with monitored visits",
  "Formal letter to the responsible body",
] as const;

export const replies = [
  "The school thanks for the meeting and sends its plan",
  "The plan is revised; visits are welcome each month",
] as const;

export const resolutions = [
  "The plan is carried out and the next review found the area secure",
  "New governors are in place and have been trained",
] as const;

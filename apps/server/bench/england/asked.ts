/** What is asked for and offered in the invented country. */
export const areasOfExpertise = [
  "maths",
  "writing",
  "phonics-and-early-reading",
  "attendance",
  "behaviour",
  "send",
  "assessment",
  "eal",
] as const;

export const modes = ["coaching", "diagnostic", "review", "data-analysis"] as const;

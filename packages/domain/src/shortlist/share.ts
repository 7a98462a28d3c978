/** Which of the ways of working that a need asks for a leader offers (Product rules, §3: fit score). */
export const modesShared = (
  asked: readonly string[],
  offered: readonly string[],
): readonly string[] => asked.filter((mode) => offered.includes(mode));

/** The part of the schools at once that a leader has no work with yet: 1 for none, 0 for all (Product rules, §3: fit score). */
export const roomLeft = (schools: number, mostSchools: number): number =>
  mostSchools < 1 ? 0 : Math.max(0, 1 - schools / mostSchools);

import type { Phase, Setting } from "@alongside/domain/school";

export type PlaceFacts = {
  readonly phase: Phase;
  readonly type: string | null;
  readonly lowAge: number | null;
  readonly highAge: number | null;
};

const schoolAge = { from: 4, to: 16 } as const;

const teachesSchoolAge = ({ lowAge, highAge }: PlaceFacts): boolean =>
  lowAge !== null && highAge !== null && lowAge < schoolAge.to && highAge > schoolAge.from;

const notASchool = /children.s centre|higher education|further education|online provider|secure/i;

const settingByType = (type: string): Setting | undefined => {
  if (/pupil referral/i.test(type)) return "pru";
  if (/alternative provision/i.test(type)) return "alternative-provision";
  if (/special/i.test(type)) return "special";
  return notASchool.test(type) ? "other" : undefined;
};

/**
 * What kind of place it is. GIAS gives special schools, PRUs and alternative provision the phase `Not applicable`, so their
 * type decides; any other place without a phase is mainstream when it teaches children of school age.
 */
export const deriveSetting = (facts: PlaceFacts): Setting => {
  const byType = facts.type === null ? undefined : settingByType(facts.type);
  if (byType !== undefined) return byType;
  if (facts.phase !== "not-applicable") return "mainstream";
  return facts.type !== null && teachesSchoolAge(facts) ? "mainstream" : "other";
};

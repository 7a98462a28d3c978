import { invitationOf } from "../code-list/index.ts";
import type { Band } from "../need/index.ts";

/** What a review finds in one area of a school, and why: what it rests on, and where that is known from. */
export type AreaJudgement = {
  /** Code of the list of judgements. */
  readonly judgement: string;
  readonly reason: string;
};

/** By code of the list of review areas; an area that nobody judged has no entry. */
export type Judgements = Readonly<Record<string, AreaJudgement>>;

/** What a review invites: days in the areas that are strong, a need in those that are not secure. */
export type Invitations = {
  readonly capacity: readonly string[];
  readonly need: readonly string[];
};

const areasThatInvite = (judgements: Judgements, what: "capacity" | "need"): readonly string[] =>
  Object.entries(judgements)
    .filter(([, { judgement }]) => invitationOf(judgement) === what)
    .map(([area]) => area);

const countOf = (judgements: Judgements, wanted: string): number =>
  Object.values(judgements).filter(({ judgement }) => judgement === wanted).length;

/** What the judgements of a school invite, area by area (Product rules, code lists: term review). */
export const invitationsOf = (judgements: Judgements): Invitations => ({
  capacity: areasThatInvite(judgements, "capacity"),
  need: areasThatInvite(judgements, "need"),
});

/**
 * The band of need that a review suggests: urgent where two areas or more cause concern, high where one does, targeted where some need
 * attention, universal where none does (Product rules, §3: need bands come from the termly review and the ask).
 */
export const suggestedBand = (judgements: Judgements): Band => {
  const concerns = countOf(judgements, "causing-concern");
  if (concerns > 1) return 1;
  if (concerns === 1) return 2;
  return countOf(judgements, "attention-needed") > 0 ? 3 : 4;
};

export const reviewFilters = ["left", "need", "capacity"] as const;
/** Schools that nobody has judged yet, those that a need is suggested for, those that are asked for days. */
export type ReviewFilter = (typeof reviewFilters)[number];

/** Whether a school stays in a list that is filtered; without a filter all do. */
export const passesReviewFilter = (
  school: { readonly isJudged: boolean; readonly now: { readonly invites: Invitations } | null },
  filter: string | null,
): boolean => {
  const known = reviewFilters.find((each) => each === filter);
  if (known === undefined) return true;
  return known === "left" ? !school.isJudged : (school.now?.invites[known].length ?? 0) > 0;
};

/** What is wrong with judgements, by `judgement-<area>` and `reason-<area>`; empty when nothing is. What invites a need is given a reason. */
export const faultsOfJudgements = (
  judgements: Judgements,
  known: { readonly areas: readonly string[]; readonly judgements: readonly string[] },
): Readonly<Record<string, string>> => {
  const faults: Record<string, string> = {};
  for (const [area, { judgement, reason }] of Object.entries(judgements)) {
    if (!known.areas.includes(area) || !known.judgements.includes(judgement))
      faults[`judgement-${area}`] = "Choose from the list";
    else if (invitationOf(judgement) === "need" && reason.trim() === "")
      faults[`reason-${area}`] = "Say why, and where you know it from";
  }
  return faults;
};

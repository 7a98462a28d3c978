import { isInForce } from "@alongside/domain/code-list";
import type { IsoDate } from "@alongside/domain/school";
import { metresBetween } from "../geography/polygon.ts";
import { zoneAt } from "../geography/zone.ts";
import type { DemonstrationLeader } from "../leader/index.ts";
import { groupOf } from "../person/choice.ts";
import { plans, type SchoolPlan } from "../school/index.ts";
import type { Theme } from "../words/theme.ts";
import { isOffering, publishedHalfDays } from "./capacity.ts";
import type { DemonstrationTerm } from "./term.ts";

const homeOf = (leader: DemonstrationLeader): SchoolPlan | undefined =>
  plans.find(({ urn }) => urn === leader.homeUrn);

/** What is asked of a leader. */
export type Question = {
  readonly plan: SchoolPlan;
  readonly theme: Theme;
  readonly halfDays: number;
  readonly term: DemonstrationTerm;
  readonly today: IsoDate;
};

/** What a leader has promised in a term already. */
export type Load = { readonly halfDays: number; readonly schools: number };

/** What has been given out so far, per leader and term: each promise counted whole, so that nothing is ever oversold. */
export const loadBook = () => {
  const loads = new Map<string, Load>();
  const keyOf = (leader: DemonstrationLeader, term: DemonstrationTerm): string =>
    `${leader.personId} ${term.id}`;
  return {
    of: (leader: DemonstrationLeader, term: DemonstrationTerm): Load =>
      loads.get(keyOf(leader, term)) ?? { halfDays: 0, schools: 0 },
    add: (leader: DemonstrationLeader, { term, halfDays }: Question): void => {
      const load = loads.get(keyOf(leader, term)) ?? { halfDays: 0, schools: 0 };
      loads.set(keyOf(leader, term), {
        halfDays: load.halfDays + halfDays,
        schools: load.schools + 1,
      });
    },
  };
};
export type LoadBook = ReturnType<typeof loadBook>;

const distanceTo = (home: SchoolPlan, plan: SchoolPlan): number =>
  metresBetween(home.point, plan.point);

/** The hard rules of the product, as far as an invented history needs them. */
export const isEligible = (
  leader: DemonstrationLeader,
  question: Question,
  load: Load,
): boolean => {
  const { plan, theme, halfDays, term, today } = question;
  const home = homeOf(leader);
  if (home === undefined || home.urn === plan.urn) return false;
  const usedOn = term.startsOn < today ? term.startsOn : today;
  return (
    leader.expertise.some(({ area }) => area === theme.area) &&
    leader.phaseGroups.includes(groupOf(plan)) &&
    (home.trustCode === null || home.trustCode !== plan.trustCode) &&
    distanceTo(home, plan) <= leader.maxKm * 1000 &&
    leader.designations.some((designation) => isInForce(designation, usedOn)) &&
    isOffering(leader, term, today) &&
    load.schools < leader.maxSchools &&
    load.halfDays + halfDays <= publishedHalfDays(leader)
  );
};

const fitOf = (leader: DemonstrationLeader, { plan, theme }: Question, load: Load): number => {
  const level = leader.expertise.find(({ area }) => area === theme.area)?.level ?? 0;
  const home = homeOf(leader);
  if (home === undefined) return 0;
  const isSameZone = zoneAt(home.point, "primary") === zoneAt(plan.point, "primary");
  return level * 30 + (isSameZone ? 15 : 0) - distanceTo(home, plan) / 1000 - load.schools * 4;
};

/** Leaders who may take it, the best fit first. */
export const candidatesFor = (
  question: Question,
  leaders: readonly DemonstrationLeader[],
  book: LoadBook,
): readonly DemonstrationLeader[] =>
  leaders
    .filter((leader) => isEligible(leader, question, book.of(leader, question.term)))
    .toSorted(
      (one, other) =>
        fitOf(other, question, book.of(other, question.term)) -
        fitOf(one, question, book.of(one, question.term)),
    );

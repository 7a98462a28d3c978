import { phaseGroupOf } from "@alongside/domain/partnership";
import { plans, type SchoolPlan } from "../school/index.ts";
import { phaseOf, settingOf } from "../school/register-words.ts";

export const groupOf = ({ kind }: SchoolPlan) =>
  phaseGroupOf({ phase: phaseOf(kind), setting: settingOf(kind) });

type Group = ReturnType<typeof groupOf>;

const ranked = (group: Group): readonly SchoolPlan[] =>
  plans
    .filter((plan) => groupOf(plan) === group && plan.kind !== "nursery")
    .toSorted((one, other) => other.strength - one.strength || one.urn - other.urn);

const primary = ranked("primary");
const secondary = ranked("secondary");
const special = ranked("special");

/** Schools from which leaders come: the strongest of each group, in the order of their strength. */
export const homeSchools = {
  nationalLeaders: [...primary.slice(0, 1), ...secondary.slice(0, 1), ...special.slice(0, 1)],
  localLeaders: [...primary.slice(1, 7), ...secondary.slice(1, 3), ...special.slice(1, 2)],
  specialists: [...primary.slice(7, 11), ...secondary.slice(3, 5)],
  governors: [...primary.slice(11, 12), ...secondary.slice(5, 6)],
} as const;

/** Schools that ask for help: the weakest of each group, the weakest first. */
export const schoolsInNeed: readonly SchoolPlan[] = [
  ...primary.toReversed().slice(0, 25),
  ...secondary.toReversed().slice(0, 6),
  ...special.toReversed().slice(0, 3),
];

/** Every fourth school in need has nobody who signs in: a coordinator acts for it. */
export const actsForItself = (plan: SchoolPlan): boolean =>
  schoolsInNeed.findIndex(({ urn }) => urn === plan.urn) % 4 !== 3;

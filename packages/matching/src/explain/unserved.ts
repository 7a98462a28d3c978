import {
  type Rule,
  type RuleResult,
  type Standing,
  asksOf,
  checkPair,
  distanceBetween,
} from "../constraints/eligibility.ts";
import { fitOf } from "../fit/fit.ts";
import type { ExplainedAssignment } from "../plan.ts";
import type { Problem, Provider, Request } from "../problem.ts";
import { type Ledger, shortageOf } from "./room.ts";

/** The least that would have to change for one provider to lead. */
export type Change =
  | { readonly kind: "days"; readonly provider: string; readonly days: number }
  | { readonly kind: "school-place"; readonly provider: string; readonly days: number }
  | { readonly kind: "distance"; readonly provider: string; readonly km: number }
  | { readonly kind: "rule"; readonly provider: string; readonly rule: Rule }
  | {
      readonly kind: "swap";
      readonly provider: string;
      readonly gives: string;
      readonly band: number;
    };

export type NearMiss = {
  readonly provider: string;
  readonly km: number;
  readonly fit: number;
  /** Hard rules that stand in the way; empty where only room is lacking. */
  readonly broken: readonly RuleResult[];
  readonly lacksDays: number;
  readonly lacksSchools: number;
};

export type UnservedReason = {
  readonly request: string;
  readonly band: number;
  /** How many providers each rule rules out, and for how many it is the only thing in the way. */
  readonly rules: readonly { readonly rule: Rule; readonly out: number; readonly alone: number }[];
  /** Providers that pass every rule but have no room left. */
  readonly full: number;
  readonly nearest: readonly NearMiss[];
  /** From the smallest up. */
  readonly changes: readonly Change[];
};

export type Scene = {
  readonly problem: Problem;
  readonly standing: Standing;
  readonly ledger: Ledger;
  readonly assignments: readonly ExplainedAssignment[];
};

const round = (km: number): number => Math.round(km * 10) / 10;

const missOf = (scene: Scene, request: Request, provider: Provider): NearMiss => {
  const pair = { request, provider, role: "lead" } as const;
  const results = checkPair({ ...pair, standing: scene.standing });
  const shortage = shortageOf(scene.ledger, pair);
  return {
    provider: provider.id,
    km: round(distanceBetween(request, provider)),
    fit: fitOf(pair, scene.problem.policy.weights),
    broken: results.filter(({ passed }) => !passed),
    lacksDays: shortage.days,
    lacksSchools: shortage.schools,
  };
};

const byNearness = (a: NearMiss, b: NearMiss): number =>
  a.broken.length - b.broken.length ||
  a.lacksDays - b.lacksDays ||
  a.km - b.km ||
  (a.provider < b.provider ? -1 : 1);

/** A placement of the same provider whose days would be enough: the last band first, then the fewest points. */
const swapFor = (scene: Scene, request: Request, miss: NearMiss): Change | undefined => {
  const requests = new Map(scene.problem.requests.map((each) => [each.id, each]));
  const able = scene.assignments
    .filter(({ provider, role }) => provider === miss.provider && role === "lead")
    .flatMap(({ request: id, fit }) => {
      const other = requests.get(id);
      const asked = other === undefined ? undefined : asksOf(other, "lead");
      if (other === undefined || asked === undefined) return [];
      const sameWindow = request.window === "any" || other.window === request.window;
      const enough = miss.lacksDays === 0 || (sameWindow && asked.days >= miss.lacksDays);
      return enough ? [{ other, fit }] : [];
    })
    .sort((a, b) => b.other.band - a.other.band || a.fit - b.fit);
  const [first] = able;
  if (first === undefined) return undefined;
  return { kind: "swap", provider: miss.provider, gives: first.other.id, band: first.other.band };
};

const changesFor = (scene: Scene, request: Request, miss: NearMiss): readonly Change[] => {
  const [only] = miss.broken;
  const { provider } = miss;
  if (miss.broken.length > 1) return [];
  if (only === undefined) {
    const swap = swapFor(scene, request, miss);
    const more: Change =
      miss.lacksSchools > 0
        ? { kind: "school-place", provider, days: miss.lacksDays }
        : { kind: "days", provider, days: miss.lacksDays };
    return swap === undefined ? [more] : [more, swap];
  }
  if (only.rule === "days" || only.rule === "window-days")
    return miss.lacksSchools > 0
      ? [{ kind: "school-place", provider, days: miss.lacksDays }]
      : [{ kind: "days", provider, days: miss.lacksDays }];
  if (miss.lacksDays + miss.lacksSchools > 0) return [];
  if (only.rule === "distance")
    return [{ kind: "distance", provider, km: Math.ceil(only.short * 10) / 10 }];
  return [{ kind: "rule", provider, rule: only.rule }];
};

/** Rough cost of asking for a change: a day more is easier than a swap, a rule is the hardest. */
const sizeOf = (change: Change): number => {
  if (change.kind === "days") return change.days;
  if (change.kind === "school-place") return change.days + 3;
  if (change.kind === "distance") return change.km / 2;
  return change.kind === "swap" ? 20 + 5 * (4 - change.band) : 40;
};

/** Both day rules can fail for one reason; they count as one here. */
const distinctBroken = (broken: readonly RuleResult[]): readonly RuleResult[] =>
  broken.some(({ rule }) => rule === "days")
    ? broken.filter(({ rule }) => rule !== "window-days")
    : broken;

const tally = (misses: readonly NearMiss[]): UnservedReason["rules"] => {
  const counts = new Map<Rule, { out: number; alone: number }>();
  for (const { broken } of misses)
    for (const { rule } of broken) {
      const count = counts.get(rule) ?? { out: 0, alone: 0 };
      count.out++;
      if (broken.length === 1) count.alone++;
      counts.set(rule, count);
    }
  return [...counts]
    .map(([rule, count]) => ({ rule, ...count }))
    .sort((a, b) => b.alone - a.alone || b.out - a.out || (a.rule < b.rule ? -1 : 1));
};

/** Why a request has no lead, who came nearest, and the smallest changes that would serve it. */
export const whyUnserved = (scene: Scene, request: Request): UnservedReason => {
  const misses = scene.problem.providers
    .map((provider) => missOf(scene, request, provider))
    .map((miss) => ({ ...miss, broken: distinctBroken(miss.broken) }))
    .sort(byNearness);
  const changes = misses
    .slice(0, 40)
    .flatMap((miss) => changesFor(scene, request, miss))
    .sort((a, b) => sizeOf(a) - sizeOf(b) || (a.provider < b.provider ? -1 : 1));
  return {
    request: request.id,
    band: request.band,
    rules: tally(misses),
    full: misses.filter(({ broken }) => broken.length === 0).length,
    nearest: misses.slice(0, 5),
    changes: changes.slice(0, 5),
  };
};

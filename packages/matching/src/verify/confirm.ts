import type { Problem, Provider, Request } from "../problem.ts";
import { bestLoad, type Offer } from "./best-load.ts";
import { brokenRule, jobOf, pointsOfPair } from "./pair-rules.ts";
import type { ClaimedGroup, ClaimedStage } from "./read-plan.ts";

const goals = ["band-1", "band-2", "band-3", "band-4", "fit"];
const slack = 1e-3;

type Possible = {
  readonly request: Request;
  readonly provider: Provider;
  readonly role: "lead" | "specialist";
  readonly points: number;
  readonly days: number;
};

export type PossibleByProvider = ReadonlyMap<string, readonly Possible[]>;

/** A specialist may stand beside a lead that does not hold the secondary. */
const leavesRoom = ({ request, provider, role }: Possible): boolean =>
  role === "lead" &&
  jobOf(request, "specialist") !== undefined &&
  !provider.expertise.has(request.secondary ?? "");

/** Every placement that breaks no rule, by provider; a specialist only where some lead leaves room for one. */
export const possiblePlacements = (problem: Problem): PossibleByProvider => {
  const all: Possible[] = [];
  for (const provider of problem.providers)
    for (const request of problem.requests)
      for (const role of ["lead", "specialist"] as const) {
        const pair = { request, provider, role };
        if (brokenRule(pair, problem) !== undefined) continue;
        const days = jobOf(request, role)?.days ?? 0;
        all.push({ ...pair, points: pointsOfPair(pair, problem), days });
      }
  const open = new Set(all.filter(leavesRoom).map(({ request }) => request.id));
  const byProvider = new Map<string, Possible[]>(problem.providers.map(({ id }) => [id, []]));
  for (const placement of all)
    if (placement.role === "lead" || open.has(placement.request.id))
      byProvider.get(placement.provider.id)?.push(placement);
  return byProvider;
};

const worthOf = (placement: Possible, stage: ClaimedStage, at: number): number => {
  const { request, role, points } = placement;
  const goal = goals.indexOf(stage.goal);
  const specialist = stage.specialist[at] ?? 0;
  const base = goal === 4 ? points : Math.max(0, points);
  if (role === "specialist") return base - specialist;
  const counted = goal < 4 && request.band === goal + 1 ? stage.unit : 0;
  const room = leavesRoom(placement) ? specialist : 0;
  return base + counted - (stage.lead[at] ?? 0) + room - (stage.band[request.band - 1] ?? 0);
};

/** Specialists and later bands only take room from a band's leads, so its bound holds without them. */
const mattersTo = (stage: ClaimedStage, { request, role }: Possible): boolean => {
  const goal = goals.indexOf(stage.goal);
  return goal === 4 || (role === "lead" && request.band <= goal + 1);
};

const signFault = (stage: ClaimedStage): string | undefined => {
  if (stage.lead.some((value) => value < 0) || stage.specialist.some((value) => value < 0))
    return "a multiplier has the wrong sign";
  const wrong = stage.holds.findIndex((hold, band) => {
    const value = stage.band[band] ?? 0;
    return hold === "exactly" ? false : hold === "at-least" ? value > 0 : value !== 0;
  });
  return wrong < 0 ? undefined : `the multiplier of band ${wrong + 1} has the wrong sign`;
};

/** A band may be held exactly only once it is proved to be the most; a later band not at all. */
const holdFault = (group: ClaimedGroup, index: number): string | undefined => {
  const stage = group.stages[index];
  const wrong = stage?.holds.findIndex((hold, band) => {
    const earlier = group.stages[band];
    if (hold === "free") return false;
    if (band >= index || earlier === undefined) return true;
    return hold === "exactly" && !(earlier.proved && earlier.bound === stage.served[band]);
  });
  return wrong === undefined || wrong < 0 ? undefined : `band ${wrong + 1} is held without proof`;
};

/** The Lagrangian bound that a stage's multipliers give, in whole units of its goal. */
const boundOf = (
  group: ClaimedGroup,
  stage: ClaimedStage,
  round: { readonly problem: Problem; readonly possible: PossibleByProvider },
): number => {
  const { problem, possible } = round;
  const place = new Map(group.requests.map((id, at) => [id, at]));
  const providers = new Map(problem.providers.map((provider) => [provider.id, provider]));
  let sum = stage.lead.reduce((total, value) => total + value, 0);
  stage.band.forEach((value, band) => (sum += value * (stage.served[band] ?? 0)));
  for (const id of group.providers) {
    const provider = providers.get(id);
    if (provider === undefined) continue;
    const offers: Offer[] = (possible.get(id) ?? [])
      .filter((placement) => mattersTo(stage, placement))
      .map((placement) => ({
        days: placement.days,
        window: placement.request.window,
        worth: worthOf(placement, stage, place.get(placement.request.id) ?? -1),
      }));
    const { days, daysEarly: early, daysLate: late, maxSchools: schools } = provider;
    sum += bestLoad(offers, { days, early, late, schools });
  }
  return Math.floor((sum + slack) / stage.unit);
};

/** Everyone with the fittest lead and the fittest specialist: more than any plan can have. */
const mostPoints = (group: ClaimedGroup, possible: PossibleByProvider): number => {
  const best = new Map<string, number>();
  for (const id of group.providers)
    for (const { request, role, points } of possible.get(id) ?? []) {
      const key = `${role} ${request.id}`;
      best.set(key, Math.max(best.get(key) ?? 0, points));
    }
  return [...best.values()].reduce((sum, points) => sum + points, 0);
};

export type ConfirmedStage = {
  readonly goal: string;
  readonly claimed: number;
  readonly confirmed: number;
};

export type Confirmation = {
  readonly stages: readonly ConfirmedStage[];
  readonly faults: readonly string[];
};

const straysFrom = (group: ClaimedGroup, possible: PossibleByProvider): string | undefined => {
  const inside = new Set(group.requests);
  const mine = new Set(group.providers);
  for (const [provider, placements] of possible)
    for (const { request } of placements)
      if (inside.has(request.id) !== mine.has(provider))
        return `${request.id} and ${provider} could be placed together across groups`;
  return undefined;
};

/** Adds up a group's multipliers anew, stage by stage. A band's bound is also never above the number that ask in it. */
export const confirmGroup = (
  group: ClaimedGroup,
  problem: Problem,
  possible: PossibleByProvider,
): Confirmation => {
  const faults: string[] = [];
  const note = (fault: string | undefined): void => {
    if (fault !== undefined) faults.push(fault);
  };
  note(straysFrom(group, possible));
  if (group.stages.map(({ goal }) => goal).join() !== goals.join()) note("the proof lacks a stage");
  const inside = new Set(group.requests);
  const stages = group.stages.map((stage, index) => {
    note(signFault(stage));
    note(holdFault(group, index));
    const asked = problem.requests.filter(({ id, band }) => inside.has(id) && band === index + 1);
    const most = index === 4 ? mostPoints(group, possible) : asked.length;
    const confirmed = Math.min(most, boundOf(group, stage, { problem, possible }));
    return { goal: stage.goal, claimed: stage.bound, confirmed };
  });
  return { stages, faults };
};

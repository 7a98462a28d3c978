import type { Plan } from "../plan.ts";
import type { Problem, Request } from "../problem.ts";
import { entry } from "../solve/cells.ts";
import type { Model } from "../solve/model.ts";
import { type PriceBook, type RecruitRoom, priceBookOf, recruitWorth } from "./recruit-worth.ts";

/** Who to recruit: a kind of leader that the round lacks, and what it would unlock. */
export type Recruit = {
  readonly expertise: string;
  readonly zone: string;
  readonly phase: string;
  /** Schools left out that ask for it. */
  readonly unserved: number;
  /** Providers that hold it, serve the phase and could come, room or not. */
  readonly eligible: number;
  readonly daysAsked: number;
  /** Leads by band that a provider of this kind with enough days would add at once. */
  readonly unlocks: readonly [number, number, number, number];
  /** Leads by band that the proof's shadow prices allow it to add at most, by the moves of others too. */
  readonly worth: readonly [number, number, number, number];
  readonly room: RecruitRoom;
};

const keyOf = ({ primary, zone, phase }: Request): string => `${primary}\n${zone}\n${phase}`;

const eligibleCounts = (problem: Problem, model: Model): ReadonlyMap<string, number> =>
  new Map(problem.requests.map(({ id }, at) => [id, entry(model.leadsOfRequest, at).length]));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Room for all of a kind that were left out, in the middle of where they are. */
const roomFor = (asking: readonly Request[]): RecruitRoom => {
  const x = mean(asking.map((each) => each.x));
  const y = mean(asking.map((each) => each.y));
  const furthest = Math.max(...asking.map((each) => Math.hypot(each.x - x, each.y - y)));
  return {
    x,
    y,
    km: Math.ceil(furthest) + 1,
    days: asking.reduce((sum, { days }) => sum + days, 0),
    schools: asking.length,
  };
};

const recruitFor = (
  asking: readonly Request[],
  at: { readonly book: PriceBook; readonly eligible: ReadonlyMap<string, number> },
): Recruit => {
  const { primary: expertise, zone, phase } = entry(asking, 0);
  const room = roomFor(asking);
  const inBand = (band: number) => asking.filter((request) => request.band === band).length;
  return {
    expertise,
    zone,
    phase,
    unserved: asking.length,
    eligible: Math.max(...asking.map(({ id }) => at.eligible.get(id) ?? 0)),
    daysAsked: room.days,
    unlocks: [inBand(1), inBand(2), inBand(3), inBand(4)],
    worth: recruitWorth(at.book, { expertise, phase, room }),
    room,
  };
};

/** By need, worth in tenths of a lead; where the prices say the same, what is sure decides. */
const moreWorth = (a: Recruit, b: Recruit): number => {
  const rank = ({ worth, unlocks }: Recruit) => [
    ...worth.map((leads) => Math.round(10 * leads)),
    ...unlocks,
  ];
  const [own, other] = [rank(a), rank(b)];
  const at = own.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (other[at] ?? 0) - (own[at] ?? 0);
};

/**
 * What to recruit by expertise, zone and phase, for those who were left out. Ranked by the proof's shadow prices: what a leader of the
 * kind is worth to the whole plan, band by band, not only to the schools that ask for it.
 */
export const recruitAdvice = (problem: Problem, plan: Plan, model: Model): readonly Recruit[] => {
  const left = new Set(plan.unserved);
  const groups = new Map<string, Request[]>();
  for (const request of problem.requests) {
    if (!left.has(request.id)) continue;
    const group = groups.get(keyOf(request));
    if (group === undefined) groups.set(keyOf(request), [request]);
    else group.push(request);
  }
  const at = { book: priceBookOf(problem, plan), eligible: eligibleCounts(problem, model) };
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, asking]) => recruitFor(asking, at))
    .sort(moreWorth);
};

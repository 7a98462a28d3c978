import type { GroupProof, Plan, StageProof } from "../plan.ts";
import type { Problem, Request } from "../problem.ts";

/** The leader that a piece of advice speaks of, so that anyone can add one and solve again. The days are free of windows. */
export type RecruitRoom = {
  readonly x: number;
  readonly y: number;
  readonly km: number;
  readonly days: number;
  readonly schools: number;
};

type Recruiting = {
  readonly expertise: string;
  readonly phase: string;
  readonly room: RecruitRoom;
};

/** The proof's shadow prices, to be asked by request. */
export type PriceBook = {
  readonly problem: Problem;
  readonly placeOf: ReadonlyMap<string, { readonly group: GroupProof; readonly at: number }>;
  readonly pinned: ReadonlySet<string>;
  /** Points that no recruit's lead can exceed. */
  readonly mostFit: number;
};

export const priceBookOf = (problem: Problem, plan: Plan): PriceBook => {
  const { level, secondary, impact, sameZone, sameLa, distance, providerPref } =
    problem.policy.weights;
  const near = Math.max(sameZone, sameLa);
  return {
    problem,
    placeOf: new Map(
      plan.certificate.flatMap((group) =>
        group.requests.map((id, at) => [id, { group, at }] as const),
      ),
    ),
    pinned: new Set(problem.pins.map(({ request }) => request)),
    mostFit: level + secondary + impact + near + distance + providerPref,
  };
};

const priceIn = (stage: StageProof, at: number, band: number): number =>
  (stage.lead[at] ?? 0) + (stage.band[band - 1] ?? 0);

/** What a recruit's lead at the request adds to the stage of a band beyond the request's price there; in leads of the band. */
const netWorth = (book: PriceBook, request: Request, band: number): number => {
  const counts = request.band === band ? 1 : 0;
  const known = book.placeOf.get(request.id);
  const stage = known?.group.stages[band - 1];
  if (known === undefined || stage === undefined) return counts;
  return counts + (book.mostFit - priceIn(stage, known.at, request.band)) / stage.unit;
};

const couldLead = (book: PriceBook, { expertise, phase, room }: Recruiting, request: Request) =>
  request.primary === expertise &&
  request.phase === phase &&
  request.days <= room.days &&
  !book.pinned.has(request.id) &&
  Math.hypot(request.x - room.x, request.y - room.y) <= room.km;

type Wish = { readonly days: number; readonly worth: number };

/** The most worth that fits into the recruit's days and schools (Bellman 1957). */
const bestLoad = (wishes: readonly Wish[], room: RecruitRoom): number => {
  const table = Array.from({ length: room.schools + 1 }, () => new Float64Array(room.days + 1));
  for (const { days, worth } of wishes)
    for (let count = room.schools; count >= 1; count--)
      for (let used = room.days; used >= days; used--) {
        const row = table[count];
        const taken = (table[count - 1]?.[used - days] ?? 0) + worth;
        if (row !== undefined && taken > (row[used] ?? 0)) row[used] = taken;
      }
  return table[room.schools]?.[room.days] ?? 0;
};

/**
 * The shadow price of a recruit: for each band, how many more leads the bound allows once such a leader joins, the earlier bands served
 * as before. No plan can gain more in the first band that gains; what is sure stands in `unlocks`.
 */
export const recruitWorth = (
  book: PriceBook,
  recruiting: Recruiting,
): readonly [number, number, number, number] => {
  const within = book.problem.requests.filter((request) => couldLead(book, recruiting, request));
  const inBand = (band: number): number => {
    const wishes = within
      .filter((request) => request.band <= band)
      .map((request) => ({ days: request.days, worth: netWorth(book, request, band) }))
      .filter(({ worth }) => worth > 0);
    return Math.round(1000 * bestLoad(wishes, recruiting.room)) / 1000;
  };
  return [inBand(1), inBand(2), inBand(3), inBand(4)];
};

import { expect, it } from "vitest";
import { problemFrom } from "../../test/tiny-round.ts";
import { whole } from "./cells.ts";
import { emptyDraft } from "./draft.ts";
import { searchNeighbourhoods } from "./large-neighbourhood.ts";
import { buildModel } from "./model.ts";
import { clockOf } from "./options.ts";
import { newCounters } from "./pursuit.ts";
import { startOfSearch, wantedBy } from "./wanted.ts";

const at = (number: number) => `${String(number).padStart(3, "0")}`;

const schoolAt = (number: number) => ({
  id: `R${at(number)}`,
  urn: 1000 + number,
  la: "A",
  zone: "Z",
  phase: "primary",
  x: 100 * number,
  y: 0,
  band: 1 + (number % 4),
  days: 2,
  window: "any",
  primary: "maths",
});

const leaderAt = (number: number) => ({
  id: `P${at(number)}`,
  kind: "LLE",
  urn: 5000 + number,
  la: "A",
  zone: "Z",
  phases: ["primary"],
  x: 100 * number + 1,
  y: 0,
  expertise: { maths: 2 },
  impact: 50,
  days: 4,
  daysEarly: 4,
  daysLate: 4,
  maxSchools: 1,
  maxKm: 10,
  fitToSupport: true,
});

/** Every school in a place of its own with one leader beside it; the bands are 1 to 4 by turns. */
const lonePairs = (count: number) =>
  buildModel(
    problemFrom({
      format: "brokering-round/1",
      name: "lone pairs",
      requests: Array.from({ length: count }, (_, number) => schoolAt(number)),
      providers: Array.from({ length: count }, (_, number) => leaderAt(number)),
    }),
  );

/** The multipliers of every band's rung, with these prices for the schools' places. */
const rungsWith = (prices: readonly number[]) =>
  Array.from({ length: 4 }, () => Float64Array.from(prices));

it("wants the greatest need first, then the dearest, then the lower number, and nobody whose place costs next to nothing", () => {
  const model = lonePairs(8);
  const wanted = wantedBy(model, rungsWith([0.3, 0.9, 0.5, 0.5, 0.8, 0.1, 0.01, 0.5]));
  expect(wanted).toEqual([4, 0, 1, 5, 2, 3, 7]);
});

it("reads a school's price on the rung of its own band", () => {
  const model = lonePairs(4);
  const [first, second, third, fourth] = [0, 1, 2, 3].map((own) =>
    Float64Array.from({ length: 4 }, (_, band) => (band === own ? 1 : 0)),
  );
  const rungs = [first, second, third, fourth].flatMap((rung) =>
    rung === undefined ? [] : [rung],
  );
  expect(wantedBy(model, rungs)).toEqual([0, 1, 2, 3]);
  expect(wantedBy(model, rungs.toReversed())).toEqual([]);
});

/** Which request each neighbourhood of one provider was about. */
const triedWith = (count: number, wanted: readonly number[]): readonly number[] => {
  const model = lonePairs(count);
  const tried: number[] = [];
  const pursuit = {
    model,
    clock: clockOf({}),
    best: emptyDraft(model),
    isPart: false,
    previous: new Uint8Array(model.itemCount),
    remake: (part: { readonly model: { readonly east: Float64Array } }) => {
      tried.push(Math.round(((part.model.east[0] ?? 0) - 1) / 100));
      return [];
    },
    linearSolver: undefined,
    tell: () => {},
    counters: newCounters(),
  };
  searchNeighbourhoods(pursuit, { rounds: 400, providers: 1, isEnough: () => false, wanted });
  return tried;
};

const shareOf = (tried: readonly number[], requests: readonly number[]): number =>
  tried.filter((request) => requests.includes(request)).length / tried.length;

it("starts about half of the neighbourhoods from a school that is wanted and unserved", () => {
  expect(shareOf(triedWith(40, [7]), [7])).toBeGreaterThan(0.4);
  expect(shareOf(triedWith(40, []), [7])).toBeLessThan(0.1);
});

it("tries the most wanted dozen before the rest of those wanted", () => {
  const wanted = Array.from({ length: 40 }, (_, place) => 39 - place);
  expect(shareOf(triedWith(40, wanted), wanted.slice(0, 12))).toBeGreaterThan(0.5);
});

it("goes on from the dive where it is worth more in all, though it lost one lead of the greatest need", () => {
  const model = lonePairs(1);
  const plan = (value: readonly number[]) => ({
    ...emptyDraft(model),
    value: Float64Array.from(value),
  });
  const listed = plan([10, 20, 30, 40, 5000]);
  const farBetter = plan([9, 30, 30, 40, 5000]);
  const hardlyBetter = plan([9, 21, 30, 40, 5000]);
  expect(startOfSearch(listed, farBetter)).toBe(farBetter);
  expect(startOfSearch(listed, hardlyBetter)).toBe(listed);
  expect(whole(startOfSearch(listed, plan([10, 20, 30, 40, 5000])).leadOf, 0)).toBe(-1);
});

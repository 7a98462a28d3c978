import {
  balancesOf,
  breachesOf,
  emptyBalances,
  post,
  type Balances,
  toCapacityLineId,
  type CapacityLineId,
} from "@alongside/domain/capacity";
import { dateOf, instantOf, windows, type Instant } from "@alongside/domain/calendar";
import { toDeploymentId } from "@alongside/domain/deployment";
import { toOfferId } from "@alongside/domain/offer";
import { toVisitId } from "@alongside/domain/visit";
import { recordNewCapacityLine } from "@alongside/db/stores/capacity";
import { listEntries } from "@alongside/db/views/ledger";
import { ledgerBalances, ledgerHolds } from "@alongside/db/schema";
import { keepFigure, sized } from "@alongside/testkit";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { RefusedError } from "../context/index.ts";
import { places } from "../identity/world.ts";
import { postMovement, type TimelessMovement } from "./ledger.ts";
import { lena, offering, openSupplyWorld, spring, type SupplyWorld } from "./supply-world.ts";

const hour = 3_600_000;
/** 10,000 operations where the figures of the promises are measured. */
const histories = sized(12, 40);
const length = 250;

let world: SupplyWorld;
beforeEach(async () => {
  world = await openSupplyWorld();
});
afterEach(() => world.drop());

type Draft = (later: (hours: number) => Instant) => TimelessMovement;

const id = (most: number) => fc.integer({ min: 1, max: most });
const offer = id(4).map((number) => toOfferId(`offer-${number}`));
const deployment = id(4).map((number) => toDeploymentId(`deployment-${number}`));
const visit = id(6).map((number) => toVisitId(`visit-${number}`));
const halfDays = fc.integer({ min: 1, max: 4 });
const hours = fc.integer({ min: 1, max: 80 });
const half = fc.integer({ min: 0, max: 6 });

const always =
  <Each extends TimelessMovement>(movement: Each): Draft =>
  () =>
    movement;

const draft: fc.Arbitrary<Draft> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc
      .record({ halfDays: fc.integer({ min: 6, max: 12 }), early: half, late: half })
      .map((each) => always({ type: "publish", ...each })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ halfDays, early: fc.constantFrom(0, 1), late: fc.constantFrom(0, 1) })
      .map((each) => always({ type: "withdraw", ...each })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ offer, halfDays, window: fc.constantFrom(...windows), lasts: hours })
      .map(({ lasts, ...each }): Draft => (later) => ({
        type: "hold",
        ...each,
        until: later(lasts),
      })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ offer, lasts: hours }).map((each): Draft => (later) => ({
      type: "renew-hold",
      offer: each.offer,
      until: later(each.lasts),
    })),
  },
  { weight: 1, arbitrary: offer.map((each) => always({ type: "release-hold", offer: each })) },
  {
    weight: 3,
    arbitrary: fc
      .record({ offer, deployment, halfDays })
      .map((each) => always({ type: "commit", ...each })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ deployment, visit, halfDays: fc.constantFrom(1, 2) })
      .map((each) => always({ type: "book", ...each })),
  },
  { weight: 1, arbitrary: visit.map((each) => always({ type: "unbook", visit: each })) },
  {
    weight: 3,
    arbitrary: fc
      .record({ visit, halfDays: fc.constantFrom(1, 2) })
      .map((each) => always({ type: "deliver", ...each })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ deployment, change: fc.integer({ min: -3, max: 3 }) })
      .map((each) => always({ type: "amend", ...each })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ deployment, halfDays })
      .map((each) => always({ type: "release", ...each })),
  },
);

/** Posts in a transaction of its own; the kind of a refusal, or `posted`. */
const store = async (line: CapacityLineId, movement: TimelessMovement): Promise<string> => {
  try {
    await world.database.write((tx) =>
      postMovement(world.officer, tx, { capacityLine: line, movement }),
    );
    return "posted";
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal.kind;
    throw error;
  }
};

/** What the triggers have added up, in the shape of the sums of the rules. */
const keptSums = async (line: CapacityLineId) => {
  const { read } = world.database;
  const sums = (await read.select().from(ledgerBalances)).find(({ lineId }) => lineId === line);
  if (sums === undefined) throw new Error(`nothing was added up for ${line}`);
  const holds = (await read.select().from(ledgerHolds)).filter(({ lineId }) => lineId === line);
  const { lineId: _line, earlyMost, earlyTaken, lateMost, lateTaken, ...accounts } = sums;
  return {
    accounts,
    halves: {
      early: { most: earlyMost, taken: earlyTaken },
      late: { most: lateMost, taken: lateTaken },
    },
    holds: new Map(
      holds.map(({ offerId, halfDays: held, window, until }) => [
        offerId,
        { halfDays: held, window, until },
      ]),
    ),
  };
};

const term = {
  academicYear: "2025-26",
  season: "spring",
  startsOn: dateOf(2026, 1, 5),
  halfOn: dateOf(2026, 2, 23),
  endsOn: dateOf(2026, 3, 27),
} as const;

/** A line whose book is empty; withdrawn, so that a leader may have any number of them. */
const emptyLine = async (name: string): Promise<CapacityLineId> => {
  const id = toCapacityLineId(name);
  const changedAt = instantOf(world.now());
  const supply = { ...offering, release: null };
  const line = { id, leader: lena, term, supply, reason: "For the test", withdrawnAt: changedAt };
  await world.database.write((tx) =>
    recordNewCapacityLine(
      tx,
      { state: "withdrawn", ...line },
      { areaId: world.area.id, termId: spring, homeUrn: places.alder, changedAt },
    ),
  );
  return id;
};

it("the stored ledger does as the rules do, over random histories, and every sum agrees", async () => {
  const outcomes = new Map<string, number>();
  for (let each = 0; each < histories; each += 1) {
    const line = await emptyLine(`line-${each}`);
    let balances: Balances = emptyBalances;
    const history = fc.sample(fc.tuple(draft, fc.integer({ min: 0, max: 4 })), {
      numRuns: length,
      seed: 20_260_105 + each,
    });
    for (const [make, pass] of history) {
      world.pass(pass * hour);
      const at = instantOf(world.now());
      const movement = make((ahead) => instantOf(world.now() + ahead * hour));
      const expected = post(balances, { ...movement, at });
      const outcome = await store(line, movement);
      expect(outcome).toBe(expected.ok ? "posted" : expected.refusal.kind);
      if (expected.ok) balances = expected.value.balances;
      const name = `${movement.type} ${outcome}`;
      outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
    }
    const entries = await listEntries(world.database.read, line);
    expect(balancesOf(entries)).toEqual(balances);
    expect(breachesOf(balances)).toEqual([]);
    const { accounts, halves, holds } = balances;
    expect(await keptSums(line)).toEqual({ accounts, halves, holds });
  }
  const total = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  expect(total).toBe(histories * length);
  const posted = [...outcomes].filter(([name]) => name.endsWith(" posted"));
  keepFigure(
    "durability.histories",
    `${total} operations in ${histories} random histories, ${posted.reduce((sum, [, count]) => sum + count, 0)} of them posted, 0 that differ from the rules, no account below zero, every sum agrees`,
  );
  for (const type of [
    "hold",
    "commit",
    "book",
    "deliver",
    "unbook",
    "amend",
    "release",
    "withdraw",
  ])
    expect([type, outcomes.get(`${type} posted`) ?? 0]).toSatisfy(
      ([, times]: [string, number]) => times > 5,
    );
}, 400_000);

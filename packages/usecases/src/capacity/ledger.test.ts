import { balancesOf, breachesOf, type CapacityLineId } from "@alongside/domain/capacity";
import { instantOf } from "@alongside/domain/calendar";
import { toDeploymentId } from "@alongside/domain/deployment";
import { toOfferId } from "@alongside/domain/offer";
import { toVisitId } from "@alongside/domain/visit";
import { listEntries } from "@alongside/db/views/ledger";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refusalOf } from "../identity/world.ts";
import {
  amendDays,
  bookDays,
  commitDays,
  deliverDays,
  giveUpDays,
  holdDays,
  listCapacity,
  readBalances,
  releaseHold,
  renewHold,
  unbookDays,
} from "./index.ts";
import { offering, openSupplyWorld, spring, type SupplyWorld } from "./supply-world.ts";

const day = 86_400_000;
const [offer, deployment, visit] = [toOfferId("o1"), toDeploymentId("d1"), toVisitId("v1")];

let world: SupplyWorld;
let capacityLine: CapacityLineId;
beforeEach(async () => {
  world = await openSupplyWorld();
  const whole = { ...offering, earlyHalfDays: 12, lateHalfDays: 12 };
  capacityLine = (await world.publish(world.leader, { offering: whole })).id;
});
afterEach(() => world.drop());

const inDays = (days: number) => instantOf(world.now() + days * day);

type Hold = Partial<Parameters<typeof holdDays>[2]>;
const hold = (more: Hold = {}) =>
  world.database.write((tx) =>
    holdDays(world.officer, tx, {
      area: world.area,
      capacityLine,
      offer,
      halfDays: 4,
      window: "any",
      until: inDays(7),
      ...more,
    }),
  );

/** Runs one function of the ledger in a transaction of its own, on the one line. */
const run = <Given extends object>(
  work: (
    ctx: SupplyWorld["officer"],
    tx: Parameters<Parameters<SupplyWorld["database"]["write"]>[0]>[0],
    given: Given & { capacityLine: CapacityLineId },
  ) => Promise<unknown>,
  given: Given,
) => world.database.write((tx) => work(world.officer, tx, { capacityLine, ...given }));

const accounts = async () => (await readBalances(world.database.read, capacityLine)).accounts;

describe("the book of a line", () => {
  it("follows days from the offer to the visit", async () => {
    await hold();
    await run(renewHold, { offer, until: inDays(14) });
    await run(commitDays, { offer, deployment, halfDays: 3 });
    await run(amendDays, { deployment, change: 2 });
    await run(bookDays, { deployment, visit, halfDays: 2 });
    await run(deliverDays, { visit, halfDays: 1 });
    await run(giveUpDays, { deployment, halfDays: 1 });
    expect(await accounts()).toEqual({
      leader: -12,
      published: 7,
      held: 0,
      committed: 3,
      booked: 0,
      delivered: 1,
      released: 1,
    });
  });

  it("gives a cancelled visit's days back to the work, and a declined offer's to the leader", async () => {
    await hold();
    await run(commitDays, { offer, deployment, halfDays: 4 });
    await run(bookDays, { deployment, visit, halfDays: 2 });
    await run(unbookDays, { visit });
    await hold({ offer: toOfferId("o2"), halfDays: 8 });
    await run(releaseHold, { offer: toOfferId("o2") });
    expect(await accounts()).toMatchObject({ published: 8, held: 0, committed: 4, booked: 0 });
  });

  it("refuses what would oversell, each time with its facts, and keeps nothing of it", async () => {
    await hold({ halfDays: 10 });
    expect(await refusalOf(() => hold({ offer: toOfferId("o2"), halfDays: 3 }))).toEqual({
      kind: "not-enough-days",
      account: "published",
      wanted: 3,
      left: 2,
    });
    expect(await refusalOf(() => hold())).toEqual({ kind: "already-held", offer });
    const other = toOfferId("o3");
    const kinds = await Promise.all(
      [
        () => run(releaseHold, { offer: other }),
        () => run(renewHold, { offer: other, until: inDays(2) }),
        () => run(commitDays, { offer: other, deployment, halfDays: 1 }),
        () => run(commitDays, { offer, deployment, halfDays: 11 }),
        () => run(bookDays, { deployment, visit, halfDays: 1 }),
        () => run(deliverDays, { visit, halfDays: 1 }),
        () => run(unbookDays, { visit }),
        () => hold({ offer: other, halfDays: 1, until: instantOf(world.now()) }),
        () => hold({ offer: other, halfDays: 0 }),
      ].map(async (work) => (await refusalOf(work)).kind),
    );
    expect(kinds).toEqual([
      "not-held",
      "not-held",
      "not-held",
      "not-enough-days",
      "not-committed",
      "not-booked",
      "not-booked",
      "hold-not-ahead",
      "not-half-days",
    ]);
    expect(await world.movements(capacityLine)).toEqual([
      ["publish", 12],
      ["hold", 10],
    ]);
  });

  it("holds no more in a half of the term than that half may take", async () => {
    await world.publish(world.leader, { version: 1 });
    await hold({ halfDays: 5, window: "early" });
    expect(
      await refusalOf(() => hold({ offer: toOfferId("o2"), halfDays: 2, window: "early" })),
    ).toEqual({ kind: "window-full", window: "early", wanted: 2, left: 1 });
    await hold({ offer: toOfferId("o2"), halfDays: 2, window: "late" });
  });

  it("frees a hold whose time ran out for the next offer, and writes that down first", async () => {
    await hold({ halfDays: 12 });
    world.pass(8 * day);
    const { leaders } = await listCapacity(world.officer, world.area, { termId: spring });
    expect(leaders[0]?.days).toMatchObject({ free: 12, held: 0 });
    await hold({ offer: toOfferId("o2"), halfDays: 12 });
    expect(await world.movements(capacityLine)).toEqual([
      ["publish", 12],
      ["hold", 12],
      ["release-hold", 12],
      ["hold", 12],
    ]);
    expect(await refusalOf(() => run(renewHold, { offer, until: inDays(3) }))).toEqual({
      kind: "not-held",
      offer,
    });
  });

  it("holds nothing on days that are past their good day, or only a maybe, or another area's", async () => {
    expect(await refusalOf(() => hold({ area: world.there }))).toEqual({ kind: "not-found" });
    world.pass(26 * day);
    expect(await refusalOf(() => hold())).toEqual({
      kind: "capacity-not-current",
      goodUntil: "2026-03-27",
    });
    const maybe = await world.publish(world.leader, { termId: "t-summer", answer: "maybe" });
    expect(await refusalOf(() => hold({ capacityLine: maybe.id }))).toEqual({
      kind: "capacity-not-current",
      goodUntil: null,
    });
  });

  it("says who made each entry, in which request, for whom and why", async () => {
    await run(
      (ctx, tx, given: { capacityLine: CapacityLineId }) =>
        holdDays({ ...ctx, onBehalfOf: "school 900002" }, tx, {
          ...given,
          area: world.area,
          offer,
          halfDays: 2,
          window: "any",
          until: inDays(7),
          reason: "Offer O-0001",
        }),
      {},
    );
    const { rows } = await world.database.client.execute(
      "SELECT actor, on_behalf_of, request_id, reason FROM ledger_entries ORDER BY seq DESC LIMIT 1",
    );
    expect(rows).toMatchObject([
      { actor: "ollie", on_behalf_of: "school 900002", request_id: "r1", reason: "Offer O-0001" },
    ]);
  });
});

describe("the last days of a line", () => {
  it("go to exactly as many of a thousand offers at once as there are half-days", async () => {
    await hold({ offer: toOfferId("before"), halfDays: 5 });
    const results = await Promise.allSettled(
      Array.from({ length: 1_000 }, (_, each) =>
        hold({ offer: toOfferId(`offer-${each}`), halfDays: 1 }),
      ),
    );
    const won = results.filter(({ status }) => status === "fulfilled");
    expect(won).toHaveLength(7);
    for (const result of results) {
      if (result.status === "rejected")
        expect(result).toMatchObject({ reason: { refusal: { kind: "not-enough-days", left: 0 } } });
    }
    const balances = balancesOf(await listEntries(world.database.read, capacityLine));
    expect(breachesOf(balances)).toEqual([]);
    expect(balances.accounts).toMatchObject({ published: 0, held: 12 });
  });
});

describe("the database", () => {
  const write = (sql: string) => world.database.client.execute(sql);

  it("refuses to change or take away an entry", async () => {
    await expect(write("UPDATE ledger_entries SET half_days = 99")).rejects.toThrow(
      "never changed",
    );
    await expect(write("DELETE FROM ledger_entries")).rejects.toThrow("never deleted");
  });

  it("refuses an entry that the rules would never make: overselling, negative, or past a half", async () => {
    const insert = (halfDays: string, window: string) =>
      write(`INSERT INTO ledger_entries (line_id, at, movement, from_account, to_account, half_days, window,
        early_change, late_change, actor, request_id)
        VALUES ('${capacityLine}', '', 'hold', 'published', 'held', ${halfDays}, '${window}', 0, 0, 'x', 'x')`);
    await expect(insert("13", "any")).rejects.toThrow("never_negative");
    await expect(insert("-1", "any")).rejects.toThrow("whole");
    await expect(insert("0.5", "any")).rejects.toThrow("whole");
    await world.publish(world.leader, { version: 1 });
    await expect(insert("7", "early")).rejects.toThrow("within_halves");
  });
});

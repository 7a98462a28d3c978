import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dateOf } from "@alongside/domain/calendar";
import { toId, type PersonId } from "@alongside/domain/identity";
import { handleConcern, raiseConcernAbout, resolveConcern } from "../concern/index.ts";
import { places, refusalOf } from "../identity/world.ts";
import type { AskChanges } from "../need/index.ts";
import { openMatchWorld, type MatchWorld } from "./match-world.ts";
import {
  bringBackRule,
  compareLeaders,
  mapShortlist,
  setRuleAside,
  shortlistFor,
} from "./index.ts";
import type { ShortlistQuestion } from "./shortlist.ts";

let world: MatchWorld;
beforeEach(async () => {
  world = await openMatchWorld();
});
afterEach(() => world.drop());

const area = "phonics-and-early-reading";
const atLevel = (level: 1 | 2 | 3) => ({ areas: [{ area, level, evidence: "Schools" }] });
const asks = (needId: ShortlistQuestion["needId"], question: Partial<ShortlistQuestion> = {}) =>
  shortlistFor(world.coordinator, world.area, { needId, ...question });

/** Three who fit: Ann near the top, Ben with fewer days, Cat at a lower level; and Dan, who offers another phase. */
const openChoice = async (changes?: AskChanges) => {
  await world.addLeader("Ann", { offering: { halfDays: 16, earlyHalfDays: 16, lateHalfDays: 16 } });
  await world.addLeader("Ben", { offering: { halfDays: 12, earlyHalfDays: 12, lateHalfDays: 12 } });
  await world.addLeader("Cat", { offering: atLevel(1) });
  await world.addLeader("Dan", { offering: { phases: ["secondary"] } });
  return (await world.openedNeed(changes)).id;
};

describe("a shortlist is narrowed", () => {
  it("by zone, kind, distance, days and level, and keeps each one's rank", async () => {
    const needId = await openChoice();
    const names = async (question: Partial<ShortlistQuestion>) =>
      (await asks(needId, question)).ranked.map(({ name, rank }) => `${rank} ${name}`);
    expect(await names({})).toEqual(["1 Ann", "2 Ben", "3 Cat"]);
    expect(await names({ zones: [places.east] })).toEqual(["1 Ann", "2 Ben", "3 Cat"]);
    expect(await names({ zones: [places.north] })).toEqual([]);
    expect(await names({ kinds: ["lle", "nle"] })).toHaveLength(3);
    expect(await names({ kinds: ["nle"] })).toEqual([]);
    expect(await names({ mostKm: 5 })).toHaveLength(3);
    expect(await names({ mostKm: 4 })).toEqual([]);
    expect(await names({ leastHalfDays: 16 })).toEqual(["1 Ann", "3 Cat"]);
    expect(await names({ leastLevel: 2 })).toEqual(["1 Ann", "2 Ben"]);
  });

  it("narrows those who are left out as well, and says how many there are in all", async () => {
    const needId = await openChoice();
    const list = await asks(needId, { leastLevel: 2, leastHalfDays: 13, limit: 1 });
    expect(list).toMatchObject({ total: 1, fitting: 3, excludedTotal: 1 });
    expect((await asks(needId, { kinds: ["nle"] })).excludedTotal).toBe(0);
  });

  it("sorts every way, and pages", async () => {
    const needId = await openChoice();
    const names = async (question: Partial<ShortlistQuestion>) =>
      (await asks(needId, question)).ranked.map(({ name }) => name);
    expect(await names({ sort: "days" })).toEqual(["Cat", "Ann", "Ben"]);
    expect(await names({ sort: "days", isDescending: true })).toEqual(["Ben", "Ann", "Cat"]);
    expect(await names({ sort: "level" })).toEqual(["Ann", "Ben", "Cat"]);
    expect(await names({ sort: "name", isDescending: true })).toEqual(["Cat", "Ben", "Ann"]);
    expect(await names({ sort: "distance" })).toEqual(["Ann", "Ben", "Cat"]);
    expect(await names({ offset: 1, limit: 1 })).toEqual(["Ben"]);
  });

  it("folds those who are left out by their one rule, several rules last, and opens one fold", async () => {
    const needId = await openChoice();
    for (const name of ["E1", "E2", "E3", "E4", "E5", "E6"]) {
      await world.addLeader(name, { offering: { mostKm: 1 } });
    }
    await world.addLeader("Far", { offering: { mostKm: 1, phases: ["secondary"] } });
    const { excluded } = await asks(needId);
    expect(excluded.map(({ fold, count }) => [fold, count])).toEqual([
      ["phase", 1],
      ["distance", 6],
      ["several", 1],
    ]);
    expect(excluded[1]?.candidates).toHaveLength(5);
    const open = await asks(needId, { open: "distance" });
    expect(open.excluded[1]?.candidates).toHaveLength(6);
  });
});

describe("leaders side by side", () => {
  it("are those who were named, in that order, left out or not", async () => {
    const needId = await openChoice();
    const people = ["dan", "ann"].map((id) => toId<PersonId>(id));
    const { leaders } = await compareLeaders(world.coordinator, world.area, { needId, people });
    expect(leaders.map(({ name, failed }) => [name, failed.length])).toEqual([
      ["Dan", 1],
      ["Ann", 0],
    ]);
    expect(leaders[0]?.rules.filter(({ passed }) => !passed)).toMatchObject([{ rule: "phase" }]);
  });

  it("are nobody of another area, and no more than a list holds", async () => {
    const needId = await openChoice();
    const compare = (names: readonly string[]) =>
      refusalOf(() =>
        compareLeaders(world.coordinator, world.area, {
          needId,
          people: names.map((id) => toId<PersonId>(id)),
        }),
      );
    expect(await compare(["ann", "nobody"])).toEqual({ kind: "not-found" });
    expect(await compare(["a", "b", "c", "d", "e", "f", "g"])).toEqual({
      kind: "list-length",
      given: 7,
    });
  });
});

it("a map of a shortlist says where everybody is, narrowed as the list is", async () => {
  const needId = await openChoice();
  const map = await mapShortlist(world.coordinator, world.area, { needId, leastLevel: 2 });
  expect(map.place).toEqual({ easting: 500000, northing: 300000 });
  expect(map.ranked.map(({ name, easting }) => [name, easting])).toEqual([
    ["Ann", 503000],
    ["Ben", 503000],
  ]);
  expect(map.excluded.map(({ name }) => name)).toEqual(["Dan"]);
});

describe("a home school", () => {
  it("keeps its leader out when its release ends before the work begins, unless a coordinator sets that aside", async () => {
    const { line } = await world.addLeader("Lena");
    await world.database.client.execute({
      sql: "UPDATE capacity_lines SET supply = json_set(supply, '$.release', json(?)) WHERE id = ?",
      args: [JSON.stringify({ halfDays: 20, until: "2026-03-10" }), line],
    });
    const { id: needId } = await world.openedNeed();
    const { excluded } = await asks(needId);
    expect(excluded).toMatchObject([
      {
        fold: "home-release",
        candidates: [
          {
            mayBeSetAside: true,
            failed: [{ sentence: "The home school’s release ended on 10 March 2026" }],
            condition: "the home school let the days go for longer",
          },
        ],
      },
    ]);
    const sooner = await world.openedNeed({ earliest: dateOf(2026, 3, 9) });
    expect((await asks(sooner.id)).ranked).toHaveLength(1);
  });

  it("keeps its leader while a concern about it is open, and no page, log or mail of brokering tells why", async () => {
    const { officer, coordinator, area } = world;
    await world.addLeader("Lena");
    const { id: needId } = await world.openedNeed();
    const personId = toId<PersonId>("lena");
    const text = "Two governors resigned";
    const concern = await raiseConcernAbout(officer, area, { urn: places.beech, text });
    const list = await asks(needId);
    expect(list).toMatchObject({
      ranked: [],
      excluded: [
        {
          fold: "home-release",
          candidates: [
            {
              mayBeSetAside: true,
              failed: [{ sentence: "The home school cannot let the leader go at the moment" }],
              condition: "the home school let the leader go",
            },
          ],
        },
      ],
    });
    const reason = "Its head and the officer agreed";
    await setRuleAside(coordinator, area, { needId, personId, reason });
    const pages = [list, await asks(needId), await world.events("rule-set-aside")];
    expect(JSON.stringify(pages)).not.toMatch(/concern|governors/i);
    expect((await asks(needId)).ranked).toMatchObject([{ name: "Lena", override: { reason } }]);
    await bringBackRule(coordinator, area, { needId, personId });
    const taken = await handleConcern(officer, area, { ...concern, handling: "Met" });
    expect((await asks(needId)).ranked).toEqual([]);
    await resolveConcern(officer, area, { ...taken, resolution: "Settled" });
    expect((await asks(needId)).ranked).toMatchObject([{ name: "Lena", failed: [] }]);
  });

  it("takes back what was set aside before it had to keep its leader: that was about something else", async () => {
    const { officer, coordinator, area } = world;
    const { line } = await world.addLeader("Lena");
    await world.database.client.execute({
      sql: "UPDATE capacity_lines SET supply = json_set(supply, '$.release', json(?)) WHERE id = ?",
      args: [JSON.stringify({ halfDays: 20, until: "2026-03-10" }), line],
    });
    const { id: needId } = await world.openedNeed();
    const aside = { needId, personId: toId<PersonId>("lena"), reason: "Said yes by telephone" };
    await setRuleAside(coordinator, area, aside);
    world.pass(60_000);
    await raiseConcernAbout(officer, area, { urn: places.beech, text: "Two governors resigned" });
    expect((await asks(needId)).ranked).toEqual([]);
    await setRuleAside(coordinator, area, { ...aside, reason: "Agreed with the officer" });
    expect((await asks(needId)).ranked).toMatchObject([
      { name: "Lena", override: { reason: "Agreed with the officer" } },
    ]);
  });
});

describe("setting a rule aside", () => {
  const reason = "Knows the school, and drives anyway";
  const lena = toId<PersonId>("lena");
  const far = () => world.addLeader("Lena", { offering: { mostKm: 4 } });

  it("puts the leader into the list with the reason beside it, for this need alone, until it is brought back", async () => {
    await far();
    const { id: needId } = await world.openedNeed();
    const other = await world.openedNeed();
    const pair = { needId, personId: lena };
    await setRuleAside(world.coordinator, world.area, { ...pair, reason: ` ${reason} ` });
    const { ranked, excluded } = await asks(needId);
    expect(excluded).toEqual([]);
    expect(ranked).toMatchObject([
      { name: "Lena", override: { reason, by: "Cora" }, failed: [], mayBeSetAside: false },
    ]);
    expect(ranked[0]?.rules.filter(({ isSetAside }) => isSetAside)).toMatchObject([
      { rule: "distance", passed: false },
    ]);
    expect((await asks(other.id)).ranked).toEqual([]);
    const [event] = await world.events("rule-set-aside");
    expect(event).toMatchObject({
      actor: "cora",
      entityId: needId,
      payload: { leader: "lena", rules: ["distance"], reason },
    });
    await bringBackRule(world.coordinator, world.area, pair);
    expect((await asks(needId)).ranked).toEqual([]);
    expect(await world.events("rule-brought-back")).toHaveLength(1);
    expect(await refusalOf(() => bringBackRule(world.coordinator, world.area, pair))).toEqual({
      kind: "not-found",
    });
  });

  it("is refused without a reason, twice, and where one of the rules may not be", async () => {
    await far();
    await world.addLeader("Busy", { offering: { mostKm: 4, phases: ["secondary"] } });
    const { id: needId } = await world.openedNeed();
    const aside = (personId: PersonId, why: string) =>
      setRuleAside(world.coordinator, world.area, { needId, personId, reason: why });
    expect(await refusalOf(() => aside(lena, "  "))).toEqual({
      kind: "words-needed",
      field: "reason",
    });
    expect(await refusalOf(() => aside(toId<PersonId>("busy"), reason))).toEqual({
      kind: "rules-broken",
      rules: ["phase", "distance"],
      isOverridable: false,
    });
    expect(await refusalOf(() => aside(toId<PersonId>("nobody"), reason))).toEqual({
      kind: "not-found",
    });
    const both = await Promise.allSettled([aside(lena, reason), aside(lena, reason)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await refusalOf(() => aside(lena, reason))).toMatchObject({ kind: "already-exists" });
  });

  it("is nobody’s but theirs who triage the need", async () => {
    await far();
    const { id: needId } = await world.openedNeed();
    const pair = { needId, personId: lena };
    for (const ctx of [world.head, world.staff, world.administrator]) {
      for (const act of [
        () => setRuleAside(ctx, world.area, { ...pair, reason }),
        () => bringBackRule(ctx, world.area, pair),
        () => compareLeaders(ctx, world.area, { needId, people: [lena] }),
        () => mapShortlist(ctx, world.area, { needId }),
      ]) {
        expect(await refusalOf(act)).toEqual({ kind: "not-allowed" });
      }
    }
  });
});

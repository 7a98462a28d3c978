import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultFitWeights } from "@alongside/domain/partnership";
import { toCapacityLineId } from "@alongside/domain/capacity";
import { toNeedId } from "@alongside/domain/need";
import type { Context } from "../context/index.ts";
import { places, refusalOf } from "../identity/world.ts";
import {
  adjustRound,
  compareRuns,
  createRound,
  getRound,
  listRounds,
  publishRound,
  replayRun,
  rescopeRound,
  roundChoices,
  showMethod,
  showNeedInRun,
  showPlan,
  showRepair,
  showScope,
  showSolving,
  solveRound,
  stopSolving,
  tryByHand,
} from "./index.ts";
import { daysOf, openRoundWorld, schools, type RoundWorld } from "./round-world.ts";

let world: RoundWorld;
beforeEach(async () => {
  world = await openRoundWorld();
});
afterEach(() => world.database.drop());

const kindOf = async (work: () => Promise<unknown>): Promise<string> =>
  (await refusalOf(work)).kind;

const stranger = (name: string): Context => {
  const found = world.strangers[name];
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};

/** Two needs and one leader with days for one of them: the greater need must win. */
const tight = async () => {
  const lesser = await world.needOf(schools.dogwood, { band: 3 });
  const greater = await world.needOf(schools.gorse, { band: 1 });
  const lena = await world.addLeader("Lena", { offering: daysOf(12) });
  return { lesser, greater, lena };
};

describe("a round", () => {
  it("begins with every open need of its zones for the term, and every line in date", async () => {
    const { lesser, greater, lena } = await tight();
    await world.needOf(schools.elm, {
      changes: { earliest: world.nextTerm.earliest, wantedBy: world.nextTerm.wantedBy },
    });
    await world.addLeader("Otto", { offering: daysOf(4) });
    await world.database.client.execute(
      "UPDATE capacity_lines SET good_until = '2026-03-01' WHERE person_id = 'otto'",
    );
    const { id } = await world.begun();
    const scope = await showScope(world.coordinator, world.area, id);
    const chosen = scope.needs.filter(({ isChosen }) => isChosen).map((need) => need.id);
    expect(chosen.toSorted()).toEqual([lesser.id, greater.id].toSorted());
    expect(scope.needs).toHaveLength(3);
    expect(scope.lines.filter(({ isChosen }) => isChosen).map((line) => line.id)).toEqual([
      lena.line,
    ]);
    expect(scope).toMatchObject({
      demand: { needs: 2, halfDays: 24, reachable: 2 },
      supply: { leaders: 1, halfDays: 12, places: 2 },
    });
    expect(scope.byBand.map(({ needs, reachable }) => [needs, reachable])).toEqual([
      [1, 1],
      [0, 0],
      [1, 1],
      [0, 0],
    ]);
    expect(scope.byExpertise).toMatchObject([{ needs: 2, asked: 24, leaders: 1, free: 12 }]);
    const [event] = await world.events("round-begun");
    expect(event).toMatchObject({ actor: "cora", entity: "round", entityId: id, areaId: "here" });
  });

  it("is begun by whoever coordinates all of its zones, an officer or an administrator, and by nobody else", async () => {
    const input = { name: "R", termId: "t-spring", zones: [places.north] };
    for (const ctx of [world.coordinator, world.officer, world.administrator])
      expect(await createRound(ctx, world.area, input)).toMatchObject({ state: "draft" });
    for (const ctx of [world.head, ...Object.values(world.strangers)])
      expect(await kindOf(() => createRound(ctx, world.area, input))).toBe("not-found");
    const zones = [places.north, places.east];
    for (const more of [zones, []]) {
      const wide = { ...input, zones: more };
      expect(await kindOf(() => createRound(world.coordinator, world.area, wide))).toBe(
        "not-found",
      );
      expect(await createRound(world.officer, world.area, wide)).toMatchObject({ version: 1 });
    }
  });

  it("is refused without a name, for a term or a zone of another area, and for a closed zone", async () => {
    const input = { name: "R", termId: "t-spring", zones: [] };
    const { officer, area } = world;
    expect(await kindOf(() => createRound(officer, area, { ...input, name: " " }))).toBe(
      "invalid-input",
    );
    expect(await kindOf(() => createRound(officer, area, { ...input, termId: "t-there" }))).toBe(
      "not-found",
    );
    for (const zone of [places.south, places.shut])
      expect(await kindOf(() => createRound(officer, area, { ...input, zones: [zone] }))).toBe(
        "not-found",
      );
  });

  it("answers not-found to everyone who may not run it, whatever they ask", async () => {
    const { greater } = await tight();
    const round = await world.begun();
    const solved = await solveRound(world.coordinator, world.area, round);
    const { id } = round;
    const need = greater.id;
    const asks: readonly ((ctx: Context) => Promise<unknown>)[] = [
      (ctx) => getRound(ctx, world.area, id),
      (ctx) => showScope(ctx, world.area, id),
      (ctx) => showPlan(ctx, world.area, { id }),
      (ctx) => showMethod(ctx, world.area, { id }),
      (ctx) => showNeedInRun(ctx, world.area, { id, need }),
      (ctx) => compareRuns(ctx, world.area, { id, one: 1, other: 1 }),
      (ctx) => replayRun(ctx, world.area, { id, run: 1 }),
      (ctx) => showRepair(ctx, world.area, id),
      (ctx) => showSolving(ctx, world.area, id),
      (ctx) => stopSolving(ctx, world.area, id),
      (ctx) => solveRound(ctx, world.area, solved),
      (ctx) => publishRound(ctx, world.area, solved),
    ];
    for (const ask of asks) {
      for (const ctx of [world.head, ...Object.values(world.strangers)])
        expect(await kindOf(() => ask(ctx))).toBe("not-found");
    }
    expect(await kindOf(() => listRounds(world.head, world.area))).toBe("not-found");
    expect(await kindOf(() => roundChoices(stranger("a leader"), world.area))).toBe("not-found");
    const other = stranger("the coordinator of another zone");
    expect(await listRounds(other, world.area)).toMatchObject({ mayBegin: true, rounds: [] });
    expect((await listRounds(world.officer, world.area)).rounds).toHaveLength(1);
    const there = { ...world.area, id: places.there };
    expect(await kindOf(() => getRound(world.officer, there, id))).toBe("not-found");
  });
});

describe("the choice of needs and days", () => {
  it("is made anew, keeps every run, and drops the pins of needs that are taken out", async () => {
    const { lesser, greater, lena } = await tight();
    const round = await world.begun();
    const pinned = await adjustRound(world.coordinator, world.area, {
      ...round,
      change: { kind: "pin", need: lesser.id, leader: lena.personId, reason: "She knows it" },
    });
    const solved = await solveRound(world.coordinator, world.area, pinned);
    const given = { ...solved, needs: [greater.id], lines: [lena.line] };
    const changed = await rescopeRound(world.coordinator, world.area, given);
    expect(changed.state).toBe("draft");
    expect(await getRound(world.coordinator, world.area, round.id)).toMatchObject({
      needs: 1,
      pins: [],
      runs: [{ number: 1 }],
    });
    expect(await world.events("round-rescoped")).toHaveLength(1);
  });

  it("refuses needs and lines that are not the round's to choose, an old version, and nothing at all", async () => {
    const { greater, lena } = await tight();
    const outside = await world.openedNeed();
    await world.database.client.execute(
      "UPDATE zone_memberships SET zone_id = 'east' WHERE urn = 900001",
    );
    const round = await world.begun();
    const rescope = (given: Partial<Parameters<typeof rescopeRound>[2]>) =>
      kindOf(() =>
        rescopeRound(world.coordinator, world.area, {
          ...round,
          needs: [greater.id],
          lines: [lena.line],
          ...given,
        }),
      );
    expect(await rescope({ needs: [greater.id, outside.id] })).toBe("not-found");
    expect(await rescope({ needs: [toNeedId("nowhere")] })).toBe("not-found");
    expect(await rescope({ lines: [toCapacityLineId("nowhere")] })).toBe("not-found");
    expect(await rescope({ needs: [] })).toBe("no-needs");
    expect(await rescope({ version: 9 })).toBe("changed-since");
  });
});

describe("a decision by hand", () => {
  it("is kept with its reason, moves the next plan, and can be taken back", async () => {
    const { lesser, greater, lena } = await tight();
    const round = await world.begun();
    const first = await solveRound(world.coordinator, world.area, round);
    const servedIn = async (run: number) =>
      (await showPlan(world.coordinator, world.area, { id: round.id, run })).placements.map(
        ({ need }) => need.id,
      );
    expect(await servedIn(1)).toEqual([greater.id]);
    const pin = {
      kind: "pin",
      need: lesser.id,
      leader: lena.personId,
      reason: "Promised",
    } as const;
    const pinned = await adjustRound(world.coordinator, world.area, { ...first, change: pin });
    const second = await solveRound(world.coordinator, world.area, pinned);
    expect(await servedIn(2)).toEqual([greater.id]);
    const change = {
      kind: "forbid",
      need: greater.id,
      leader: lena.personId,
      reason: "Sisters",
    } as const;
    const ruled = await adjustRound(world.coordinator, world.area, { ...second, change });
    const third = await solveRound(world.coordinator, world.area, ruled);
    expect(await servedIn(3)).toEqual([lesser.id]);
    const shown = await showPlan(world.coordinator, world.area, { id: round.id, run: 3 });
    expect(shown.placements).toMatchObject([{ isPinned: true }]);
    expect(shown.kept).toMatchObject([{ kind: "forbidden", words: "Ruled out by hand: Sisters" }]);
    const allow = { kind: "allow", need: greater.id, leader: lena.personId } as const;
    const back = await adjustRound(world.coordinator, world.area, { ...third, change: allow });
    await solveRound(world.coordinator, world.area, back);
    expect(await servedIn(4)).toEqual([greater.id]);
    expect(await world.events("round-adjusted")).toHaveLength(3);
  });

  it("is refused for somebody without days here, without a reason and against itself", async () => {
    const { greater, lena } = await tight();
    const round = await world.begun();
    const pin = { kind: "pin", need: greater.id, leader: lena.personId, reason: "x" } as const;
    const adjust = (change: Parameters<typeof adjustRound>[2]["change"]) =>
      adjustRound(world.coordinator, world.area, { ...round, change });
    expect(await kindOf(() => adjust({ ...pin, leader: world.nobody }))).toBe("not-found");
    expect(await kindOf(() => adjust({ ...pin, reason: " " }))).toBe("words-needed");
    expect(await kindOf(() => adjust({ ...pin, need: toNeedId("nowhere") }))).toBe("not-in-round");
    const { version } = await adjust(pin);
    const seen = { id: round.id, version };
    expect(
      await kindOf(() =>
        adjustRound(world.coordinator, world.area, { ...seen, change: { ...pin, kind: "forbid" } }),
      ),
    ).toBe("pinned-and-forbidden");
    expect(await kindOf(() => adjust(pin))).toBe("changed-since");
  });

  it("shows its cost before it is made: who would go without, who would move, how many points", async () => {
    const { lesser, greater, lena } = await tight();
    const round = await world.begun();
    await solveRound(world.coordinator, world.area, round);
    const { id } = round;
    const given = { id, need: lesser.id, leader: lena.personId };
    const tried = await tryByHand(world.coordinator, world.area, given);
    expect(tried).toMatchObject({ isPlaced: false });
    const forbidden = await adjustRound(world.coordinator, world.area, {
      ...(await getRound(world.coordinator, world.area, id)),
      change: { kind: "forbid", need: greater.id, leader: lena.personId, reason: "x" },
    });
    await solveRound(world.coordinator, world.area, forbidden);
    const other = await tryByHand(world.coordinator, world.area, { ...given, need: greater.id });
    expect(other.isPlaced).toBe(false);
    const choice = await showNeedInRun(world.coordinator, world.area, { id, need: greater.id });
    expect(choice.leaders).toMatchObject([{ passes: false, leader: { name: "Lena" } }]);
    expect(choice.leaders[0]?.rules.filter(({ passed }) => !passed)).toEqual([
      { rule: "not-forbidden", passed: false, words: "Ruled out by hand: x" },
    ]);
    expect(
      await kindOf(() =>
        tryByHand(world.coordinator, world.area, { ...given, leader: world.nobody }),
      ),
    ).toBe("not-found");
    expect(
      await kindOf(() =>
        tryByHand(world.coordinator, world.area, { ...given, need: toNeedId("nowhere") }),
      ),
    ).toBe("not-found");
    expect((await getRound(world.coordinator, world.area, id)).runs).toHaveLength(2);
  });

  it("may weigh what counts for this round alone", async () => {
    const { greater } = await tight();
    const round = await world.begun();
    const weights = { ...defaultFitWeights, level: 0 };
    const weighed = await adjustRound(world.coordinator, world.area, {
      ...round,
      change: { kind: "weigh", weights },
    });
    await solveRound(world.coordinator, world.area, weighed);
    const { placements } = await showPlan(world.coordinator, world.area, { id: round.id });
    expect(placements[0]?.need.id).toBe(greater.id);
    expect(placements[0]?.parts.map(({ label }) => label)).not.toContain(
      "Level in the area of expertise asked for first",
    );
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dateOf } from "@alongside/domain/calendar";
import { noChoices } from "@alongside/domain/round";
import { defaultFitWeights } from "@alongside/domain/partnership";
import { checkPair, fitParts, standingOf, type Problem } from "@alongside/matching";
import { places } from "../identity/world.ts";
import { shortlistFor } from "../shortlist/index.ts";
import { readRoundFacts, type RoundFacts } from "./facts.ts";
import { readFrozen } from "./frozen.ts";
import { termOfArea } from "./make.ts";
import { partsOf } from "./plan.ts";
import { buildProblem, engineWeights, type Posed, type RoundProblem } from "./problem.ts";
import { daysOf, openRoundWorld, schools, type RoundWorld } from "./round-world.ts";
import { meanTrackRecord } from "./track-record.ts";

let world: RoundWorld;
beforeEach(async () => {
  world = await openRoundWorld();
});
afterEach(() => world.database.drop());

const factsNow = async (): Promise<RoundFacts> => {
  const term = await termOfArea(world.database.read, world.area, "t-spring");
  return readRoundFacts(world.coordinator, world.database.read, { area: world.area, term });
};

const posedOf = (facts: RoundFacts, more: Partial<Posed> = {}): Posed => ({
  name: "R",
  choices: noChoices,
  scope: {
    zones: [places.north],
    term: { academicYear: "2025-26", season: "spring" },
    needs: facts.needs.map(({ id }) => id),
    lines: facts.leaders.map(({ line }) => line.id),
  },
  ...more,
});

const built = async (more: Partial<Posed> = {}): Promise<RoundProblem> => {
  const facts = await factsNow();
  return buildProblem(facts, posedOf(facts, more));
};

const only = <Value>(list: readonly Value[]): Value => {
  const [first] = list;
  if (first === undefined || list.length !== 1) throw new Error(`${list.length} of them`);
  return first;
};

const sql = (text: string) => world.database.client.executeMultiple(text);

/** The rules that one need and one leader fail, by the engine's names. */
const failed = (problem: RoundProblem): readonly string[] => {
  const read: Problem = readFrozen(problem);
  const pair = {
    request: only(read.requests),
    provider: only(read.providers),
    role: "lead",
  } as const;
  return checkPair({ ...pair, standing: standingOf(read) })
    .filter(({ passed }) => !passed)
    .map(({ rule }) => rule);
};

const withOneOfEach = async (changes: Parameters<RoundWorld["needOf"]>[1] = {}) => {
  const need = await world.needOf(schools.gorse, changes);
  const lena = await world.addLeader("Lena");
  return { need, lena };
};

describe("the problem of a round", () => {
  it("counts half-days, says so, and can be read by the engine", async () => {
    const { need, lena } = await withOneOfEach({ band: 1 });
    const problem = await built();
    expect(problem).toMatchObject({ format: "brokering-round/1", unit: "half-day", forbid: [] });
    expect(only(problem.requests)).toEqual({
      id: need.id,
      urn: "900014",
      la: "901",
      zone: "north",
      phase: "primary",
      x: 504,
      y: 300,
      band: 1,
      days: 12,
      window: "late",
      primary: "phonics-and-early-reading",
      secondary: "assessment",
      prefer: [],
      exclude: [],
    });
    expect(only(problem.providers)).toMatchObject({
      id: lena.personId,
      urn: "900002",
      zone: "east",
      x: 503,
      y: 304,
      expertise: { "phonics-and-early-reading": 3 },
      impact: (100 * (200 * 0.5 + 40)) / 240,
      days: 20,
      daysEarly: 20,
      daysLate: 20,
      maxSchools: 2,
      maxKm: 20,
      fitToSupport: true,
      declines: [],
      prefersZones: ["north"],
    });
    expect(failed(problem)).toEqual([]);
  });

  it("takes a need's window from its dates and the halves of the term", async () => {
    await withOneOfEach({
      changes: { earliest: dateOf(2026, 2, 2), wantedBy: dateOf(2026, 2, 20) },
    });
    expect(only((await built()).requests).window).toBe("early");
    await sql("UPDATE terms SET half_on = '2026-02-10' WHERE id = 't-spring'");
    expect(only((await built()).requests).window).toBe("any");
    await sql("UPDATE terms SET half_on = '2026-02-02' WHERE id = 't-spring'");
    expect(only((await built()).requests).window).toBe("late");
  });

  it("gives each half of the term what it still has, and no more than the whole", async () => {
    await world.needOf(schools.gorse);
    const offering = { halfDays: 12, earlyHalfDays: 4, lateHalfDays: 12 };
    const lena = await world.addLeader("Lena", { offering });
    const provider = async () => only((await built()).providers);
    expect(await provider()).toMatchObject({ days: 12, daysEarly: 4, daysLate: 12 });
    const hold = (window: string, until: string) =>
      sql(`INSERT INTO ledger_entries
        (line_id, at, movement, from_account, to_account, half_days, window, early_change, late_change, offer_id, until, actor, request_id)
        VALUES ('${lena.line}', '2026-03-01T09:00:00.000Z', 'held', 'published', 'held', 3, '${window}', 0, 0, 'o-${window}', '${until}', 'x', 'r')`);
    await hold("early", "2026-03-09T23:59:59.999Z");
    expect(await provider()).toMatchObject({ days: 9, daysEarly: 1, daysLate: 9 });
    await hold("late", "2026-03-01T10:00:00.000Z");
    expect(await provider()).toMatchObject({ days: 9, daysEarly: 1, daysLate: 9 });
  });

  it("leaves out days that are not in date or not chosen, and keeps a lapsed designation from supporting", async () => {
    const { lena } = await withOneOfEach();
    await world.addLeader("Otto", { isDesignated: false });
    await world.addLeader("Uma");
    await sql("UPDATE capacity_lines SET good_until = '2026-03-01' WHERE person_id = 'uma'");
    const facts = await factsNow();
    const all = buildProblem(facts, posedOf(facts));
    expect(all.providers.map(({ id, fitToSupport }) => [id, fitToSupport])).toEqual([
      ["lena", true],
      ["otto", false],
    ]);
    const { scope } = posedOf(facts);
    const chosen = { ...scope, lines: [lena.line] };
    const some = buildProblem(facts, posedOf(facts, { scope: chosen }));
    expect(some.providers.map(({ id }) => id)).toEqual(["lena"]);
  });

  it("takes pins and forbids with their reasons, and lets nobody go where the pinned leader is not there", async () => {
    const { need, lena } = await withOneOfEach();
    const made = { need: need.id, leader: lena.personId, reason: "Promised" };
    const pinned = await built({ choices: { ...noChoices, pins: [made] } });
    expect(pinned.pins).toEqual([{ request: need.id, provider: "lena" }]);
    expect(failed(pinned)).toEqual([]);
    const ruled = await built({ choices: { ...noChoices, forbids: [made] } });
    expect(failed(ruled)).toEqual(["not-forbidden"]);
    expect(ruled.reasons).toMatchObject([
      { kind: "forbidden", words: "Ruled out by hand: Promised" },
    ]);
    const gone = { ...made, leader: world.nobody };
    const away = await built({ choices: { ...noChoices, pins: [gone] } });
    expect(away.pins).toEqual([]);
    expect(failed(away)).toEqual(["not-forbidden"]);
  });

  it("weighs as the partnership does, or as the round does", async () => {
    await withOneOfEach();
    await sql(`UPDATE fit_weights SET weights = json_patch(weights, '{"distance":7}')`);
    expect((await built()).policy.weights).toMatchObject({ distance: 7, level: 300 });
    const weights = { ...defaultFitWeights, distance: 9 };
    const own = await built({ choices: { ...noChoices, weights } });
    expect(own.policy.weights).toEqual(engineWeights(weights));
  });

  it("takes the track record in the areas asked for, or the middle while nobody can be told apart", async () => {
    await withOneOfEach();
    const facts = await factsNow();
    const records = (leader: string, area: string) => ({
      leader,
      area,
      works: 3,
      value: area === "phonics-and-early-reading" ? 0.814 : 0.1,
      low: 0,
      high: 1,
      weight: 1,
    });
    const problem = buildProblem({ ...facts, records }, posedOf(facts));
    expect(only(problem.shares)).toEqual({ provider: "lena", trackRecord: 81, room: 1 });
    expect(only(problem.providers).impact).toBeCloseTo((200 * 81 + 40 * 100) / 240);
    const unknown = buildProblem({ ...facts, records: undefined }, posedOf(facts));
    expect(only(unknown.shares).trackRecord).toBe(meanTrackRecord);
    const other = facts.needs.map((need) => ({
      ...need,
      ask: { ...need.ask, primaryArea: "maths" },
    }));
    const elsewhere = buildProblem({ ...facts, records, needs: other }, posedOf(facts));
    expect(only(elsewhere.shares).trackRecord).toBe(meanTrackRecord);
  });

  it("knows who supported the school last", async () => {
    await withOneOfEach();
    const facts = await factsNow();
    const support = [
      {
        personId: world.nobody,
        homeUrn: places.beech,
        urn: schools.gorse,
        endsOn: dateOf(2025, 12, 19),
      },
    ];
    const problem = buildProblem({ ...facts, support }, posedOf(facts));
    expect(only(problem.requests).current).toBe("nobody");
  });

  it("gives the same bytes for the same facts, in whatever order they were read", async () => {
    await world.needOf(schools.gorse);
    await world.needOf(schools.elm);
    await world.addLeader("Lena");
    await world.addLeader("Adam", { offering: daysOf(4) });
    const facts = await factsNow();
    const turned = {
      ...facts,
      needs: facts.needs.toReversed(),
      leaders: facts.leaders.toReversed(),
    };
    expect(JSON.stringify(buildProblem(turned, posedOf(facts)))).toBe(
      JSON.stringify(buildProblem(facts, posedOf(facts))),
    );
  });
});

describe("the score of a pair", () => {
  it("is the shortlist's, part by part, where both know the same facts", async () => {
    const lena = await world.addLeader("Lena", {
      offering: {
        areas: [
          { area: "phonics-and-early-reading", level: 2, evidence: "" },
          { area: "assessment", level: 1, evidence: "" },
        ],
      },
    });
    const otto = await world.addLeader("Otto", { offering: { zones: [places.east], mostKm: 11 } });
    const wish = { leader: lena.personId, privateReason: "" };
    const need = await world.needOf(schools.gorse, { changes: { preferred: [wish] } });
    const facts = await factsNow();
    const leaders = facts.leaders.map((each) => ({ ...each, work: each.id === "otto" ? 1 : 0 }));
    const built = buildProblem({ ...facts, leaders }, posedOf(facts));
    const problem = readFrozen(built);
    const request = only(problem.requests);
    const list = await shortlistFor(world.coordinator, world.area, { needId: need.id });
    for (const { personId } of [lena, otto]) {
      const provider = only(problem.providers.filter(({ id }) => id === personId));
      const { impact, ...parts } = fitParts(
        { request, provider, role: "lead" },
        problem.policy.weights,
      );
      const shown = partsOf(built, {
        provider: personId,
        parts: { ...parts, impact: impact ?? 0 },
      });
      const pointsOf = (label: string) => shown.find((each) => each.label === label)?.points;
      expect(pointsOf("Track record in earlier deployments")).toBe(
        (defaultFitWeights.impact * meanTrackRecord) / 100,
      );
      expect(pointsOf("Few other schools at the moment")).toBe(personId === "otto" ? 20 : 40);
      const candidate = only(list.ranked.filter((each) => each.personId === personId));
      const shared = candidate.parts.filter(({ part }) => part in parts);
      expect(Object.fromEntries(shared.map(({ part, points }) => [part, points]))).toEqual(parts);
      expect(Object.keys(parts).length).toBeGreaterThan(2);
    }
  });
});

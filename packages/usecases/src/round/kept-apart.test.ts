import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noChoices } from "@alongside/domain/round";
import { checkPair, standingOf, type Problem } from "@alongside/matching";
import { raiseConcernAbout } from "../concern/index.ts";
import { places } from "../identity/world.ts";
import { readRoundFacts, type RoundFacts } from "./facts.ts";
import { readFrozen } from "./frozen.ts";
import { termOfArea } from "./make.ts";
import { buildProblem, type Posed, type RoundProblem } from "./problem.ts";
import { openRoundWorld, schools, type RoundWorld } from "./round-world.ts";

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

describe("a leader and a school that must not come together", () => {
  it("keeps a head's wishes: who is preferred, in order, and who is not wanted", async () => {
    const lena = await world.addLeader("Lena");
    const wish = { leader: lena.personId, privateReason: "" };
    await world.needOf(schools.gorse, { changes: { avoided: [wish] } });
    const problem = await built();
    expect(only(problem.requests)).toMatchObject({ prefer: [], exclude: ["lena"] });
    expect(failed(problem)).toEqual(["not-excluded"]);
    expect(problem.reasons).toMatchObject([{ kind: "avoided" }]);
  });

  it("keeps a no to an earlier offer as a decline, with its reason", async () => {
    const { need } = await withOneOfEach();
    const facts = await factsNow();
    const [known] = facts.needs;
    const [leader] = facts.leaders;
    if (known === undefined || leader === undefined) throw new Error("nobody");
    const needs = [{ ...known, declinedBy: [leader.id] }];
    const problem = buildProblem({ ...facts, needs }, posedOf(facts));
    expect(only(problem.providers).declines).toEqual([need.id]);
    expect(failed(problem)).toEqual(["not-declined"]);
    expect(problem.reasons).toMatchObject([
      { kind: "declined", words: "An offer to this leader for this need was declined" },
    ]);
  });

  it("forbids what is a conflict of interest, with the ground in words", async () => {
    await withOneOfEach();
    const facts = await factsNow();
    for (const school of [places.beech, schools.gorse]) {
      const own = { ...facts, ownSchools: [school] };
      expect(failed(buildProblem(own, posedOf(facts)))).toEqual(["not-forbidden"]);
    }
    const own = { ...facts, ownSchools: [places.beech] };
    const problem = buildProblem(own, posedOf(facts));
    expect(problem.reasons).toMatchObject([
      {
        kind: "conflict",
        words: "Conflict of interest: one of the schools is the coordinator’s own",
      },
    ]);
  });

  it("forbids a leader whose home school lets them go only until before the work begins", async () => {
    await withOneOfEach();
    await sql(
      `UPDATE capacity_lines SET supply = json_patch(supply, '{"release":{"halfDays":20,"until":"2026-03-15"}}')`,
    );
    const problem = await built();
    expect(failed(problem)).toEqual(["not-forbidden"]);
    expect(problem.reasons).toMatchObject([
      {
        kind: "home-release",
        words: "The home school lets the leader go until 15 March 2026 only",
      },
    ]);
    await sql(
      `UPDATE capacity_lines SET supply = json_patch(supply, '{"release":{"halfDays":20,"until":"2026-03-16"}}')`,
    );
    expect(failed(await built())).toEqual([]);
  });

  it("forbids a leader whose home school keeps its leaders, in words that are the same to everybody", async () => {
    await withOneOfEach();
    expect(failed(await built())).toEqual([]);
    const about = { urn: places.beech, text: "Two governors resigned" };
    await raiseConcernAbout(world.officer, world.area, about);
    const problem = await built();
    expect(failed(problem)).toEqual(["not-forbidden"]);
    expect(problem.reasons).toMatchObject([
      { kind: "home-release", words: "The home school cannot let the leader go at the moment" },
    ]);
  });

  it("keeps schools of one trust apart, unless the head welcomes leaders of the own trust", async () => {
    await sql("UPDATE schools SET trust_code = 'T1' WHERE urn IN (900002, 900013, 900014)");
    const { need } = await withOneOfEach();
    expect(failed(await built())).toEqual(["different-trust"]);
    await world.needOf(schools.fir, { changes: { sameTrustWelcome: true } });
    const problem = await built();
    const welcome = problem.requests.filter(({ id }) => id !== need.id);
    expect(failed({ ...problem, requests: welcome, reasons: [] })).toEqual([]);
  });

  it("puts a school whose place is not known near nobody", async () => {
    await withOneOfEach();
    await sql("UPDATE schools SET easting = NULL WHERE urn = 900014");
    expect(failed(await built())).toEqual(["distance"]);
    await sql("UPDATE schools SET easting = NULL WHERE urn = 900002");
    expect(failed(await built())).toEqual(["distance"]);
  });

  it("counts a school of two zones in one that the round is for", async () => {
    await sql(`INSERT INTO zones (id, area_id, name, phase_group) VALUES ('alpha', 'here', 'Alpha', 'primary');
      INSERT INTO zone_memberships (id, area_id, zone_id, phase_group, urn, from_on)
      VALUES ('m99', 'here', 'alpha', 'primary', 900014, '2025-09-01');`);
    await withOneOfEach();
    expect(only((await built()).requests).zone).toBe("north");
  });
});

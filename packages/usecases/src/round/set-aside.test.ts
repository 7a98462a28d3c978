import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NeedId } from "@alongside/domain/need";
import { noChoices } from "@alongside/domain/round";
import { checkPair, standingOf } from "@alongside/matching";
import { raiseConcernAbout } from "../concern/index.ts";
import { places, refusalOf } from "../identity/world.ts";
import type { MatchLeader } from "../shortlist/match-world.ts";
import { bringBackRule, setRuleAside } from "../shortlist/index.ts";
import { readRoundFacts } from "./facts.ts";
import { freezeProblem, readFrozen, thawProblem } from "./frozen.ts";
import {
  noteAgreement,
  proposeRun,
  publishRound,
  showNeedInRun,
  showPlan,
  solveRound,
} from "./index.ts";
import { termOfArea } from "./make.ts";
import { buildProblem } from "./problem.ts";
import { openRoundWorld, schools, type RoundWorld } from "./round-world.ts";

let world: RoundWorld;
beforeEach(async () => {
  world = await openRoundWorld();
});
afterEach(() => world.database.drop());

const sql = (text: string) => world.database.client.executeMultiple(text);

const setAside = (need: { readonly id: NeedId }, { personId }: MatchLeader, reason: string) =>
  setRuleAside(world.coordinator, world.area, { needId: need.id, personId, reason });

const built = async () => {
  const term = await termOfArea(world.database.read, world.area, "t-spring");
  const { read } = world.database;
  const facts = await readRoundFacts(world.coordinator, read, { area: world.area, term });
  const needs = facts.needs.map(({ id }) => id);
  const lines = facts.leaders.map(({ line }) => line.id);
  const { academicYear, season } = term;
  const scope = { zones: [places.north], term: { academicYear, season }, needs, lines };
  return buildProblem(facts, { name: "R", choices: noChoices, scope });
};

/** What keeps each pair of a round apart: the engine's rules, with the reason where one was written down. */
const apart = async (): Promise<Readonly<Record<string, readonly string[]>>> => {
  const problem = await built();
  const { requests, providers } = readFrozen(problem);
  const standing = standingOf(readFrozen(problem));
  return Object.fromEntries(
    requests.flatMap((request) =>
      providers.map((provider) => {
        const own = problem.reasons.filter(
          (each) => each.request === request.id && each.provider === provider.id,
        );
        const failed = checkPair({ request, provider, role: "lead", standing })
          .filter(({ passed }) => !passed)
          .map(({ rule }) => rule);
        const words = own.map(({ kind }) => kind);
        return [`${request.urn} ${provider.id}`, [...failed, ...words]];
      }),
    ),
  );
};

describe("a rule that a coordinator set aside for a pair", () => {
  it("lets a leader go beyond the travel limit there and nowhere else", async () => {
    const gorse = await world.needOf(schools.gorse);
    await world.needOf(schools.dogwood);
    const lena = await world.addLeader("Lena", { offering: { mostKm: 4 } });
    expect(await apart()).toEqual({ "900011 lena": ["distance"], "900014 lena": ["distance"] });
    await setAside(gorse, lena, "She passes it on her way home");
    expect(await apart()).toEqual({
      "900011 lena": ["distance", "not-forbidden", "distance"],
      "900014 lena": [],
    });
    await world.needOf(schools.fir);
    expect((await built()).providers[0]?.maxKm).toBe(4.2);
    expect((await apart())["900013 lena"]).toEqual([]);
  });

  it("lets one leader of the own trust come, and not the other", async () => {
    await sql("UPDATE schools SET trust_code = 'T1' WHERE urn IN (900002, 900014)");
    const gorse = await world.needOf(schools.gorse);
    const lena = await world.addLeader("Lena");
    await world.addLeader("Otto");
    await world.addLeader("Uma", { home: schools.elm });
    await setAside(gorse, lena, "Nobody else knows the scheme");
    expect(await apart()).toEqual({
      "900014 lena": [],
      "900014 otto": ["not-forbidden", "own-trust"],
      "900014 uma": [],
    });
  });

  it("lets a leader without a designation lead there and nowhere else", async () => {
    const gorse = await world.needOf(schools.gorse);
    await world.needOf(schools.elm);
    const nora = await world.addLeader("Nora", { isDesignated: false });
    expect(await apart()).toEqual({
      "900012 nora": ["fit-to-support"],
      "900014 nora": ["fit-to-support"],
    });
    await setAside(gorse, nora, "Hers is being renewed");
    expect(await apart()).toEqual({
      "900012 nora": ["not-forbidden", "designation"],
      "900014 nora": [],
    });
  });

  it("lets a leader go whose home school has not said so for that long", async () => {
    const gorse = await world.needOf(schools.gorse);
    const elm = await world.needOf(schools.elm);
    const lena = await world.addLeader("Lena");
    await sql(
      `UPDATE capacity_lines SET supply = json_patch(supply, '{"release":{"halfDays":20,"until":"2026-03-15"}}')`,
    );
    await setAside(gorse, lena, "The head said yes on the telephone");
    expect(await apart()).toEqual({
      "900012 lena": ["not-forbidden", "home-release"],
      "900014 lena": [],
    });
    await setAside(elm, lena, "And for this one");
    expect((await built()).reasons).toEqual([]);
  });

  it("lets no leader go whose home school has to keep its leaders since, and freezes no word of why", async () => {
    const gorse = await world.needOf(schools.gorse);
    const lena = await world.addLeader("Lena");
    await sql(
      `UPDATE capacity_lines SET supply = json_patch(supply, '{"release":{"halfDays":20,"until":"2026-03-15"}}')`,
    );
    await setAside(gorse, lena, "The head said yes on the telephone");
    world.pass(60_000);
    const text = "Two governors resigned";
    await raiseConcernAbout(world.officer, world.area, { urn: places.beech, text });
    expect(await apart()).toEqual({ "900014 lena": ["not-forbidden", "home-release"] });
    await setAside(gorse, lena, "Agreed with the officer");
    expect(await apart()).toEqual({ "900014 lena": [] });
    const problem = await built();
    expect(problem.allowances).toMatchObject([
      { words: ["The home school cannot let the leader go at the moment"] },
    ]);
    expect(freezeProblem(problem).text).not.toMatch(/concern|governors/i);
  });

  it("is no help where nobody knows how far it is, nor where the rule is kept anyway", async () => {
    const gorse = await world.needOf(schools.gorse);
    const lena = await world.addLeader("Lena", { offering: { mostKm: 3 } });
    await setAside(gorse, lena, "It is not far");
    await sql("UPDATE schools SET easting = NULL WHERE urn = 900014");
    expect(await apart()).toEqual({ "900014 lena": ["distance"] });
    await sql("UPDATE schools SET easting = 503000, northing = 303000 WHERE urn = 900014");
    const problem = await built();
    expect(await apart()).toEqual({ "900014 lena": [] });
    expect(problem.allowances).toEqual([]);
    expect(problem.providers[0]?.maxKm).toBe(3);
  });

  it("goes with the frozen round, the pages and the offer, each with the reason and who decided", async () => {
    const gorse = await world.needOf(schools.gorse);
    const lena = await world.addLeader("Lena", { offering: { mostKm: 3 } });
    await setAside(gorse, lena, "She passes it on her way home");
    const kept = {
      rules: ["distance"],
      reason: "She passes it on her way home",
      words: ["4.1 km away, and travels 3.0 km at most"],
    };
    const { coordinator, area } = world;
    expect(thawProblem(freezeProblem(await built()).text).allowances).toMatchObject([kept]);
    const solved = await solveRound(coordinator, area, await world.begun());
    const { placements, setAside: shown } = await showPlan(coordinator, area, { id: solved.id });
    expect(placements).toMatchObject([{ leader: { name: "Lena" }, setAside: kept }]);
    expect(shown).toMatchObject([{ school: "Gorse School", leader: "Lena", reason: kept.reason }]);
    const given = { id: solved.id, need: gorse.id };
    const { leaders } = await showNeedInRun(coordinator, area, given);
    expect(leaders).toMatchObject([{ passes: true, setAside: kept }]);
    expect(leaders[0]?.rules.map(({ rule }) => rule)).not.toContain("distance");
    const { run } = solved;
    const proposed = await proposeRun(coordinator, area, { ...solved, run });
    const agreed = await noteAgreement(coordinator, area, { ...proposed, run, words: "Met" });
    const wanted = { needId: gorse.id, personId: lena.personId };
    await bringBackRule(coordinator, area, wanted);
    expect(await refusalOf(() => publishRound(coordinator, area, agreed))).toMatchObject({
      kind: "placement-lost",
      because: "rule",
    });
    await setAside(gorse, lena, "She does after all");
    await publishRound(coordinator, area, agreed);
    const { rows } = await world.database.client.execute("SELECT override_reason FROM offers");
    expect(rows.map((row) => row["override_reason"])).toEqual(["She does after all"]);
    expect(JSON.stringify(await world.events("offer-sent"))).toContain("distance");
  });

  it("is nothing that rounds of earlier days knew of", async () => {
    await world.needOf(schools.gorse);
    const { allowances: _, ...old } = await built();
    expect(thawProblem(JSON.stringify(old)).allowances).toEqual([]);
  });
});

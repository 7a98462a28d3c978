import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EligibilityRule } from "@alongside/domain/offer";
import { places, refusalOf } from "../identity/world.ts";
import { startNeed, type AskChanges } from "../need/index.ts";
import { draftOf, unknownNeed } from "../need/need-world.ts";
import { openMatchWorld, type MatchWorld } from "./match-world.ts";
import { shortlistFor } from "./index.ts";

let world: MatchWorld;
beforeEach(async () => {
  world = await openMatchWorld();
});
afterEach(() => world.drop());

const shortlist = async (changes?: AskChanges) => {
  const { id } = await world.openedNeed(changes);
  return shortlistFor(world.coordinator, world.area, { needId: id });
};

/** The one who is left out, with the rules that leave them out. */
const onlyExcluded = async (changes?: AskChanges) => {
  const { ranked, excluded } = await shortlist(changes);
  expect(ranked).toEqual([]);
  const [one, ...others] = excluded.flatMap(({ candidates }) => candidates);
  if (one === undefined || others.length > 0) throw new Error("not one is left out");
  const { failed, condition, rank } = one;
  const [first] = failed;
  return { failed: failed.map(({ rule }) => rule), sentence: first?.sentence, condition, rank };
};

const fails = (rule: EligibilityRule, sentence: string, condition: string) => ({
  failed: [rule],
  sentence,
  condition,
  rank: 1,
});

describe("a shortlist", () => {
  it("ranks who passes every rule by the score, and says each part and rule in words", async () => {
    await world.addLeader("Weaker", {
      offering: { areas: [{ area: "phonics-and-early-reading", level: 1, evidence: "One" }] },
    });
    await world.addLeader("Stronger");
    const { ranked, excluded, term, need, mayOffer } = await shortlist();
    expect(term.id).toBe("t-spring");
    expect(need).toMatchObject({ reference: "N-0001", halfDays: 12, band: 2 });
    expect(mayOffer).toBe(true);
    expect(excluded).toEqual([]);
    expect(ranked.map(({ name, rank }) => [rank, name])).toEqual([
      [1, "Stronger"],
      [2, "Weaker"],
    ]);
    const [best] = ranked;
    expect(best).toMatchObject({
      freeHalfDays: 20,
      km: 5,
      goodUntil: "2026-03-27",
      homeSchool: "Beech School",
      sum: 300 + 0 + 80 + 60 + 40 + 98 + 20 + 40,
      score: Math.round((100 * 638) / (300 + 120 + 80 + 60 + 80 + 130 + 50 + 20 + 40)),
    });
    expect(best?.parts.map(({ part, points, sentence }) => [part, points, sentence])).toEqual([
      ["level", 300, "Level 3 of 3 in Phonics and early reading"],
      ["secondary", 0, "Does not offer Assessment"],
      ["context", 80, "Home school alike in phase and setting"],
      ["work-mode", 60, "Works in 1 of 1 way asked for: coaching"],
      ["place", 40, "In the same authority, another zone"],
      ["distance", 98, "5.0 km away"],
      ["continuity", 0, "New to this school"],
      ["provider-preference", 20, "Serves this zone"],
      ["load", 40, "Works with no other school now"],
    ]);
    expect(best?.rules.map(({ passed }) => passed)).toEqual(Array<boolean>(13).fill(true));
    expect(best?.rules.slice(0, 4).map(({ sentence }) => sentence)).toEqual([
      "Designated as LLE local leader of education, in force",
      "Days confirmed on 2 March 2026, good until 27 March 2026",
      "10 days left this term; the need asks for 6 days",
      "Works with 0 schools now, of 2 at once",
    ]);
  });

  it("gives points for being wished for by the head", async () => {
    await world.addLeader("Able");
    const { personId } = await world.addLeader("Wished", {
      offering: { areas: [{ area: "phonics-and-early-reading", level: 2, evidence: "Two" }] },
    });
    const { ranked } = await shortlist({ preferred: [{ leader: personId, privateReason: "" }] });
    expect(ranked.map(({ name }) => name)).toEqual(["Able", "Wished"]);
    expect(ranked[1]?.parts.find(({ part }) => part === "preferred")).toMatchObject({
      points: 100,
      sentence: "The head’s wish number 1",
    });
  });

  it("says where a leader who is left out would stand", async () => {
    await world.addLeader("Weaker", {
      offering: { areas: [{ area: "phonics-and-early-reading", level: 1, evidence: "One" }] },
    });
    await world.addLeader("Full", { offering: { halfDays: 4, earlyHalfDays: 4, lateHalfDays: 4 } });
    const { ranked, excluded } = await shortlist();
    expect(ranked.map(({ name }) => name)).toEqual(["Weaker"]);
    expect(excluded).toMatchObject([
      {
        fold: "days",
        count: 1,
        candidates: [{ name: "Full", rank: 1, condition: "4 days more were free" }],
      },
    ]);
  });

  it("counts those who have said nothing for the term", async () => {
    await world.addLeader("Lena");
    const { id } = await world.openedNeed();
    const given = { needId: id, termId: "t-summer" };
    expect(await shortlistFor(world.coordinator, world.area, given)).toMatchObject({
      ranked: [],
      excluded: [],
      withoutDays: 1,
    });
  });
});

it("is of the area that the request was let into, whatever else the question brings", async () => {
  await world.addLeader("Lena");
  const { id: needId } = await world.openedNeed();
  const question = { needId, area: "elsewhere" };
  expect((await shortlistFor(world.coordinator, world.area, question)).ranked).toHaveLength(1);
});

describe("a leader is left out", () => {
  it("without a designation in force", async () => {
    await world.addLeader("Lena", { isDesignated: false });
    expect(await onlyExcluded()).toEqual(
      fails("designation", "No designation is in force", "a designation were in force"),
    );
  });

  it("when days are no longer confirmed", async () => {
    await world.addLeader("Lena");
    await world.database.client.execute("UPDATE capacity_lines SET good_until = '2026-03-01'");
    expect(await onlyExcluded()).toEqual(
      fails(
        "current",
        "Days confirmed on 2 March 2026, good until 1 March 2026",
        "the days were confirmed",
      ),
    );
  });

  it("without the days", async () => {
    await world.addLeader("Lena", {
      offering: { halfDays: 11, earlyHalfDays: 1, lateHalfDays: 1 },
    });
    expect(await onlyExcluded()).toEqual(
      fails(
        "days",
        "5½ days left this term; the need asks for 6 days",
        "half a day more were free",
      ),
    );
  });

  it("without the phase", async () => {
    await world.addLeader("Lena", { offering: { phases: ["secondary"] } });
    expect(await onlyExcluded()).toEqual(
      fails("phase", "Does not serve primary schools", "primary schools were served"),
    );
  });

  it("without the expertise", async () => {
    await world.addLeader("Lena", {
      offering: { areas: [{ area: "maths", level: 3, evidence: "Three schools" }] },
    });
    expect((await onlyExcluded()).failed).toEqual(["expertise"]);
  });

  it("beyond the travel limit", async () => {
    await world.addLeader("Lena", { offering: { mostKm: 4 } });
    expect(await onlyExcluded()).toEqual(
      fails(
        "distance",
        "5.0 km away, and travels 4.0 km at most",
        "the travel limit were 1.0 km wider",
      ),
    );
  });

  it("where the distance is not known", async () => {
    await world.addLeader("Lena");
    await world.database.client.execute("UPDATE schools SET easting = NULL");
    expect((await onlyExcluded()).condition).toBe("the distance were known");
  });

  it("of the same trust, unless the head asks for that", async () => {
    await world.addLeader("Lena");
    await world.database.client.execute("UPDATE schools SET trust_code = 'T1'");
    expect((await onlyExcluded()).failed).toEqual(["different-trust"]);
    const { ranked } = await shortlist({ sameTrustWelcome: true });
    expect(ranked.map(({ name }) => name)).toEqual(["Lena"]);
  });

  it("when the head would rather not", async () => {
    const { personId } = await world.addLeader("Lena");
    const avoided = [{ leader: personId, privateReason: "An old quarrel" }];
    const left = await onlyExcluded({ avoided });
    expect(left.failed).toEqual(["not-excluded"]);
    expect(JSON.stringify(await shortlist({ avoided }))).not.toContain("quarrel");
  });

  it("for a conflict of interest with the coordinator", async () => {
    await world.addLeader("Lena");
    const { id } = await world.openedNeed();
    const { actor } = world.coordinator;
    if (actor.kind !== "person") throw new Error("nobody coordinates");
    const head = { role: "head", areaId: places.here, urn: places.beech } as const;
    const own = { ...world.coordinator, actor: { ...actor, grants: [...actor.grants, head] } };
    const { excluded } = await shortlistFor(own, world.area, { needId: id });
    expect(excluded).toMatchObject([{ fold: "no-conflict", count: 1 }]);
  });

  it("and not even named, at the school itself", async () => {
    await world.addLeader("Lena", { home: places.alder });
    const { ranked, excluded } = await shortlist();
    expect([ranked, excluded]).toEqual([[], []]);
  });
});

describe("a shortlist is shown", () => {
  it("to the zone's coordinator and the area's officers alone", async () => {
    await world.addLeader("Lena");
    const { id: needId } = await world.openedNeed();
    for (const ctx of [world.coordinator, world.officer]) {
      expect((await shortlistFor(ctx, world.area, { needId })).ranked).toHaveLength(1);
    }
    for (const ctx of [world.head, world.staff, world.administrator]) {
      expect(await refusalOf(() => shortlistFor(ctx, world.area, { needId }))).toEqual({
        kind: "not-allowed",
      });
    }
    for (const [who, ctx] of Object.entries(world.strangers)) {
      const refusal = await refusalOf(() => shortlistFor(ctx, world.area, { needId }));
      expect([who, refusal]).toEqual([who, { kind: "not-found" }]);
    }
  });

  it("for no need that is nowhere, and for no draft", async () => {
    const { coordinator, area } = world;
    expect(await refusalOf(() => shortlistFor(coordinator, area, { needId: unknownNeed }))).toEqual(
      {
        kind: "not-found",
      },
    );
    const { id: needId } = await draftOf(world);
    expect(await refusalOf(() => shortlistFor(coordinator, area, { needId }))).toEqual({
      kind: "not-found",
    });
    // Who writes it on the school's behalf knows of it: there is nothing to look for yet.
    const { actingCoordinator } = world;
    const begun = await startNeed(actingCoordinator, area, { urn: places.alder });
    expect(
      await refusalOf(() => shortlistFor(actingCoordinator, area, { needId: begun.id })),
    ).toMatchObject({ kind: "wrong-state", machine: "need", state: "draft" });
  });
});

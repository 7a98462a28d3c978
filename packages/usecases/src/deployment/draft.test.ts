import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context/index.ts";
import { refusalOf } from "../identity/world.ts";
import { openDeploymentWorld, wholeTerms, type DeploymentWorld } from "./deployment-world.ts";
import { reviseAgreement } from "./index.ts";

let world: DeploymentWorld;
beforeEach(async () => {
  world = await openDeploymentWorld();
});
afterEach(() => world.drop());

describe("the draft of an agreement", () => {
  it("is there when all sides have confirmed, written from the need and the offer", async () => {
    const page = await world.page();
    expect(page).toMatchObject({
      state: "drafting",
      next: { who: "coordinator", what: "write" },
      due: "2026-03-09T23:59:59.999Z",
      days: { held: 12, committed: 0 },
      terms: {
        halfDays: 12,
        from: "2026-03-16",
        to: "2026-03-27",
        funding: [{ source: "zone-budget", halfDays: 12, pencePerDay: 45_000, brokerageShare: 15 }],
        cost: { pence: 270_000, brokeragePence: 40_500 },
      },
      fault: { kind: "terms-incomplete", missing: ["objectives", "pattern"] },
    });
    expect((await world.events("deployment-begun"))[0]?.payload).toMatchObject({ halfDays: 12 });
  });

  it("is written by the coordinator, the head and the leader, and by nobody else", async () => {
    const write = async (ctx: Context, pattern: string) =>
      reviseAgreement(ctx, world.area, {
        ...(await world.seen()),
        terms: { ...wholeTerms, pattern },
      });
    await write(world.coordinator, "one");
    await write(world.head, "two");
    await write(world.lena.ctx, "three");
    expect((await world.page()).terms).toMatchObject({ pattern: "three" });
    for (const ctx of [world.homeHead, world.staff, world.administrator]) {
      expect(await refusalOf(() => write(ctx, "four"))).toEqual({ kind: "not-allowed" });
    }
    const { "the head of another school": _home, ...strangers } = world.strangers;
    for (const [who, ctx] of Object.entries(strangers)) {
      expect([who, await refusalOf(() => write(ctx, "four"))]).toEqual([
        who,
        { kind: "not-found" },
      ]);
    }
  });

  it("takes unit and direction from the measure, and keeps an objective’s id from one save to the next", async () => {
    const save = async (terms = wholeTerms) =>
      reviseAgreement(world.coordinator, world.area, { ...(await world.seen()), terms });
    await save();
    const [first] = (await world.page()).terms?.objectives ?? [];
    expect(first?.measure).toEqual({
      code: "phonics-expected",
      label: "Phonics: expected standard",
      unit: "%",
      direction: "up",
    });
    const [written] = wholeTerms.objectives;
    if (first === undefined || written === undefined) throw new Error("no objective");
    const again = { ...written, id: first.id, text: "Nearly all children" };
    await save({ ...wholeTerms, objectives: [again, { ...written, id: "somebody-else’s" }] });
    const [one, two] = (await world.page()).terms?.objectives ?? [];
    expect(one).toMatchObject({ id: first.id, text: "Nearly all children" });
    expect(two?.id).not.toBe("somebody-else’s");
  });

  it("saves nothing where nothing changed, and refuses what somebody else changed first", async () => {
    const stale = await world.seen();
    const input = { ...stale, terms: wholeTerms };
    await reviseAgreement(world.coordinator, world.area, input);
    const now = await world.seen();
    const { objectives = [] } = (await world.page()).terms ?? {};
    const same = { ...now, terms: { ...wholeTerms, objectives } };
    expect(await reviseAgreement(world.head, world.area, same)).toMatchObject({
      version: now.version,
    });
    expect(await refusalOf(() => reviseAgreement(world.head, world.area, input))).toMatchObject({
      kind: "changed-since",
      by: "Cora",
    });
  });

  it("takes measures, sources and rates of the partnership alone", async () => {
    const refused = async (terms: Partial<typeof wholeTerms>) =>
      refusalOf(async () =>
        reviseAgreement(world.coordinator, world.area, {
          ...(await world.seen()),
          terms: { ...wholeTerms, ...terms },
        }),
      );
    const [objective] = wholeTerms.objectives;
    const [line] = wholeTerms.funding;
    if (objective === undefined || line === undefined) throw new Error("no terms");
    const measured = (code: string) => ({ ...objective, measure: { ...objective.measure, code } });
    const fields = (refusal: unknown) => ({ kind: "invalid-input", fields: refusal });
    expect(await refused({ objectives: [measured("happiness")] })).toEqual(
      fields({ "objectives.0.measure": "Choose a measure" }),
    );
    expect(await refused({ objectives: [measured("own-measure")] })).toEqual(
      fields({ "objectives.0.unit": "Enter the unit" }),
    );
    expect(await refused({ funding: [{ ...line, source: "a-friend" }] })).toEqual(
      fields({ "funding.0.source": "Choose who pays" }),
    );
    expect(await refused({ funding: [{ ...line, pencePerDay: 45_001 }] })).toEqual(
      fields({ "funding.0.rate": "Choose a rate of the rate card" }),
    );
  });
});

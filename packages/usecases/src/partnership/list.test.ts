import { defaultFitWeights } from "@alongside/domain/partnership";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refusalOf } from "../identity/world.ts";
import { addCode, changeCode, moveCode, retireCode } from "./code.ts";
import { showSetUp } from "./overview.ts";
import { addRate, changeRate, listRates, retireRate } from "./rate.ts";
import { openSetUpWorld, type SetUpWorld } from "./set-up-world.ts";
import { listCodeLists, showCodeList } from "./show-code.ts";
import { setWeights, showWeights } from "./weight.ts";

let world: SetUpWorld;
beforeEach(async () => {
  world = await openSetUpWorld();
});
afterEach(() => world.drop());

const list = "work-mode";
const entries = async (of = list) => (await showCodeList(world.head, world.here, of)).entries;
const codes = async (of = list) => (await entries(of)).map(({ code }) => code);
const coaching = { list, code: "coaching", version: 1 };

describe("a code list", () => {
  it("takes an entry of its own, with a code that stays when the label changes", async () => {
    const { admin, here } = world;
    const { code } = await addCode(admin, here, { list, label: " Peer   review & feedback " });
    expect(code).toBe("peer-review-and-feedback");
    await changeCode(admin, here, { list, code, version: 1, label: "Peer review", help: "By two" });
    expect((await entries()).at(-1)).toMatchObject({
      code,
      label: "Peer review",
      help: "By two",
      version: 2,
    });
    const kinds = (await world.events()).map(({ kind }) => kind);
    expect(kinds).toEqual(["code-added", "code-changed"]);
  });

  it("puts an entry at the end of its group, and gives a second of the code a number", async () => {
    const { admin, here } = world;
    const before = await entries("expertise");
    const group = before[0]?.groupLabel ?? null;
    const last = before.findLastIndex((entry) => entry.groupLabel === group);
    await addCode(admin, here, { list: "expertise", label: "Estates", groupLabel: group });
    expect((await codes("expertise"))[last + 1]).toBe("estates");
    const given = { list: "expertise", label: "Estates!", groupLabel: group };
    expect(await addCode(admin, here, given)).toEqual({ code: "estates-2" });
  });

  it("refuses a label that it has, and one without a letter", async () => {
    const { admin, here } = world;
    const add = (label: string) => addCode(admin, here, { list, label });
    expect(await refusalOf(() => add("COACHING"))).toEqual({
      kind: "already-exists",
      field: "label",
    });
    expect(await refusalOf(() => add("…"))).toMatchObject({ kind: "invalid-input" });
    const rename = () => changeCode(admin, here, { ...coaching, label: "Diagnostic" });
    expect(await refusalOf(rename)).toMatchObject({ kind: "already-exists" });
  });

  it("retires and restores an entry, but never the last", async () => {
    const { admin, here } = world;
    await retireCode(admin, here, { ...coaching, isRetired: true });
    const retired = async () => (await entries()).filter(({ retiredOn }) => retiredOn !== null);
    expect(await retired()).toMatchObject([{ code: "coaching", retiredOn: "2026-03-02" }]);
    await retireCode(admin, here, { ...coaching, version: 2, isRetired: false });
    expect(await retired()).toEqual([]);
    const rest = (await codes()).filter((code) => code !== "coaching");
    for (const code of rest)
      await retireCode(admin, here, { list, code, version: 1, isRetired: true });
    const last = () => retireCode(admin, here, { ...coaching, version: 3, isRetired: true });
    expect(await refusalOf(last)).toEqual({ kind: "last-entry", list });
  });

  it("moves an entry within its group and stops at its end", async () => {
    const { admin, here } = world;
    const [first, second] = await codes();
    if (first === undefined || second === undefined) throw new Error("too short");
    expect(await moveCode(admin, here, { list, code: first, to: "up" })).toEqual({
      changed: false,
    });
    await moveCode(admin, here, { list, code: second, to: "up" });
    expect((await codes()).slice(0, 2)).toEqual([second, first]);
    await moveCode(admin, here, { list, code: second, to: "down" });
    expect((await codes()).slice(0, 2)).toEqual([first, second]);
    expect(await world.events("code-moved")).toHaveLength(2);
  });

  it("keeps the first of two changes made at once", async () => {
    const change = (label: string) => changeCode(world.admin, world.here, { ...coaching, label });
    const [one, other] = await Promise.allSettled([change("Coaching a"), change("Coaching b")]);
    expect(one.status).toBe("fulfilled");
    expect(other).toMatchObject({ reason: { refusal: { kind: "changed-since", by: "Ada" } } });
    const same = { ...coaching, version: 2, label: "Coaching a" };
    expect(await changeCode(world.admin, world.here, same)).toEqual({ changed: false });
  });

  it("lets only words change where rules count on the entries", async () => {
    const { admin, here } = world;
    const band = { list: "need-band", code: "1", version: 1 };
    const add = () => addCode(admin, here, { list: "need-band", label: "Fifth" });
    const retire = () => retireCode(admin, here, { ...band, isRetired: true });
    expect(await refusalOf(add)).toEqual({ kind: "list-fixed", list: "need-band" });
    expect(await refusalOf(retire)).toEqual({ kind: "list-fixed", list: "need-band" });
    await changeCode(admin, here, { ...band, label: "First of all" });
    expect((await listCodeLists(admin, here)).find((each) => each.isFixed)).toBeDefined();
  });

  it("is one area's own: a change here is none there", async () => {
    await changeCode(world.admin, world.here, { ...coaching, label: "Coaching here" });
    const rows = await world.rows(
      "SELECT label FROM code_entries WHERE code = 'coaching' AND area_id = 'there'",
    );
    expect(rows).toEqual([{ label: "Coaching" }]);
  });

  it("answers not-found for a list or a code that is not there", async () => {
    const { admin, here } = world;
    const no = { list: "no-such-list", code: "x", version: 1 };
    const acts = [
      () => showCodeList(admin, here, "no-such-list"),
      () => addCode(admin, here, { ...no, label: "X" }),
      () => changeCode(admin, here, { ...no, list, label: "X" }),
      () => retireCode(admin, here, { ...no, list, isRetired: true }),
      () => moveCode(admin, here, { ...no, list, to: "up" }),
    ];
    for (const act of acts) expect(await refusalOf(act)).toEqual({ kind: "not-found" });
  });
});

const rate = { label: "SLE", pencePerDay: 36_000, brokerageShare: 10 };

describe("the rate card", () => {
  it("takes, changes, retires and restores a rate", async () => {
    const { admin, here } = world;
    await changeRate(admin, here, { code: "sle", version: 1, ...rate });
    const { code } = await addRate(admin, here, { ...rate, label: "Half-termly review" });
    await retireRate(admin, here, { code, version: 1, isRetired: true });
    expect((await listRates(world.head, here)).at(-1)).toMatchObject({
      code: "half-termly-review",
      retiredOn: "2026-03-02",
    });
    await retireRate(admin, here, { code, version: 2, isRetired: false });
    const kinds = (await world.events()).map(({ kind }) => kind);
    expect(kinds).toEqual(["rate-changed", "rate-added", "rate-retired", "rate-restored"]);
    expect((await world.events("rate-changed"))[0]?.payload).toMatchObject({
      pencePerDay: 36_000,
      before: { pencePerDay: 35_000 },
    });
  });

  it("refuses by field what is no sum or share, and a label that it has", async () => {
    const { admin, here } = world;
    const add = (change: object) => addRate(admin, here, { ...rate, label: "New", ...change });
    expect(await refusalOf(async () => add({ pencePerDay: 500_001 }))).toMatchObject({
      fields: { pencePerDay: expect.any(String) },
    });
    expect(await refusalOf(async () => add({ brokerageShare: 101 }))).toMatchObject({
      fields: { brokerageShare: expect.any(String) },
    });
    expect(await refusalOf(() => add({ label: "sle" }))).toMatchObject({ kind: "already-exists" });
  });

  it("keeps the first of two changes made at once, and says when nothing changed", async () => {
    const change = (pencePerDay: number) =>
      changeRate(world.admin, world.here, { code: "sle", version: 1, ...rate, pencePerDay });
    const [one, other] = await Promise.allSettled([change(1), change(2)]);
    expect(one.status).toBe("fulfilled");
    expect(other).toMatchObject({ reason: { refusal: { kind: "changed-since" } } });
    const same = { code: "sle", version: 2, ...rate, pencePerDay: 1 };
    expect(await changeRate(world.admin, world.here, same)).toEqual({ changed: false });
  });
});

describe("the weights", () => {
  it("are set, and set back, and read by everyone in the area", async () => {
    const { admin, here } = world;
    const weights = { ...defaultFitWeights, distance: 0, level: 1000 };
    expect(await setWeights(admin, here, { weights, version: 1 })).toEqual({ changed: true });
    expect(await showWeights(world.head, here)).toMatchObject({
      weights,
      version: 2,
      areDefaults: false,
      changed: { by: "Ada" },
    });
    await setWeights(admin, here, { weights: defaultFitWeights, version: 2 });
    expect(await showWeights(world.head, here)).toMatchObject({ areDefaults: true, version: 3 });
    const same = { weights: defaultFitWeights, version: 3 };
    expect(await setWeights(admin, here, same)).toEqual({ changed: false });
    expect(await world.events("fit-weights-set")).toHaveLength(2);
  });

  it("are whole numbers from 0 to 1,000, and are not overwritten unseen", async () => {
    const { admin, here } = world;
    const weights = { ...defaultFitWeights, level: 1001, distance: -1 };
    expect(await refusalOf(async () => setWeights(admin, here, { weights, version: 1 }))).toEqual({
      kind: "invalid-input",
      fields: {
        level: "Enter a whole number from 0 to 1000",
        distance: "Enter a whole number from 0 to 1000",
      },
    });
    const old = { weights: { ...defaultFitWeights, level: 1 }, version: 0 };
    expect(await refusalOf(() => setWeights(admin, here, old))).toMatchObject({
      kind: "changed-since",
      version: 1,
    });
  });
});

describe("rights to lists, rates and weights", () => {
  it("are the administrator's, in the own area only", async () => {
    const { head, admin, here, there } = world;
    for (const [ctx, area] of [
      [head, here],
      [admin, there],
    ] as const) {
      const acts: Readonly<Record<string, () => unknown>> = {
        addCode: () => addCode(ctx, area, { list, label: "X" }),
        changeCode: () => changeCode(ctx, area, { ...coaching, label: "X" }),
        retireCode: () => retireCode(ctx, area, { ...coaching, isRetired: true }),
        moveCode: () => moveCode(ctx, area, { list, code: "coaching", to: "up" }),
        addRate: () => addRate(ctx, area, rate),
        changeRate: () => changeRate(ctx, area, { code: "sle", version: 1, ...rate }),
        retireRate: () => retireRate(ctx, area, { code: "sle", version: 1, isRetired: true }),
        setWeights: () => setWeights(ctx, area, { weights: defaultFitWeights, version: 1 }),
        showSetUp: () => showSetUp(ctx, area),
      };
      for (const [name, act] of Object.entries(acts)) {
        expect(await refusalOf(async () => act()), name).toEqual({ kind: "not-allowed" });
      }
    }
  });
});

describe("the overview", () => {
  it("counts what is done and what is left", async () => {
    const { admin, here } = world;
    await changeCode(admin, here, { ...coaching, label: "Coached" });
    expect(await showSetUp(admin, here)).toEqual({
      schools: 2,
      people: 2,
      schoolsInNone: 0,
      zones: 2,
      zonesWithoutCoordinator: 2,
      zonesWithoutBoundary: 2,
      thisYear: "2025-26",
      nextYear: "2026-27",
      termsThisYear: 0,
      termsNextYear: 0,
      organisations: 2,
      codesChanged: 1,
      ratesChanged: 0,
      weightsChanged: false,
    });
  });
});

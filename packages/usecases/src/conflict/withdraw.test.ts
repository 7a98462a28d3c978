import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { InterestKind } from "@alongside/domain/conflict";
import { anonymous } from "@alongside/domain/identity";
import type { Context } from "../context/index.ts";
import { openDeploymentWorld, type DeploymentWorld } from "../deployment/deployment-world.ts";
import { grants, places, refusalOf } from "../identity/world.ts";
import {
  decideAbout,
  declareInterest,
  getConflict,
  getInterest,
  listConflicts,
  standingConflicts,
  withdrawInterest,
} from "./index.ts";

let world: DeploymentWorld;
beforeEach(async () => {
  world = await openDeploymentWorld();
});
afterEach(() => world.drop());

type Declared = { readonly tie: string; readonly conflict: string };

/** Declares a tie and answers it with the conflict that followed from it. */
const declared = async (
  kind: InterestKind = "past-employment",
  ctx: Context = world.lena.ctx,
): Promise<Declared> => {
  const { conflicts } = await declareInterest(ctx, world.area, {
    personId: world.lena.personId,
    urn: places.alder,
    kind,
    words: "I was deputy head there until 2024",
    untilOn: null,
  });
  const { own } = await listConflicts(ctx, world.area, {});
  const tie = own.find((one) => one.kind === kind && one.withdrawn === null);
  return { tie: tie?.id ?? "", conflict: conflicts[0] ?? "" };
};

const reason = "It was another school of the same name";
const withdraw = (interestId: string, ctx: Context = world.lena.ctx, version = 1) =>
  withdrawInterest(ctx, world.area, { interestId, version, reason });

const pair = () => ({
  area: world.area,
  leader: world.lena.personId,
  homeUrn: places.beech,
  urn: places.alder,
  madeBy: "cora",
});

describe("a tie that is withdrawn", () => {
  it("stays on record with who, when and why, and is counted no more", async () => {
    const { tie } = await declared();
    await world.database.client.execute("DELETE FROM conflicts");
    const standing = () => standingConflicts(world.officer, world.officer.read, pair());
    expect(await standing()).toMatchObject([{ ground: { kind: "past-employment" } }]);
    expect(await withdraw(tie)).toEqual({ conflicts: [] });
    expect(await standing()).toEqual([]);
    expect(await getInterest(world.lena.ctx, world.area, tie)).toMatchObject({
      version: 2,
      withdrawn: { by: "Lena", reason },
      may: { withdraw: false },
    });
    const last = (await world.events()).at(-1);
    expect(last).toMatchObject({ kind: "interest-withdrawn", actor: "lena" });
    expect(JSON.stringify(last)).not.toContain("same name");
  });

  it("leaves the conflict that rests on it to those who decide, who are told without a word of it", async () => {
    const { tie, conflict } = await declared();
    const before = (await world.needMails()).length;
    expect(await withdraw(tie)).toEqual({ conflicts: [conflict] });
    expect((await world.needMails()).slice(before)).toEqual([
      ["conflict-tie-withdrawn", "ada@alder.example"],
      ["conflict-tie-withdrawn", "olu@alder.example"],
    ]);
    expect(JSON.stringify((await world.mails()).slice(before))).not.toMatch(/Lena|Alder School/);
    const seen = await getConflict(world.officer, world.area, conflict);
    expect(seen).toMatchObject({
      state: "found",
      version: 2,
      declared: [{ withdrawn: { reason } }],
      timeline: [{ kind: "conflict-tie-withdrawn", by: "Lena" }, { kind: "conflict-found" }],
    });
    expect(await refusalOf(() => world.issued())).toMatchObject({ kind: "conflict-blocks" });
    const decision = { outcome: "allow", reason: "Declared by mistake", conditions: "" } as const;
    await decideAbout(world.officer, world.area, { id: conflict, version: 2, ...decision });
    await world.issued();
  });

  it("makes whoever was deciding look again", async () => {
    const { tie, conflict } = await declared("other");
    await withdraw(tie);
    const decision = { outcome: "uphold", reason: "Too close", conditions: "" } as const;
    expect(
      await refusalOf(() =>
        decideAbout(world.officer, world.area, { id: conflict, version: 1, ...decision }),
      ),
    ).toMatchObject({ kind: "changed-since", by: "Lena" });
  });

  it.each(["governor", "reciprocal-support", "other"] as const)(
    "of the kind %s touches no conflict with another ground",
    async (kind) => {
      const other = await declared("past-employment");
      const { tie, conflict } = await declared(kind);
      expect(await withdraw(tie)).toEqual({ conflicts: [conflict] });
      const seen = await getConflict(world.officer, world.area, other.conflict);
      expect(seen.version).toBe(1);
    },
  );

  it("is not shown to the board in any word", async () => {
    const { tie, conflict } = await declared();
    await withdraw(tie);
    const board = world.strangers["a board member"];
    if (board === undefined) throw new Error("no board");
    expect(JSON.stringify(await getConflict(board, world.area, conflict))).not.toMatch(
      /same name|deputy/,
    );
    expect(await refusalOf(() => getInterest(board, world.area, tie))).toEqual({
      kind: "not-found",
    });
  });
});

describe("withdrawing a tie", () => {
  it("is for whoever declared it and for those who decide; nobody un-says another’s word", async () => {
    const { tie } = await declared("other", world.head);
    for (const ctx of [world.lena.ctx, world.coordinator]) {
      expect(await refusalOf(() => withdraw(tie, ctx))).toEqual({ kind: "not-allowed" });
      expect((await getInterest(ctx, world.area, tie)).may.withdraw).toBe(false);
    }
    const outside = ["a head of another area", "an administrator of another area", "a leader"];
    const strangers = outside.flatMap((name) => world.strangers[name] ?? []);
    expect(strangers).toHaveLength(3);
    for (const ctx of [...strangers, world.homeHead, world.staff, world.as(anonymous)]) {
      expect(await refusalOf(() => withdraw(tie, ctx))).toEqual({ kind: "not-found" });
    }
    await withdraw(tie, world.officer);
    const again = await declared("other", world.head);
    await withdraw(again.tie, world.head);
  });

  it("is not for whoever declared it and has no part in the area any more", async () => {
    const { tie } = await declared("other", world.head);
    const { actor } = world.head;
    if (actor.kind !== "person") throw new Error("nobody declared it");
    const gone = { ...world.head, actor: { ...actor, grants: [grants.headOfCedar] } };
    expect(await refusalOf(() => withdraw(tie, gone))).toEqual({ kind: "not-found" });
  });

  it("needs a reason, and happens once", async () => {
    const { tie } = await declared();
    const blank = { interestId: tie, version: 1, reason: "  " };
    expect(await refusalOf(() => withdrawInterest(world.lena.ctx, world.area, blank))).toEqual({
      kind: "words-needed",
      field: "reason",
    });
    const results = await Promise.allSettled([withdraw(tie), withdraw(tie, world.officer)]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(results[1]).toMatchObject({
      reason: { refusal: { kind: "changed-since", by: "Lena" } },
    });
    expect(await refusalOf(() => withdraw(tie, world.officer, 2))).toMatchObject({
      kind: "wrong-state",
      machine: "interest",
    });
    expect(await refusalOf(() => withdraw("nowhere"))).toEqual({ kind: "not-found" });
  });
});

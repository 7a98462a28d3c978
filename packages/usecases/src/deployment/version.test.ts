import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toDeploymentId } from "@alongside/domain/deployment";
import type { Context } from "../context/index.ts";
import { refusalOf } from "../identity/world.ts";
import { openDeploymentWorld, type DeploymentWorld } from "./deployment-world.ts";
import { getDeployment, listDeployments, takeBackVersion } from "./index.ts";

let world: DeploymentWorld;
beforeEach(async () => {
  world = await openDeploymentWorld();
});
afterEach(() => world.drop());

describe("taking a version back", () => {
  it("clears the signatures, keeps what was signed, and the next version is signed anew", async () => {
    await world.issued();
    await world.sign("leader");
    const old = (await world.page()).versions[0]?.hash ?? "";
    const reason = "The dates clash with our trip";
    await takeBackVersion(world.head, world.area, { ...(await world.seen()), reason });
    expect(await world.page()).toMatchObject({ state: "drafting", toSign: null });
    await world.issued({ pattern: "Thursdays" });
    const { versions, next } = await world.page();
    expect(next.signatories).toHaveLength(3);
    expect(
      versions.map(({ number, state, signatures }) => [number, state, signatures.length]),
    ).toEqual([
      [2, "issued", 0],
      [1, "taken-back", 1],
    ]);
    expect(await refusalOf(() => world.sign("leader", { hash: old }))).toMatchObject({
      kind: "another-version",
      number: 2,
    });
  });

  it("needs a reason, and a part in it", async () => {
    const seen = await world.issued();
    const back = (ctx: Context, reason = "Wrong days") =>
      takeBackVersion(ctx, world.area, { ...seen, reason });
    expect(await refusalOf(() => back(world.head, " "))).toEqual({
      kind: "words-needed",
      field: "reason",
    });
    expect(await refusalOf(() => back(world.staff))).toEqual({ kind: "not-allowed" });
    const board = world.strangers["a board member"];
    if (board === undefined) throw new Error("no board");
    expect(await refusalOf(() => back(board))).toEqual({ kind: "not-found" });
  });

  it("and the last signature at once: one of the two happens, whole", async () => {
    await world.issued();
    await world.sign("leader");
    await world.sign("home-school-head");
    const seen = await world.seen();
    const results = await Promise.allSettled([
      takeBackVersion(world.coordinator, world.area, { ...seen, reason: "Wait" }),
      world.sign("supported-head"),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { state, days } = await world.page();
    expect([state, days.committed]).toEqual(state === "active" ? ["active", 12] : ["drafting", 0]);
  });
});

describe("the page and the list of deployments", () => {
  it("are nothing to those who can have none, and one that is nowhere is nobody’s", async () => {
    for (const who of ["a board member", "a head of another area", "the operator", "nobody"]) {
      const ctx = world.strangers[who];
      if (ctx === undefined) throw new Error(`there is no ${who}`);
      expect([who, await refusalOf(() => listDeployments(ctx, world.area, {}))]).toEqual([
        who,
        { kind: "not-found" },
      ]);
    }
    const nowhere = () => getDeployment(world.officer, world.area, toDeploymentId("nowhere"));
    expect(await refusalOf(nowhere)).toEqual({ kind: "not-found" });
  });

  it("are for the two schools, the leader and the partnership’s staff", async () => {
    const { id } = world.drafted;
    const allowed = [world.head, world.staff, world.lena.ctx, world.homeHead, world.officer];
    for (const ctx of [...allowed, world.administrator, world.actingCoordinator]) {
      expect((await getDeployment(ctx, world.area, id)).id).toBe(id);
      expect((await listDeployments(ctx, world.area, {})).all).toBe(1);
      for (const [question, total] of [
        [{ words: "lena" }, 1],
        [{ words: "beech" }, 1],
        [{ words: "nobody" }, 0],
        [{ states: ["drafting"] }, 1],
        [{ states: ["active"] }, 0],
      ] as const) {
        const { deployments, ...list } = await listDeployments(ctx, world.area, question);
        expect([question, deployments.length, list.total, list.all]).toEqual([
          question,
          total,
          total,
          1,
        ]);
      }
    }
    const { "the head of another school": _home, ...strangers } = world.strangers;
    for (const [who, ctx] of Object.entries(strangers)) {
      const refused = await refusalOf(() => getDeployment(ctx, world.area, id));
      expect([who, refused]).toEqual([who, { kind: "not-found" }]);
    }
  });
});

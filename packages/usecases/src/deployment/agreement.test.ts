import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listMovements } from "@alongside/db/views/ledger";
import { listObjectives } from "@alongside/db/views/deployment";
import { dateOf, instantOf } from "@alongside/domain/calendar";
import { toOfferId } from "@alongside/domain/offer";
import { postHold } from "../capacity/ledger.ts";
import { hour, refusalOf } from "../identity/world.ts";
import { getNeed, holdNeed } from "../need/index.ts";
import { openDeploymentWorld, wholeTerms, type DeploymentWorld } from "./deployment-world.ts";
import { issueAgreement, signAgreement } from "./index.ts";

const day = 24 * hour;

let world: DeploymentWorld;
beforeEach(async () => {
  world = await openDeploymentWorld();
});
afterEach(() => world.drop());

const book = async () =>
  (await listMovements(world.database.read, [world.lena.line])).map(
    ({ movement, halfDays, from, to }) => [movement, halfDays, from, to] as const,
  );
const lastMails = async (count: number) => (await world.needMails()).slice(-count);
const needState = async () => {
  const { need } = await world.page();
  return (await getNeed(world.coordinator, world.area, need.id)).state;
};

describe("sending an agreement out to be signed", () => {
  it("fixes the terms by their hash, tells the three, and winds the clock", async () => {
    await world.issued();
    const page = await world.page();
    expect(page).toMatchObject({
      state: "awaiting-signatures",
      toSign: 1,
      due: "2026-03-16T23:59:59.999Z",
      next: { what: "sign", signatories: ["supported-head", "leader", "home-school-head"] },
    });
    expect(page.versions[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await lastMails(3)).toEqual([
      ["agreement-to-sign", "hana@alder.example"],
      ["agreement-to-sign", "lena@alder.example"],
      ["agreement-to-sign", "bea@alder.example"],
    ]);
  });

  it("is refused while it is not whole, when days are missing, and to whoever does not broker", async () => {
    const issue = async (ctx = world.coordinator) =>
      issueAgreement(ctx, world.area, await world.seen());
    expect(await refusalOf(() => issue())).toMatchObject({ kind: "terms-incomplete" });
    for (const ctx of [world.head, world.lena.ctx, world.homeHead]) {
      expect(await refusalOf(() => issue(ctx))).toEqual({ kind: "not-allowed" });
    }
    const [line] = wholeTerms.funding;
    if (line === undefined) throw new Error("no line");
    expect(
      await refusalOf(() => world.issued({ halfDays: 21, funding: [{ ...line, halfDays: 21 }] })),
    ).toEqual({ kind: "not-enough-days", account: "published", wanted: 21, left: 20 });
    expect(await refusalOf(() => world.issued({ halfDays: 11 }))).toEqual({
      kind: "funding-does-not-add-up",
      funded: 12,
      agreed: 11,
    });
  });
});

describe("signing", () => {
  it("by all three puts the agreement in force, commits the days and agrees the need, at once", async () => {
    await world.issued();
    await world.sign("leader");
    await world.sign("home-school-head");
    expect((await world.page()).days).toMatchObject({ held: 12, committed: 0 });
    await world.sign("supported-head");
    expect(await world.page()).toMatchObject({
      state: "active",
      due: null,
      inForce: 1,
      days: { held: 0, committed: 12 },
    });
    expect(await needState()).toBe("agreed");
    expect((await book()).slice(-2)).toEqual([
      ["renew-hold", 0, "held", "held"],
      ["commit", 12, "held", "committed"],
    ]);
    const kinds = (await world.events()).slice(-2).map(({ kind, actor }) => [kind, actor]);
    expect(kinds).toEqual([
      ["agreement-in-force", "hana"],
      ["need-agreed", "hana"],
    ]);
    const { id } = world.drafted;
    const [objective] = await listObjectives(world.database.read, id);
    expect(objective).toMatchObject({ measure: "phonics-expected", baseline: 62, target: 75 });
    expect(await lastMails(3)).toEqual([
      ["agreement-in-force", "lena@alder.example"],
      ["agreement-in-force", "bea@alder.example"],
      ["agreement-in-force", "cora@alder.example"],
    ]);
  });

  it("is in the own name, of the version that was read, by the one who signs for that side", async () => {
    await world.issued();
    expect(await refusalOf(() => world.sign("leader", { typedName: "Len" }))).toEqual({
      kind: "not-your-name",
      name: "Lena",
    });
    expect(await refusalOf(() => world.sign("leader", { hash: "0".repeat(64) }))).toMatchObject({
      kind: "another-version",
      number: 1,
    });
    expect(await refusalOf(() => world.sign("leader", { signatory: "home-school-head" }))).toEqual({
      kind: "not-allowed",
    });
    for (const ctx of [world.coordinator, world.staff, world.officer]) {
      const typedName = ctx.actor.kind === "person" ? ctx.actor.name : "";
      const { id } = world.drafted;
      const signing = { id, signatory: "supported-head", typedName, hash: "h" } as const;
      expect(await refusalOf(() => signAgreement(ctx, world.area, signing))).toEqual({
        kind: "not-allowed",
      });
    }
    await world.sign("leader", { typedName: " LÉNA " });
    expect((await world.page()).versions[0]?.signatures).toMatchObject([
      { signatory: "leader", typedName: " LÉNA ", onBehalf: null },
    ]);
  });

  it("sent again because its answer was lost changes nothing", async () => {
    await world.issued();
    const first = await world.sign("leader");
    expect(await world.sign("leader")).toEqual(first);
    await world.sign("home-school-head");
    const last = await world.sign("supported-head");
    expect(await world.sign("supported-head")).toEqual(last);
    expect((await world.page()).versions[0]?.signatures).toHaveLength(3);
  });

  it("by two at once counts both, and commits the days once", async () => {
    await world.issued();
    await world.sign("leader");
    await Promise.all([
      world.sign("home-school-head"),
      world.sign("supported-head"),
      world.sign("supported-head"),
    ]);
    expect(await world.page()).toMatchObject({ state: "active", days: { committed: 12 } });
    expect((await book()).filter(([movement]) => movement === "commit")).toHaveLength(1);
  });

  it("on behalf of a school that never signs in is a coordinator’s with that right, who says how it agreed", async () => {
    await world.issued();
    const { id } = world.drafted;
    const hash = (await world.page()).versions[0]?.hash ?? "";
    const signing = { id, signatory: "supported-head", typedName: "Acton", hash } as const;
    const sign = (consent?: string) =>
      signAgreement(world.actingCoordinator, world.area, { ...signing, consent });
    expect(await refusalOf(() => sign(" "))).toEqual({ kind: "words-needed", field: "onBehalf" });
    await sign("Signed on paper on 2 March");
    const [version] = (await world.page()).versions;
    expect(version?.signatures).toMatchObject([
      { personId: "acton", name: "Acton", onBehalf: "Signed on paper on 2 March" },
    ]);
    const [event] = (await world.page()).timeline;
    expect(event).toMatchObject({ kind: "agreement-signed", by: "Acton", isOnBehalf: true });
  });

  it("takes the days anew when the hold ran out while it was signed, unless they are gone", async () => {
    await world.issued();
    await world.sign("leader");
    await world.sign("home-school-head");
    world.pass(29 * day);
    const taken = (halfDays: number) =>
      world.database.write((tx) =>
        postHold(world.coordinator, tx, {
          capacityLine: world.lena.line,
          offer: toOfferId("another"),
          halfDays,
          window: "any",
          until: instantOf(world.now() + day),
        }),
      );
    await taken(12);
    expect(await refusalOf(() => world.sign("supported-head"))).toMatchObject({
      kind: "not-enough-days",
      left: 8,
    });
    expect((await world.page()).versions[0]?.signatures).toHaveLength(2);
    world.pass(2 * day);
    await world.sign("supported-head");
    expect((await world.page()).days).toMatchObject({ held: 0, committed: 12 });
  });

  it("is refused while the need is on hold, and leaves nothing behind", async () => {
    await world.issued();
    await world.sign("leader");
    await world.sign("home-school-head");
    const { need } = await world.page();
    const { version } = await getNeed(world.coordinator, world.area, need.id);
    const hold = { reason: "The head is away", until: dateOf(2026, 3, 20) };
    await holdNeed(world.coordinator, world.area, { id: need.id, version, ...hold });
    expect(await refusalOf(() => world.sign("supported-head"))).toMatchObject({
      kind: "wrong-state",
      machine: "need",
    });
    expect(await world.page()).toMatchObject({ state: "awaiting-signatures" });
    expect((await world.page()).versions[0]?.signatures).toHaveLength(2);
  });
});

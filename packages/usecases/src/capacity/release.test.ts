import { addDays, dateOf, instantOf } from "@alongside/domain/calendar";
import type { CapacityLineId } from "@alongside/domain/capacity";
import { toOfferId } from "@alongside/domain/offer";
import { commandLine } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refusalOf } from "../identity/world.ts";
import {
  declineTerm,
  holdDays,
  lapseCapacity,
  listCapacity,
  reconfirmCapacity,
  releaseLeader,
  type Release,
} from "./index.ts";
import { lena, offering, openSupplyWorld, spring, type SupplyWorld } from "./supply-world.ts";

const day = 86_400_000;
const summer = "t-summer";

let world: SupplyWorld;
beforeEach(async () => {
  world = await openSupplyWorld();
});
afterEach(() => world.drop());

const whole = { ...offering, earlyHalfDays: 12, lateHalfDays: 12 };
const publishSummer = async () =>
  (await world.publish(world.leader, { termId: summer, offering: whole })).id;

const lenaIn = async (termId: string) => {
  const { leaders } = await listCapacity(world.officer, world.area, { termId });
  const line = leaders.find(({ personId }) => personId === lena);
  if (line === undefined) throw new Error("Lena is not in the list");
  return line;
};

const hold = (capacityLine: CapacityLineId, halfDays: number) =>
  world.database.write((tx) =>
    holdDays(world.officer, tx, {
      area: world.area,
      capacityLine,
      offer: toOfferId("o1"),
      halfDays,
      window: "any",
      until: instantOf(world.now() + 7 * day),
    }),
  );

const release = (
  id: CapacityLineId,
  given: Partial<Release> & { readonly version?: number },
  ctx = world.homeHead,
) =>
  releaseLeader(ctx, world.area, {
    id,
    version: 1,
    halfDays: 8,
    until: dateOf(2026, 7, 21),
    ...given,
  });

describe("the home school", () => {
  it("releases its leader for so many days; what was published beyond them is taken back", async () => {
    const id = await publishSummer();
    expect(await release(id, {})).toMatchObject({ version: 2, changed: true });
    expect(await world.movements(id)).toEqual([
      ["publish", 12],
      ["withdraw", 4],
    ]);
    const line = await lenaIn(summer);
    expect(line.line?.supply).toMatchObject({ halfDays: 8, release: { halfDays: 8 } });
    expect(line.days.published).toBe(8);
  });

  it("releases more than is asked without adding to it, and the same again changes nothing", async () => {
    const id = await publishSummer();
    await release(id, { halfDays: 30 });
    expect((await lenaIn(summer)).days.published).toBe(12);
    expect(await release(id, { halfDays: 30, version: 2 })).toMatchObject({ changed: false });
  });

  it("is the bound of what its leader may publish", async () => {
    const id = await publishSummer();
    await release(id, {});
    expect(
      await refusalOf(() =>
        world.publish(world.leader, { termId: summer, version: 2, offering: whole }),
      ),
    ).toMatchObject({ kind: "beyond-release", released: 8, wanted: 12 });
  });

  it("cannot call back what is promised to a school", async () => {
    const id = await publishSummer();
    await hold(id, 10);
    expect(await refusalOf(() => release(id, {}))).toEqual({
      kind: "days-tied",
      tied: 10,
      wanted: 8,
    });
  });

  it("gives a last day that has not passed", async () => {
    const id = await publishSummer();
    expect(await refusalOf(async () => release(id, { until: dateOf(2026, 3, 1) }))).toMatchObject({
      kind: "invalid-input",
      fields: { until: expect.any(String) },
    });
  });

  it("renews a release that ran out, also when the promise lapsed meanwhile", async () => {
    const id = await publishSummer();
    await release(id, { until: dateOf(2026, 4, 1) });
    world.pass(50 * day);
    await lapseCapacity(world.as(commandLine));
    const again = (version: number) => reconfirmCapacity(world.leader, world.area, { id, version });
    expect(await refusalOf(() => again(3))).toMatchObject({ kind: "beyond-release", released: 0 });
    await release(id, { version: 3 });
    await again(4);
    expect(await lenaIn(summer)).toMatchObject({ state: "ready", days: { free: 8 } });
  });

  it("is acted for by a coordinator who may, and the record says so", async () => {
    const id = await publishSummer();
    await release(id, {}, world.acting);
    const { rows } = await world.database.client.execute(
      "SELECT actor, on_behalf_of FROM events WHERE kind = 'capacity-changed'",
    );
    expect(rows).toMatchObject([{ actor: "zora", on_behalf_of: "school 900001" }]);
  });

  it("alone may do it", async () => {
    const id = await publishSummer();
    for (const actor of [world.leader, world.organisation, world.officer]) {
      expect(await refusalOf(() => release(id, {}, actor))).toEqual({ kind: "not-allowed" });
    }
    for (const [who, ctx] of Object.entries(world.strangers)) {
      expect([who, await refusalOf(() => release(id, {}, ctx))]).toEqual([
        who,
        { kind: "not-found" },
      ]);
    }
  });

  it("does not overwrite what the leader changed meanwhile", async () => {
    const id = await publishSummer();
    const [one, other] = await Promise.allSettled([
      world.publish(world.leader, {
        termId: summer,
        version: 1,
        offering: { ...whole, halfDays: 14 },
      }),
      release(id, {}),
    ]);
    expect(one.status).toBe("fulfilled");
    expect(other).toMatchObject({ reason: { refusal: { kind: "changed-since", by: "Lena" } } });
  });
});

describe("one click", () => {
  const reconfirm = (id: CapacityLineId, version: number, ctx = world.leader) =>
    reconfirmCapacity(ctx, world.area, { id, version });

  it("keeps the days good for six weeks more, also after they lapsed", async () => {
    const id = await publishSummer();
    expect((await lenaIn(summer)).line?.goodUntil).toBe(addDays(dateOf(2026, 3, 2), 42));
    world.pass(43 * day);
    expect((await lenaIn(summer)).state).toBe("lapsed");
    expect(await lapseCapacity(world.as(commandLine))).toEqual({ lapsed: 1, freed: 0 });
    expect((await lenaIn(summer)).state).toBe("lapsed");
    await reconfirm(id, 2);
    expect(await lenaIn(summer)).toMatchObject({
      state: "ready",
      line: { confirmedOn: "2026-04-14", goodUntil: "2026-05-26" },
    });
  });

  it("changes nothing when it comes twice on one day", async () => {
    const id = await publishSummer();
    expect(await reconfirm(id, 1)).toEqual({ id, version: 1, changed: false });
  });

  it("makes a maybe a yes", async () => {
    const { id } = await world.publish(world.leader, { answer: "maybe", offering: whole });
    await reconfirm(id, 1);
    expect(await world.movements(id)).toEqual([["publish", 12]]);
  });

  it("is refused when the term is over", async () => {
    const { id } = await world.publish(world.leader, { offering: whole });
    world.pass(40 * day);
    expect(await refusalOf(() => reconfirm(id, 1))).toMatchObject({ kind: "good-until-passed" });
  });

  it("is the leader's, the organisation's, or a coordinator's on behalf", async () => {
    const id = await publishSummer();
    world.pass(day);
    await reconfirm(id, 1, world.organisation);
    world.pass(day);
    await reconfirm(id, 2, world.acting);
    expect(await refusalOf(() => reconfirm(id, 3, world.homeHead))).toEqual({
      kind: "not-allowed",
    });
    for (const ctx of Object.values(world.strangers)) {
      expect(await refusalOf(() => reconfirm(id, 3, ctx))).toEqual({ kind: "not-found" });
    }
  });
});

describe("not now", () => {
  const decline = (version: number, reason: string, ctx = world.leader) =>
    declineTerm(ctx, world.area, { personId: lena, termId: spring, version, reason });

  it("is an answer of its own, and needs no words", async () => {
    expect(await decline(0, "")).toEqual({ changed: true });
    expect(await lenaIn(spring)).toMatchObject({ state: "not-now", answer: "not-now", line: null });
    expect(await decline(0, "")).toEqual({ changed: false });
  });

  it("takes back the days that were said before, with a reason, and a later yes begins anew", async () => {
    const { id } = await world.publish(world.leader, { offering: whole });
    expect(await refusalOf(() => decline(1, " "))).toEqual({
      kind: "words-needed",
      field: "reason",
    });
    await decline(1, "An inspection is due");
    expect(await world.movements(id)).toEqual([
      ["publish", 12],
      ["withdraw", 12],
    ]);
    expect(await lenaIn(spring)).toMatchObject({ state: "not-now", note: "An inspection is due" });
    const again = await world.publish(world.leader, { offering: whole });
    expect(again.id).not.toBe(id);
    expect((await lenaIn(spring)).days.published).toBe(12);
  });

  it("is refused while days are promised to a school", async () => {
    const { id } = await world.publish(world.leader, { offering: whole });
    await hold(id, 1);
    expect(await refusalOf(() => decline(1, "An inspection is due"))).toMatchObject({
      kind: "days-tied",
      tied: 1,
    });
  });

  it("is said by those who may publish, and by no other", async () => {
    expect(await refusalOf(() => decline(0, "", world.homeHead))).toEqual({ kind: "not-allowed" });
    for (const ctx of Object.values(world.strangers)) {
      expect(await refusalOf(() => decline(0, "", ctx))).toEqual({ kind: "not-found" });
    }
    await decline(0, "On leave", world.organisation);
    expect(await world.events("capacity-answered-not-now")).toMatchObject([{ actor: "hubert" }]);
  });
});

describe("the clock", () => {
  it("lapses promises and frees holds that ran out, once, and is nobody else's", async () => {
    const { id } = await world.publish(world.leader, { offering: whole });
    await hold(id, 3);
    world.pass(8 * day);
    expect(await refusalOf(async () => lapseCapacity(world.administrator))).toEqual({
      kind: "not-allowed",
    });
    const ctx = world.as(commandLine);
    expect(await lapseCapacity(ctx)).toEqual({ lapsed: 0, freed: 1 });
    expect(await lapseCapacity(ctx)).toEqual({ lapsed: 0, freed: 0 });
    expect(await world.movements(id)).toEqual([
      ["publish", 12],
      ["hold", 3],
      ["release-hold", 3],
    ]);
  });
});

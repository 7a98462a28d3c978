import { dateOf } from "@alongside/domain/calendar";
import { toId, type PersonId } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { places, refusalOf } from "../identity/world.ts";
import { lena, openSupplyWorld, type SupplyWorld } from "../capacity/supply-world.ts";
import {
  addDesignation,
  addLeader,
  getLeader,
  listLeaders,
  listNewLeaders,
  listReviewsDue,
  stepDesignation,
  type NewDesignation,
} from "./index.ts";

let world: SupplyWorld;
beforeEach(async () => {
  world = await openSupplyWorld();
});
afterEach(() => world.drop());

const lle: NewDesignation = {
  personId: lena,
  type: "lle",
  awardingBody: "Northfield Partnership",
  fromOn: dateOf(2022, 4, 1),
  toOn: null,
  reviewDue: null,
  evidence: "Letter of designation",
  status: "designated",
};

const add = (more: Partial<NewDesignation> = {}, ctx = world.officer) =>
  addDesignation(ctx, world.area, { ...lle, ...more });

type Command = Parameters<typeof stepDesignation>[2]["command"];
const step = (id: string, version: number, command: Command, reason = "Panel of 2 March") =>
  stepDesignation(world.officer, world.area, { id, version, command, reason });

const only = async () => {
  const { designations } = await getLeader(world.officer, world.area, lena);
  const [first] = designations;
  if (first === undefined) throw new Error("no designation");
  return first;
};

describe("a designation", () => {
  it("is put on record with a review after four years, and counts while it is in force", async () => {
    await add();
    expect(await only()).toMatchObject({
      status: "designated",
      reviewDue: "2026-04-01",
      isInForce: true,
      next: ["review"],
    });
    expect(await world.events("designation-added")).toMatchObject([
      { actor: "ollie", payload: { type: "lle", status: "designated" } },
    ]);
  });

  it("goes under review and comes out retained, with the next review four years on", async () => {
    const { id } = await add();
    await step(id, 1, "review");
    expect((await only()).isInForce).toBe(false);
    expect(await step(id, 2, "retain")).toEqual({ version: 3, status: "retained" });
    expect(await only()).toMatchObject({ isInForce: true, reviewDue: "2030-03-02" });
  });

  it("ends today when it is withdrawn, resigned or removed", async () => {
    for (const command of ["withdraw", "resign", "remove"] as const) {
      const { id } = await add();
      await step(id, 1, "review");
      await step(id, 2, command);
      const { designations } = await getLeader(world.officer, world.area, lena);
      expect(designations.find((each) => each.id === id)).toMatchObject({
        toOn: "2026-03-02",
        isInForce: false,
        next: [],
      });
    }
  });

  it("takes no step that is not the next, none without a reason, and none unseen", async () => {
    const { id } = await add({ status: "applied" });
    expect(await refusalOf(() => step(id, 1, "retain"))).toMatchObject({
      kind: "wrong-state",
      machine: "designation",
      state: "applied",
    });
    expect(await refusalOf(() => step(id, 1, "designate", " "))).toEqual({
      kind: "words-needed",
      field: "reason",
    });
    const [one, other] = await Promise.allSettled([
      step(id, 1, "designate"),
      step(id, 1, "designate"),
    ]);
    expect(one.status).toBe("fulfilled");
    expect(other).toMatchObject({
      reason: { refusal: { kind: "changed-since", version: 2, by: "Ollie" } },
    });
  });

  it("is refused with an end before its beginning, and of a kind that no list holds", async () => {
    expect(await refusalOf(() => add({ toOn: dateOf(2022, 3, 1) }))).toMatchObject({
      kind: "invalid-input",
      fields: { toOn: expect.any(String) },
    });
    expect(await refusalOf(() => add({ type: "knight" }))).toMatchObject({
      kind: "invalid-input",
      fields: { type: expect.any(String) },
    });
  });

  it("is the partnership's to say: not the leader's, the home school's, nor a coordinator's", async () => {
    for (const ctx of [world.leader, world.homeHead, world.organisation, world.acting]) {
      expect(await refusalOf(() => add({}, ctx))).toEqual({ kind: "not-allowed" });
    }
    const { id } = await add();
    for (const [who, ctx] of Object.entries(world.strangers)) {
      const refusals = [
        await refusalOf(() => add({}, ctx)),
        await refusalOf(() => getLeader(ctx, world.area, lena)),
        await refusalOf(() =>
          stepDesignation(ctx, world.area, { id, version: 1, command: "review", reason: "x" }),
        ),
      ];
      expect([who, ...refusals]).toEqual([
        who,
        { kind: "not-found" },
        { kind: "not-found" },
        { kind: "not-found" },
      ]);
    }
  });
});

describe("reviews", () => {
  it("are listed when they are due within ninety days, overdue or under way, the most pressing first", async () => {
    await add();
    const { id } = await add({ reviewDue: dateOf(2030, 1, 1) });
    await add({ reviewDue: dateOf(2026, 2, 1) });
    await add({ reviewDue: dateOf(2027, 1, 1) });
    await step(id, 1, "review");
    const { reviews } = await listReviewsDue(world.acting, world.area);
    expect(reviews.map(({ reviewDue, status }) => [reviewDue, status])).toEqual([
      ["2026-02-01", "designated"],
      ["2026-04-01", "designated"],
      ["2030-01-01", "under-review"],
    ]);
  });

  it("are for those who broker", async () => {
    const { leader, homeHead, organisation, strangers } = world;
    for (const ctx of [leader, homeHead, organisation, ...Object.values(strangers)]) {
      expect(await refusalOf(() => listReviewsDue(ctx, world.area))).toEqual({
        kind: "not-found",
      });
    }
  });
});

describe("a leader", () => {
  const otto = toId<PersonId>("otto");
  const addOtto = (ctx = world.officer, kind = "sle") =>
    addLeader(ctx, world.area, { personId: otto, homeUrn: places.beech, kind });

  it("is put on record once, out of those who hold the part", async () => {
    expect((await listNewLeaders(world.officer, world.area)).map(({ name }) => name)).toEqual([
      "Otto",
    ]);
    await addOtto();
    expect((await listLeaders(world.officer, world.area)).map(({ name }) => name)).toEqual([
      "Lena",
      "Otto",
    ]);
    expect(await refusalOf(() => addOtto())).toEqual({ kind: "not-found" });
    expect(await world.events("leader-added")).toMatchObject([{ actor: "ollie" }]);
  });

  it("is of a kind that the list holds, and put on record by the partnership alone", async () => {
    expect(await refusalOf(() => addOtto(world.officer, "knight"))).toMatchObject({
      kind: "invalid-input",
    });
    for (const ctx of [
      world.leader,
      world.homeHead,
      world.acting,
      ...Object.values(world.strangers),
    ]) {
      expect(await refusalOf(() => addOtto(ctx))).toEqual({ kind: "not-allowed" });
      expect(await refusalOf(() => listNewLeaders(ctx, world.area))).toEqual({ kind: "not-found" });
    }
  });
});

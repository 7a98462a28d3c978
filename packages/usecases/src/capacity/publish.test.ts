import { toOfferId } from "@alongside/domain/offer";
import { instantOf } from "@alongside/domain/calendar";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refusalOf } from "../identity/world.ts";
import { listCapacity } from "./list.ts";
import { holdDays, releaseHold, type Offering } from "./index.ts";
import { lena, offering, openSupplyWorld, spring, type SupplyWorld } from "./supply-world.ts";

let world: SupplyWorld;
beforeEach(async () => {
  world = await openSupplyWorld();
});
afterEach(() => world.drop());

const days = (halfDays: number, more: Partial<Offering> = {}): Offering => ({
  ...offering,
  halfDays,
  earlyHalfDays: halfDays,
  lateHalfDays: halfDays,
  ...more,
});

const lenaInList = async () => {
  const { leaders } = await listCapacity(world.officer, world.area, { termId: spring });
  const line = leaders.find(({ personId }) => personId === lena);
  if (line === undefined) throw new Error("Lena is not in the list");
  return line;
};

const hold = (line: Parameters<typeof holdDays>[2]["capacityLine"], halfDays: number) =>
  world.database.write((tx) =>
    holdDays(world.officer, tx, {
      area: world.area,
      capacityLine: line,
      offer: toOfferId("o1"),
      halfDays,
      window: "any",
      until: instantOf(world.now() + 7 * 86_400_000),
    }),
  );

describe("saying yes to a term", () => {
  it("publishes the days, good for six weeks or to the end of the term", async () => {
    const { id, version } = await world.publish(world.leader);
    expect(version).toBe(1);
    expect(await world.movements(id)).toEqual([["publish", 12]]);
    expect(await lenaInList()).toMatchObject({
      state: "ready",
      answer: "yes",
      line: { confirmedOn: "2026-03-02", goodUntil: "2026-03-27" },
      days: { published: 12, free: 12, held: 0 },
    });
  });

  it("leaves its events, in the leader's own name", async () => {
    await world.publish(world.leader);
    const kinds = (await world.events()).map(({ kind, actor }) => [kind, actor]);
    expect(kinds).toEqual([
      ["capacity-indicated", "lena"],
      ["capacity-confirmed", "lena"],
      ["capacity-answered-yes", "lena"],
    ]);
  });

  it("changes the days and halves that were said before, and the book with them", async () => {
    const { id } = await world.publish(world.leader);
    await world.publish(world.leader, { version: 1, offering: days(8, { earlyHalfDays: 8 }) });
    expect(await world.movements(id)).toEqual([
      ["publish", 12],
      ["publish", 2],
      ["withdraw", 6],
    ]);
    expect((await lenaInList()).days).toMatchObject({ published: 8, free: 8 });
  });

  it("changes nothing, and says so, when the same is said again on the same day", async () => {
    await world.publish(world.leader);
    const before = await world.events();
    expect(await world.publish(world.leader, { version: 1 })).toMatchObject({ changed: false });
    expect(await world.events()).toEqual(before);
  });

  it("is refused below what is promised to a school, and leaves the book as it was", async () => {
    const { id } = await world.publish(world.leader);
    await hold(id, 4);
    expect(
      await refusalOf(() => world.publish(world.leader, { version: 1, offering: days(3) })),
    ).toEqual({ kind: "days-tied", tied: 4, wanted: 3 });
    expect(await world.movements(id)).toEqual([
      ["publish", 12],
      ["hold", 4],
    ]);
    await world.database.write((tx) =>
      releaseHold(world.officer, tx, { capacityLine: id, offer: toOfferId("o1") }),
    );
    await world.publish(world.leader, { version: 1, offering: days(3) });
    expect((await lenaInList()).days).toMatchObject({ published: 3, free: 3, held: 0 });
  });

  it("is refused for no days, for half a half-day, and for a half that holds more than the whole", async () => {
    const refusals = [
      days(0),
      days(1.5),
      days(4, { earlyHalfDays: 5 }),
      days(4, { lateHalfDays: -1 }),
    ].map((each) => refusalOf(() => world.publish(world.leader, { offering: each })));
    expect((await Promise.all(refusals)).map(({ kind }) => kind)).toEqual([
      "not-half-days",
      "not-half-days",
      "half-beyond-term",
      "not-half-days",
    ]);
  });

  it("is refused, by field, for what the partnership's lists do not hold", async () => {
    const fieldsOf = async (more: Partial<Offering>) => {
      const refusal = await refusalOf(() =>
        world.publish(world.leader, { offering: { ...offering, ...more } }),
      );
      return refusal.kind === "invalid-input" ? Object.keys(refusal.fields) : refusal.kind;
    };
    const [maths] = offering.areas;
    if (maths === undefined) throw new Error("no area");
    expect(await fieldsOf({ areas: [{ ...maths, area: "alchemy" }] })).toEqual(["areas"]);
    expect(await fieldsOf({ areas: [maths, maths] })).toEqual(["areas"]);
    expect(await fieldsOf({ modes: ["telepathy"] })).toEqual(["modes"]);
    expect(await fieldsOf({ zones: [] })).toEqual(["zones"]);
    const [blackout] = offering.blackouts;
    if (blackout === undefined) throw new Error("no blackout");
    const backwards = { from: blackout.to, to: blackout.from };
    expect(await fieldsOf({ blackouts: [backwards] })).toEqual(["blackouts.0.to"]);
  });

  it("is refused for a term that is over, and for a term of another area", async () => {
    expect(
      await refusalOf(() => world.publish(world.leader, { termId: "t-autumn" })),
    ).toMatchObject({ kind: "good-until-passed" });
    expect(await refusalOf(() => world.publish(world.leader, { termId: "t-there" }))).toEqual({
      kind: "not-found",
    });
  });

  it("takes the areas into what the leader is known to be good at", async () => {
    await world.publish(world.leader);
    const { rows } = await world.database.client.execute("SELECT * FROM leader_expertise");
    expect(rows).toMatchObject([{ person_id: "lena", code: "maths", level: 3 }]);
  });
});

describe("saying maybe", () => {
  it("is seen in planning, with nothing in the book", async () => {
    const { id } = await world.publish(world.leader, { answer: "maybe" });
    expect(await world.movements(id)).toEqual([]);
    expect(await lenaInList()).toMatchObject({ state: "maybe", days: { published: 0, free: 0 } });
  });

  it("becomes a yes", async () => {
    const { id } = await world.publish(world.leader, { answer: "maybe" });
    await world.publish(world.leader, { version: 1 });
    expect(await world.movements(id)).toEqual([["publish", 12]]);
    expect((await lenaInList()).state).toBe("ready");
  });

  it("is refused after a yes: that is taken back first", async () => {
    await world.publish(world.leader);
    expect(
      await refusalOf(() => world.publish(world.leader, { version: 1, answer: "maybe" })),
    ).toMatchObject({ kind: "wrong-state", machine: "capacity", state: "firm" });
  });
});

describe("days", () => {
  it("are published by the organisation that looks after them, and by a coordinator on behalf, and the record says so", async () => {
    await world.publish(world.organisation);
    await world.publish(world.acting, { version: 1, offering: days(14) });
    const { rows } = await world.database.client.execute(
      "SELECT actor, on_behalf_of, half_days FROM ledger_entries ORDER BY seq",
    );
    expect(rows).toMatchObject([
      { actor: "hubert", on_behalf_of: "person lena", half_days: 12 },
      { actor: "zora", on_behalf_of: "person lena", half_days: 8 },
      { actor: "zora", on_behalf_of: "person lena", half_days: 6 },
    ]);
  });

  it("are not the home school's to publish, nor an officer's without the right to act on behalf", async () => {
    for (const actor of [world.homeHead, world.officer, world.administrator]) {
      expect(await refusalOf(() => world.publish(actor))).toEqual({ kind: "not-allowed" });
    }
  });

  it("are as good as not there for everyone else", async () => {
    await world.publish(world.leader);
    for (const [who, ctx] of Object.entries(world.strangers)) {
      expect([who, await refusalOf(() => world.publish(ctx, { version: 1 }))]).toEqual([
        who,
        { kind: "not-found" },
      ]);
    }
  });

  it("take one of two changes that were begun from the same version, and tell the other whose it was", async () => {
    await world.publish(world.leader);
    const [one, other] = await Promise.allSettled([
      world.publish(world.organisation, { version: 1, offering: days(10) }),
      world.publish(world.leader, { version: 1, offering: days(4) }),
    ]);
    expect(one.status).toBe("fulfilled");
    expect(other).toMatchObject({
      reason: { refusal: { kind: "changed-since", by: "Hubert", version: 2 } },
    });
  });

  it("are published once when the same new line is sent twice at once", async () => {
    const results = await Promise.allSettled([
      world.publish(world.leader),
      world.publish(world.leader),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect((await lenaInList()).days.published).toBe(12);
  });
});

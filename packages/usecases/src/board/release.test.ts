import { listPublished } from "@alongside/db/views/meeting";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context/index.ts";
import { hour, places, refusalOf } from "../identity/world.ts";
import { openRoundWorld, schools, type RoundWorld } from "../round/round-world.ts";
import { getBoard, getBoardRecords, getFigure } from "./index.ts";

let world: RoundWorld;
let member: Context;
beforeEach(async () => {
  world = await openRoundWorld();
  member = await world.signedIn("Mia", { role: "board-member", areaId: places.here });
});
afterEach(() => world.database.drop());

const week = 7 * 24 * hour;
const look = (ctx = member) => getBoard(ctx, world.area, {});
const askedIn = ({ figures }: Awaited<ReturnType<typeof look>>) =>
  figures.find(({ id }) => id === "needs-by-stage")?.cells.flat();

const ask = async (times: number): Promise<void> => {
  for (let index = 0; index < times; index += 1)
    await world.needOf(Object.values(schools)[index % 4] ?? schools.elm);
};

describe("the figures of the board", () => {
  it("are those of the week’s first look for everybody but the staff, so that no two looks tell what came between", async () => {
    const { officer, area } = world;
    await ask(6);
    const clerk = await world.signedIn("Clara", { role: "board-clerk", areaId: places.here });
    const first = await look();
    expect(first.isExact).toBe(false);
    await ask(1);
    world.pass(hour);
    expect(await look()).toEqual(first);
    expect(await look(clerk)).toEqual(first);
    const question = { figure: "needs-by-stage" } as const;
    expect((await getFigure(member, area, question)).figure).toEqual(
      first.figures.find(({ id }) => id === "needs-by-stage"),
    );
    const exact = await look(officer);
    expect(exact).toMatchObject({ isExact: true });
    expect(askedIn(exact)).not.toEqual(askedIn(first));
    world.pass(week);
    const next = await look();
    expect(next.asOf > first.asOf).toBe(true);
    expect(askedIn(next)).not.toEqual(askedIn(first));
    expect(await world.events("board-figures-released")).toMatchObject([
      { actor: "mia", payload: { week: "2026-03-02" } },
      { payload: { week: "2026-03-09" } },
    ]);
  });

  it("are frozen once when two look at the same moment", async () => {
    await ask(6);
    const [one, other] = await Promise.all([look(), look()]);
    expect(one).toEqual(other);
    expect(await world.events("board-figures-released")).toHaveLength(1);
  });

  it("count as out once they were read, and guard those of the week after", async () => {
    const { read } = world.database;
    await ask(6);
    expect(await listPublished(read, world.area.id)).toEqual([]);
    await look(world.officer);
    expect(await listPublished(read, world.area.id)).toEqual([]);
    await look();
    const [first, ...others] = await listPublished(read, world.area.id);
    expect(others).toEqual([]);
    expect(first?.counts).toContainEqual(["asked\nall", 6]);
    await ask(2);
    world.pass(week);
    await look();
    const [next] = await listPublished(read, world.area.id);
    expect(next?.counts).toContainEqual(["asked\nall", 8]);
  });

  it("stay those of the week before where new ones beside them would tell of a small number", async () => {
    await ask(6);
    const first = await look();
    const told = {
      counts: [
        ["small", 3],
        ["great", 17],
        ["both", 20],
      ],
      hidden: ["small"],
      sums: [{ total: "both", parts: ["small", "great"] }],
    };
    await world.database.client.execute({
      sql: "UPDATE board_releases SET published = json(?)",
      args: [JSON.stringify(told)],
    });
    await ask(1);
    world.pass(week);
    expect(await look()).toEqual(first);
  });

  it("are there for nobody else, and their records for the staff alone", async () => {
    const stranger = await world.signedIn("Lou", { role: "leader", areaId: places.here });
    expect(await refusalOf(() => look(stranger))).toEqual({ kind: "not-found" });
    const cell = { figure: "needs-by-stage", row: "all", column: "all" } as const;
    expect(await refusalOf(() => getBoardRecords(member, world.area, cell))).toEqual({
      kind: "not-found",
    });
  });
});

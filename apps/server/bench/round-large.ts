import { join } from "node:path";
import { findArea, type Area } from "@alongside/db/views/area";
import { toId, type AreaId } from "@alongside/domain/identity";
import { termOf } from "./england/place.ts";
import type { Context } from "@alongside/usecases/context";
import {
  compareRuns,
  createRound,
  replayRun,
  showMethod,
  showNeedInRun,
  showPlan,
  showScope,
  solveRound,
  tryByHand,
} from "@alongside/usecases/round";
import { openProduct } from "../src/open.ts";
import { inventCountry } from "./england/country.ts";
import { officerOf } from "./england/officer.ts";
import { areaIdOf } from "./england/place.ts";
import type { Size } from "./england/size.ts";
import { longestTurn } from "./longest-turn.ts";

/** About half of the needs are open. */
export const largeSizes: readonly (readonly [name: string, size: Size])[] = [
  ["East Sussex size", { areas: 1, schools: 200, leaders: 46, needs: 190 }],
  ["A county", { areas: 1, schools: 600, leaders: 304, needs: 448 }],
];

const known = <Value>(value: Value | undefined, what: string): Value => {
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
};

const told: string[] = [];

/** Does a step twice, and remembers what the second time took: the first also compiles. */
const step = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
  await work();
  const { value, longest, all } = await longestTurn(work);
  told.push(`${name} ${longest.toFixed(0)} of ${all.toFixed(0)}`);
  return value;
};

const goThrough = async (ctx: Context, area: Area): Promise<string> => {
  const begin = { name: "County", termId: termOf(0), zones: [] };
  let seen = await step("begin", () => createRound(ctx, area, begin));
  const { id } = seen;
  await step("needs and days", () => showScope(ctx, area, id));
  const begun = performance.now();
  const { run } = await step("solve", async () => (seen = await solveRound(ctx, area, seen)));
  const took = (performance.now() - begun) / 2_000;
  const plan = await step("plan", () => showPlan(ctx, area, { id }));
  await step("method", () => showMethod(ctx, area, { id }));
  await step("compare", () => compareRuns(ctx, area, { id, one: run - 1, other: run }));
  const [first, second] = plan.placements;
  const need = known(first, "placement").need.id;
  await step("one need", () => showNeedInRun(ctx, area, { id, need }));
  const leader = known(second, "second placement").leader.id;
  await step("try by hand", () => tryByHand(ctx, area, { id, need, leader }));
  await step("replay", () => replayRun(ctx, area, { id, run }));
  const { asked, served, gap } = plan.sum;
  return `${asked} needs, ${plan.load.leaders.length} leaders: ${served} served, gap ${(100 * gap).toFixed(2)} %, solved and kept in ${took.toFixed(1)} s`;
};

/** A large round in an invented country from its beginning to its replay: for how long at most each step keeps others waiting. */
export const measureLarge = async (
  folder: string,
  given: { readonly name: string; readonly size: Size },
): Promise<void> => {
  const url = `file:${join(folder, `${given.name.replaceAll(" ", "-")}.db`)}`;
  const product = await openProduct({ database: { url, authToken: undefined } });
  await inventCountry(product, given.size);
  const ctx = product.contextFor(officerOf(1));
  const area = known(await findArea(ctx.read, toId<AreaId>(areaIdOf(0))), "area");
  told.length = 0;
  console.log(`${given.name}: ${await goThrough(ctx, area)}`);
  console.log(
    `  longest turn of the loop, of all that the step takes from it, ms of processor: ${told.join("; ")}`,
  );
  product.database.close();
};

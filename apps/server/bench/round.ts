import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findArea, type Area } from "@alongside/db/views/area";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import { listTerms } from "@alongside/db/views/partnership";
import { demonstration } from "@alongside/demonstration";
import { loadDemonstration } from "@alongside/demonstration/load";
import { commandLine, type Actor, type ZoneId } from "@alongside/domain/identity";
import { todayOf, type Context } from "@alongside/usecases/context";
import { hostEngine } from "@alongside/usecases/engine";
import { createRound, showPlan, solveRound } from "@alongside/usecases/round";
import { openEngine } from "../src/engine/open-engine.ts";
import { openProduct } from "../src/open.ts";
import { largeSizes, measureLarge } from "./round-large.ts";

/**
 * `pnpm bench:round`: a round of the demonstration from the press of the button to the kept run, in the warm thread; then rounds of the size of
 * East Sussex and of a county in an invented country, and for how long at most each step and page of them keeps other requests waiting.
 */
const times = 15;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds of processor time: a machine that others use too stretches the clock, not this. */
const processorTime = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

const officerIn = (ctx: Context): Context => {
  const { people, signIns } = demonstration(todayOf(ctx));
  const id = signIns.find(({ role }) => role === "officer")?.personId;
  const person = people.find((each) => each.id === id);
  if (person === undefined) throw new Error("the demonstration has no officer");
  const { grants } = person;
  const actor: Actor = { kind: "person", personId: person.id, name: "", grants };
  return { ...ctx, actor };
};

type Place = { readonly name: string; readonly zones: readonly ZoneId[] };

const measure = async (ctx: Context, area: Area, place: Place): Promise<void> => {
  const today = todayOf(ctx);
  const terms = await listTerms(ctx.read, area.id);
  const next = terms.find(({ startsOn }) => startsOn > today);
  if (next === undefined) throw new Error("no term lies ahead");
  let seen = await createRound(ctx, area, { ...place, termId: next.id });
  const ends: number[] = [];
  const engine: number[] = [];
  const spent: number[] = [];
  const answering: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const begun = performance.now();
    const before = process.cpuUsage();
    const ownBefore = process.threadCpuUsage();
    const solved = await solveRound(ctx, area, seen);
    ends.push(performance.now() - begun);
    spent.push(processorTime(before));
    const own = process.threadCpuUsage(ownBefore);
    answering.push((own.user + own.system) / 1_000);
    const { sum } = await showPlan(ctx, area, { id: solved.id });
    engine.push(sum.milliseconds);
    seen = solved;
    if (time === 0) console.log(`${place.name}: ${sum.served} of ${sum.asked} served`);
  }
  console.log(
    `  end to end ${median(ends).toFixed(1)} ms (median of ${times}; slowest ${Math.max(...ends).toFixed(1)}), processor ${median(spent).toFixed(1)} ms, of it ${median(answering).toFixed(1)} in the thread that answers requests; solving ${median(engine).toFixed(1)} ms`,
  );
};

const folder = mkdtempSync(join(tmpdir(), "alongside-bench-"));
const product = await openProduct({
  database: { url: `file:${join(folder, "bench.db")}`, authToken: undefined },
});
hostEngine(openEngine());
const ctx = product.contextFor(commandLine);
await loadDemonstration(ctx);
const area = await findArea(ctx.read, demonstration(todayOf(ctx)).id);
if (area === undefined) throw new Error("the demonstration is not there");
const zones = await listOpenZonesOfArea(ctx.read, area.id);
const harbour = zones.filter(({ name }) => name === "Harbour");
await measure(officerIn(ctx), area, { name: "One zone", zones: harbour.map(({ id }) => id) });
await measure(officerIn(ctx), area, { name: "The whole area", zones: [] });
product.database.close();
for (const [name, size] of largeSizes) await measureLarge(folder, { name, size });
rmSync(folder, { recursive: true, force: true });

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findArea, type Area } from "@alongside/db/views/area";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import { listTerms } from "@alongside/db/views/partnership";
import { demonstration } from "@alongside/demonstration";
import { loadDemonstration } from "@alongside/demonstration/load";
import { toCapacityLineId } from "@alongside/domain/capacity";
import {
  commandLine,
  toId,
  type Actor,
  type PersonId,
  type ZoneId,
} from "@alongside/domain/identity";
import { toNeedId } from "@alongside/domain/need";
import { noChoices } from "@alongside/domain/round";
import { todayOf, type Context } from "@alongside/usecases/context";
import { engine, hostEngine } from "@alongside/usecases/engine";
import { createRound, showPlan, solveRound } from "@alongside/usecases/round";
import { openEngine } from "../src/engine/open-engine.ts";
import { readRoundFacts, type RoundFacts } from "../../../packages/usecases/src/round/facts.ts";
import { freezePlan, freezeProblem } from "../../../packages/usecases/src/round/frozen.ts";
import { buildProblem } from "../../../packages/usecases/src/round/problem.ts";
import { openProduct } from "../src/open.ts";
import "./watch-loop.ts";

/**
 * `pnpm bench:round`: a round of the demonstration from the press of the button to the kept run, in the warm thread; then rounds of the size of
 * a county, and for how long the thread that answers requests is held up by each step of them. Prints at its end the longest stall of all.
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

/** The demonstration many times over, side by side. */
const manifold = (facts: RoundFacts, times: number): RoundFacts => {
  const turns = Array.from({ length: times }, (_, turn) => turn);
  const many = <Each extends { readonly id: string }>(list: readonly Each[]) =>
    turns.flatMap((turn) => list.map((each) => ({ ...each, id: `${each.id}-${turn}` })));
  return {
    ...facts,
    needs: many(facts.needs).map((need) => ({ ...need, id: toNeedId(need.id) })),
    leaders: many(facts.leaders).map((leader) => ({
      ...leader,
      id: toId<PersonId>(leader.id),
      line: { ...leader.line, id: toCapacityLineId(`${leader.line.id}-${leader.id}`) },
    })),
  };
};

/** Milliseconds of the own thread's processor time that work takes until its next pause. */
const held = <Value>(work: () => Value): readonly [value: Value, milliseconds: number] => {
  const before = process.threadCpuUsage();
  const value = work();
  const { user, system } = process.threadCpuUsage(before);
  return [value, (user + system) / 1_000];
};

/** Each step of a run is a turn of the loop of its own, with reading or writing between. */
const turn = (): Promise<void> => new Promise((next) => setTimeout(next, 20));

const measureLarge = async (ctx: Context, area: Area, times: number): Promise<void> => {
  const term = (await listTerms(ctx.read, area.id)).find(({ startsOn }) => startsOn > todayOf(ctx));
  if (term === undefined) throw new Error("no term lies ahead");
  const facts = manifold(await readRoundFacts(ctx, ctx.read, { area, term }), times);
  const { academicYear, season } = term;
  const needs = facts.needs.map(({ id }) => id);
  const lines = facts.leaders.map(({ line }) => line.id);
  const scope = { zones: [], term: { academicYear, season }, needs, lines };
  const posed = { name: "County", scope, choices: noChoices };
  buildProblem(facts, posed);
  await turn();
  const [problem, building] = held(() => buildProblem(facts, posed));
  await turn();
  const [, freezing] = held(() => freezeProblem(problem));
  await turn();
  const begun = performance.now();
  const { plan, reasons } = await engine.answer({ kind: "solve", round: problem, budgetMs });
  const took = performance.now() - begun;
  const [, keeping] = held(() => [freezePlan(plan), JSON.stringify(reasons)]);
  console.log(
    `${facts.needs.length} needs and ${facts.leaders.length} leaders: ${plan.assignments.length} served; held up by building ${building.toFixed(1)}, freezing ${freezing.toFixed(1)}, keeping ${keeping.toFixed(1)} ms of processor; in the engine ${(took / 1_000).toFixed(1)} s, gap ${(100 * plan.gap).toFixed(2)} %`,
  );
};

const budgetMs = 10_000;

const folder = mkdtempSync(join(tmpdir(), "alongside-bench-"));
const product = await openProduct({
  database: { url: `file:${join(folder, "bench.db")}`, authToken: undefined },
});
hostEngine(openEngine());
const ctx = product.contextFor(commandLine);
await loadDemonstration(ctx);
// The start is no part of the longest stall.
process.kill(process.pid, "SIGUSR2");
const area = await findArea(ctx.read, demonstration(todayOf(ctx)).id);
if (area === undefined) throw new Error("the demonstration is not there");
const zones = await listOpenZonesOfArea(ctx.read, area.id);
const harbour = zones.filter(({ name }) => name === "Harbour");
await measure(officerIn(ctx), area, { name: "One zone", zones: harbour.map(({ id }) => id) });
await measure(officerIn(ctx), area, { name: "The whole area", zones: [] });
for (const times of [4, 16]) await measureLarge(officerIn(ctx), area, times);
product.database.close();
rmSync(folder, { recursive: true, force: true });

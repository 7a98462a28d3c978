import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordRun } from "@alongside/db/stores/round";
import { findRun, type StoredRound } from "@alongside/db/views/round";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { decideRound, type RoundId, type RunKind } from "@alongside/domain/round";
import { instantOf, orRefuse, refuse, type Context } from "../context/index.ts";
import { engine, isStopped, stop as tellToStop, type EngineAnswer } from "../engine/index.ts";
import { readRoundFacts } from "./facts.ts";
import { fingerprint, freezePlan, freezeProblem, thawPlan, type Frozen } from "./frozen.ts";
import {
  applyToRound,
  openRound,
  requireRoundVersion,
  type RoundChanged,
  type RoundSeen,
} from "./place.ts";
import { buildProblem } from "./problem.ts";
import { isSolving, progressOf, whileSolving } from "./solving.ts";

/** Long enough for a county; a zone takes a few hundredths of a second. */
export const budgetMs = 30_000;

export type RunToKeep = {
  readonly kind: RunKind;
  readonly problem: Frozen;
  /** What the engine answered: the plan, checked and explained. */
  readonly answer: EngineAnswer;
  readonly previous: number | null;
  readonly mending?: string | undefined;
  readonly wasCancelled: boolean;
};

/** Keeps a run with its bytes and moves its round on. */
export const keepRun = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly stored: StoredRound; readonly run: RunToKeep },
): Promise<RoundChanged & { readonly run: number }> => {
  const { area, stored, run } = given;
  const { kind, problem, previous, mending, wasCancelled } = run;
  const { plan, isVerified, reasons } = run.answer;
  const answer = freezePlan(plan);
  const number = stored.row.round.runs.length + 1;
  await recordRun(tx, {
    roundId: stored.row.id,
    number,
    kind,
    problem: problem.text,
    problemHash: problem.hash,
    plan: answer.text,
    planHash: answer.hash,
    reasons,
    previous,
    mending: mending ?? null,
    servedByBand: plan.servedByBand,
    fit: plan.fit,
    isProved: plan.proved,
    isVerified,
    wasCancelled,
    milliseconds: plan.ms,
    solvedBy: ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind,
    solvedAt: instantOf(ctx),
  });
  const command = {
    type: "record-run",
    at: toInstant(ctx.now()),
    problemHash: problem.hash,
    planHash: answer.hash,
  } as const;
  const facts = { kind, served: plan.servedByBand, fit: plan.fit };
  return { ...(await applyToRound(ctx, tx, { area, stored, command, facts })), run: number };
};

/** The plan that the next one keeps to where it can: the latest. */
const latestPlan = async (ctx: Context, { row }: StoredRound) => {
  const { length } = row.round.runs;
  const run = length === 0 ? undefined : await findRun(ctx.read, row.id, length);
  return run === undefined ? undefined : { number: run.number, plan: thawPlan(run.plan) };
};

const requireSolvable = (ctx: Context, { row }: StoredRound): void => {
  const at = toInstant(ctx.now());
  const hash = fingerprint("");
  orRefuse(decideRound(row.round, { type: "record-run", at, problemHash: hash, planHash: hash }));
  if (row.state === "published")
    refuse({ kind: "wrong-state", machine: "round", state: row.state, command: "record-run" });
};

/**
 * Freezes the round as it stands, solves it in the engine's thread and keeps the run. Refuses `no-needs`, `wrong-state` once it is agreed,
 * `solving-already`, and `changed-since` when the round was changed meanwhile. Stopping it keeps the best plan so far.
 */
export const solveRound = async (
  ctx: Context,
  area: Area,
  seen: RoundSeen,
): Promise<RoundChanged & { readonly run: number }> => {
  const stored = await openRound(ctx, ctx.read, { area, id: seen.id });
  await requireRoundVersion(ctx.read, stored.row, seen.version);
  requireSolvable(ctx, stored);
  if (isSolving(ctx, seen.id)) return refuse({ kind: "solving-already" });
  return whileSolving(ctx, seen.id, async ({ stop, onProgress }) => {
    const { round, name } = stored.row;
    const wanted = { area, term: stored.term, needs: round.scope.needs };
    const facts = await readRoundFacts(ctx, ctx.read, wanted);
    // A need that somebody else has served meanwhile asks for nothing here.
    const open = new Set(facts.needs.filter(({ row }) => row.state === "open").map(({ id }) => id));
    const needs = round.scope.needs.filter((id) => open.has(id));
    if (needs.length === 0) return refuse({ kind: "no-needs" });
    const { scope, choices } = round;
    const problem = freezeProblem(
      buildProblem(facts, { name, choices, scope: { ...scope, needs } }),
    );
    const previous = await latestPlan(ctx, stored);
    const kept =
      previous === undefined ? {} : { previous: { assignments: previous.plan.assignments } };
    const task = { kind: "solve", round: problem.text, budgetMs, ...kept } as const;
    const answer = await engine.answer(task, { stop, onProgress });
    const run: RunToKeep = {
      kind: "solve",
      problem,
      answer,
      previous: previous?.number ?? null,
      wasCancelled: isStopped(stop),
    };
    return ctx.write(async (tx) => {
      const now = await openRound(ctx, tx, { area, id: seen.id });
      await requireRoundVersion(tx, now.row, seen.version);
      return keepRun(ctx, tx, { area, stored: now, run });
    });
  });
};

/** How far the solving of a round has come. */
export const showSolving = async (ctx: Context, area: Area, id: RoundId) => {
  await openRound(ctx, ctx.read, { area, id });
  const solving = progressOf(ctx, id);
  if (solving === undefined) return { isSolving: false, progress: null };
  const { progress } = solving;
  if (progress === undefined) return { isSolving: true, progress: null };
  const { groups, group, goal, servedByBand, fit, ms } = progress;
  return { isSolving: true, progress: { groups, group, goal, servedByBand, fit, ms } };
};

/** Stops the solving of a round: the best plan so far is kept. Answers whether there was anything to stop. */
export const stopSolving = async (ctx: Context, area: Area, id: RoundId) => {
  await openRound(ctx, ctx.read, { area, id });
  const solving = progressOf(ctx, id);
  if (solving !== undefined) tellToStop(solving.stop);
  return { stopped: solving !== undefined };
};

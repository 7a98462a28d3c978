import type { Area } from "@alongside/db/views/area";
import { findRun, type RunRow, type StoredRound } from "@alongside/db/views/round";
import type { RoundId } from "@alongside/domain/round";
import type { Explanation, FitParts } from "@alongside/matching";
import { found, type Context } from "../context/index.ts";
import { pictureRun, thawReasons, type Picture } from "./picture.ts";
import { openRound } from "./place.ts";
import { allowanceBook } from "./set-aside.ts";
import {
  causesOf,
  changeWords,
  partLabels,
  recruitWords,
  roomLabel,
  runnerUpWords,
} from "./plan-words.ts";
import type { RoundProblem } from "./problem.ts";
import { roomPoints } from "./track-record.ts";

export const bands = [1, 2, 3, 4] as const;

/** Room for more schools goes with the track record to the engine, and is told apart again for people. */
const roomIn = ({ counts, shares }: RoundProblem, id: string): number => {
  const share = shares.find(({ provider }) => provider === id);
  return share === undefined ? 0 : roomPoints(counts, share);
};

/** The points of a leader for a need, part by part, in words. */
export const partsOf = (
  problem: RoundProblem,
  of: { readonly provider: string; readonly parts: FitParts },
) => {
  const room = roomIn(problem, of.provider);
  const points: FitParts = { ...of.parts, impact: (of.parts.impact ?? 0) - room };
  return [
    ...Object.entries(partLabels).map(([part, label]) => ({
      label,
      points: Object.entries(points).find(([name]) => name === part)?.[1] ?? 0,
    })),
    { label: roomLabel, points: room },
  ].filter((each) => each.points !== 0);
};

const metresPerKm = 1_000;

/** Straight line in kilometres; null where a place is not known. */
export const kmBetween = (
  one: { readonly x: number; readonly y: number } | null,
  other: { readonly x: number; readonly y: number } | null,
): number | null =>
  one === null || other === null
    ? null
    : Math.hypot(one.x - other.x, one.y - other.y) / metresPerKm;

/** A picture with a reason for everything in it. */
type Reasoned = Picture & { readonly reasons: Explanation };

const placementsOf = (picture: Reasoned, stored: StoredRound) => {
  const { plan, reasons, need, leader, names } = picture;
  const { pins } = stored.row.round.choices;
  const allowances = allowanceBook(picture.problem.allowances);
  const servedBy = new Map(reasons.served.map((each) => [each.request, each]));
  return plan.assignments
    .map(({ request, provider, fit, parts }) => {
      const asked = need(request);
      const given = leader(provider);
      const runners = servedBy.get(request)?.runnersUp ?? [];
      return {
        need: asked,
        leader: given,
        km: kmBetween(asked.point, given.point),
        fit,
        parts: partsOf(picture.problem, { provider, parts }),
        setAside: allowances.of(request, provider) ?? null,
        isPinned: pins.some((pin) => pin.need === request && pin.leader === provider),
        runnersUp: runners.map((runner) => ({
          id: runner.provider,
          name: names.leader(runner.provider),
          words: runnerUpWords(runner, names),
        })),
      };
    })
    .toSorted((one, other) => one.need.band - other.need.band || byName(one.need, other.need));
};

const byName = (one: { readonly school: string }, other: { readonly school: string }): number =>
  one.school.localeCompare(other.school, "en-GB");

const unservedOf = ({ reasons, need, names, problem }: Reasoned) =>
  reasons.unserved
    .map((reason) => ({
      need: need(reason.request),
      causes: causesOf(
        reason,
        problem.reasons.filter(({ request }) => request === reason.request),
      ),
      changes: reason.changes.slice(0, 3).map((change) => changeWords(change, names)),
    }))
    .toSorted((one, other) => one.need.band - other.need.band || byName(one.need, other.need));

/** Served and asked for in each band. */
export const bandsOf = ({ plan, problem }: Pick<Picture, "plan" | "problem">) =>
  bands.map((band, index) => ({
    band,
    asked: problem.requests.filter((request) => request.band === band).length,
    served: plan.servedByBand[index] ?? 0,
    most: plan.bounds.servedByBand[index] ?? 0,
  }));

const loadOf = ({ reasons, leader }: Reasoned) => ({
  unused: reasons.load.unused,
  full: reasons.load.full,
  /** Of the days that each leader offers, the share that is used: its mean, and how far leaders lie from it, 0 to 1. */
  mean: reasons.load.mean,
  spread: reasons.load.spread,
  leaders: reasons.load.providers
    .map(({ provider, days, offered, schools }) => ({
      id: provider,
      name: leader(provider).name,
      given: days,
      offered,
      schools,
      mostSchools: leader(provider).mostSchools,
    }))
    .toSorted((one, other) => other.given - one.given || other.offered - one.offered),
});

/** What a plan adds up to, and how it is known to be the best. */
export const sumOf = (picture: Picture) => {
  const { plan, run, problem } = picture;
  return {
    number: run.number,
    kind: run.kind,
    previous: run.previous,
    solvedAt: run.solvedAt,
    milliseconds: run.milliseconds,
    problemHash: run.problemHash,
    planHash: run.planHash,
    isProved: run.isProved,
    isVerified: run.isVerified,
    wasCancelled: run.wasCancelled,
    gap: plan.gap,
    fit: plan.fit,
    mostFit: plan.bounds.fit,
    asked: problem.requests.length,
    served: plan.assignments.length,
    halfDays: plan.assignments.reduce(
      (sum, { request }) => sum + picture.need(request).halfDays,
      0,
    ),
    leaders: new Set(plan.assignments.map(({ provider }) => provider)).size,
    bands: bandsOf(picture),
  };
};

/** Who would rather have each other than what the plan gives them: all counted, the ten with the most to gain named. */
const objectionsOf = ({ reasons: { stability }, names }: Reasoned) => ({
  pairs: stability.blockingPairs.length,
  schools: stability.requestsThatMightObject,
  leaders: stability.providersThatMightObject,
  most: stability.blockingPairs.slice(0, 10).map(({ request, provider, gain, instead }) => ({
    school: names.school(request),
    leader: names.leader(provider),
    gain,
    instead: instead === undefined ? null : names.school(instead),
  })),
});

/** Opens one run of a round that the actor may run; the latest where none is named. */
export const openRun = async (
  ctx: Context,
  area: Area,
  given: { readonly id: RoundId; readonly run?: number | undefined },
): Promise<{ readonly stored: StoredRound; readonly run: RunRow }> => {
  const stored = await openRound(ctx, ctx.read, { area, id: given.id });
  const number = given.run ?? stored.row.round.runs.length;
  return { stored, run: found(await findRun(ctx.read, given.id, number)) };
};

/** A run in words: who goes where and why, who goes without and what would help, whom to recruit, and how the load is spread. */
export const showPlan = async (
  ctx: Context,
  area: Area,
  given: { readonly id: RoundId; readonly run?: number | undefined },
) => {
  const { stored, run } = await openRun(ctx, area, given);
  const reasons = thawReasons(run.reasons);
  const picture = { ...(await pictureRun(ctx.read, area, run)), reasons };
  const { names, problem } = picture;
  return {
    round: { id: stored.row.id, name: stored.row.name, state: stored.row.state },
    version: stored.row.version,
    sum: sumOf(picture),
    placements: placementsOf(picture, stored),
    unserved: unservedOf(picture),
    recruits: reasons.recruit.slice(0, 8).map((recruit) => recruitWords(recruit, names)),
    load: loadOf(picture),
    objections: objectionsOf(picture),
    setAside: problem.allowances.map(({ request, provider, words, reason, by }) => ({
      school: names.school(request),
      leader: names.leader(provider),
      words,
      reason,
      by,
    })),
    kept: problem.reasons.map(({ request, provider, kind, words }) => ({
      school: names.school(request),
      leader: names.leader(provider),
      kind,
      words,
    })),
  };
};

export type ShownPlan = Awaited<ReturnType<typeof showPlan>>;

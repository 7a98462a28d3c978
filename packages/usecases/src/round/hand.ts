import type { Area } from "@alongside/db/views/area";
import type { PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { EligibilityRule } from "@alongside/domain/offer";
import type { RoundId } from "@alongside/domain/round";
import {
  checkPair,
  fitOf,
  fitParts,
  standingOf,
  type Problem,
  type Provider,
  type Request,
  type Rule,
} from "@alongside/matching";
import { found, type Context } from "../context/index.ts";
import { engine } from "../engine/index.ts";
import { compareLines, type ComparedLine } from "./compare.ts";
import { readFrozen } from "./frozen.ts";
import { kmBetween, openRun, partsOf, sumOf } from "./plan.ts";
import { nameProblem, pictureRun, type Picture } from "./picture.ts";
import { proposedRepair, repairTask } from "./repair.ts";
import { counted, listed, toDayWords } from "../words/index.ts";
import { ruleLabels } from "./plan-words.ts";
import { allowanceBook } from "./set-aside.ts";

/** The frozen round without the pin of one need, so that every leader is looked at alike. */
const withoutPin = (problem: Problem, need: string): Problem => ({
  ...problem,
  pins: problem.pins.filter(({ request }) => request !== need),
});

const roomWords = (picture: Picture, pair: { request: Request; provider: Provider }) => {
  const { plan, need, names } = picture;
  const held = plan.assignments.filter(
    ({ provider, request }) => provider === pair.provider.id && request !== pair.request.id,
  );
  const taken = held.reduce((sum, { request }) => sum + need(request).halfDays, 0);
  const left = pair.provider.days - taken;
  const hasRoom = left >= pair.request.days && held.length < pair.provider.maxSchools;
  const where = listed(held.map(({ request }) => names.school(request)));
  return {
    hasRoom,
    words:
      held.length === 0
        ? `${toDayWords(left)} to give, promised nowhere in this plan`
        : `${toDayWords(left)} left in this plan after ${where}`,
  };
};

const reasonFor = ({ problem }: Picture, need: string, leader: string): string | undefined =>
  problem.reasons.find(({ request, provider }) => request === need && provider === leader)?.words;

/** The engine's name of a rule that may be set aside. */
const engineRules: Partial<Readonly<Record<Rule, EligibilityRule>>> = {
  "fit-to-support": "designation",
  "different-trust": "different-trust",
  distance: "distance",
};

const toChoice = (
  picture: Picture,
  problem: Problem,
  pair: { request: Request; provider: Provider },
) => {
  const { request, provider } = pair;
  const { weights } = problem.policy;
  const role = "lead" as const;
  const why = reasonFor(picture, request.id, provider.id);
  const allowance = allowanceBook(picture.problem.allowances).of(request.id, provider.id);
  const isWaived = (rule: Rule) =>
    allowance?.rules.some((each) => each === engineRules[rule]) ?? false;
  const wordsOf = (rule: Rule, passed: boolean) =>
    !passed && why !== undefined && (rule === "not-forbidden" || rule === "not-excluded")
      ? why
      : ruleLabels[rule][passed && !isWaived(rule) ? 0 : 1];
  const rules = checkPair({ ...pair, role, standing: standingOf(problem) }).map(
    ({ rule, passed }) => ({ rule, passed, words: wordsOf(rule, passed) }),
  );
  const lead = picture.plan.assignments.find((each) => each.request === request.id);
  const passes = rules.every(({ passed }) => passed);
  return {
    leader: picture.leader(provider.id),
    km: kmBetween(picture.need(request.id).point, picture.leader(provider.id).point),
    isChosen: lead?.provider === provider.id,
    passes,
    fit: passes ? fitOf({ ...pair, role }, weights) : null,
    parts: passes
      ? partsOf(picture.problem, {
          provider: provider.id,
          parts: fitParts({ ...pair, role }, weights),
        })
      : [],
    rules: rules.filter(({ rule }) => !isWaived(rule)),
    setAside: allowance ?? null,
    room: roomWords(picture, pair),
  };
};

type OfRun = { readonly id: RoundId; readonly run?: number | undefined };

/**
 * What a decision is held against: the run that was named, or the latest. Once offers have come to nothing and no run is named, it is the
 * repair that is proposed: who could go now, not who could when the round was solved.
 */
const pictureFor = async (ctx: Context, area: Area, given: OfRun) => {
  const { stored, run } = await openRun(ctx, area, given);
  const mended = given.run === undefined ? await proposedRepair(ctx, { area, stored }) : undefined;
  if (mended === undefined)
    return { stored, picture: await pictureRun(ctx.read, area, run), mended };
  const { problem, answer } = mended;
  const named = await nameProblem(ctx.read, area, problem);
  return { stored, picture: { run, problem, plan: answer.plan, ...named }, mended };
};

/** One need of a run with every leader of it: each rule passed or failed, the fit, and the room that the plan leaves. */
export const showNeedInRun = async (
  ctx: Context,
  area: Area,
  given: OfRun & { readonly need: NeedId },
) => {
  const { stored, picture, mended } = await pictureFor(ctx, area, given);
  const problem = withoutPin(readFrozen(picture.problem), given.need);
  const request = found(problem.requests.find(({ id }) => id === given.need));
  const { choices } = stored.row.round;
  const all = problem.providers.map((provider) =>
    toChoice(picture, problem, { request, provider }),
  );
  return {
    round: { id: stored.row.id, name: stored.row.name, state: stored.row.state },
    version: stored.row.version,
    run: picture.run.number,
    /** The leaders are looked at as a repair would, and a pin or a ban changes what it proposes. */
    isRepair: mended !== undefined,
    need: picture.need(given.need),
    pin: choices.pins.find(({ need }) => need === given.need) ?? null,
    forbids: choices.forbids.filter(({ need }) => need === given.need),
    leaders: all.toSorted(
      (one, other) =>
        Number(other.passes) - Number(one.passes) ||
        (other.fit ?? 0) - (one.fit ?? 0) ||
        one.rules.filter(({ passed }) => !passed).length -
          other.rules.filter(({ passed }) => !passed).length ||
        (one.leader.id < other.leader.id ? -1 : 1),
    ),
  };
};

const schoolsWhere = (lines: readonly ComparedLine[], outcome: ComparedLine["outcome"]) =>
  lines
    .filter((line) => line.outcome === outcome)
    .map(({ need }) => `${need.school} (band ${need.band})`);

const instead = ({ need, before, after }: ComparedLine): string =>
  `${need.school} (${after?.leader ?? "nobody"} instead of ${before?.leader ?? "nobody"})`;

/** What a change by hand costs, in plain words: who would go without, who would be served, who would move, and the points. */
export const costWords = (
  lines: readonly ComparedLine[],
  fit: { readonly before: number; readonly after: number },
): readonly string[] => {
  const lost = schoolsWhere(lines, "loses");
  const gained = schoolsWhere(lines, "gains");
  const moved = lines.filter(({ outcome }) => ["better", "worse", "other"].includes(outcome));
  const points = fit.after - fit.before;
  return [
    lost.length === 0
      ? "Every other school that is served now stays served."
      : `${listed(lost)} would go without.`,
    ...(gained.length === 0 ? [] : [`${listed(gained)} would be served.`]),
    ...(moved.length === 0
      ? ["No other school gets another leader."]
      : [
          `${counted(moved.length, "school gets", "schools get")} another leader: ${listed(moved.map(instead))}.`,
        ]),
    points === 0
      ? "All fits together stay the same."
      : `All fits together: ${counted(Math.abs(points), "point")} ${points < 0 ? "fewer" : "more"}.`,
  ];
};

/** Some three seconds of a usual processor. Counted, not timed: the same question has the same answer on every machine. */
const mostWork = 3_000_000;

/**
 * What would become of a run if one leader, or nobody, went to a need: the best plan with that decided, beside the one there is. Nothing is
 * kept. Answers `not-found` for a need or a leader that is not in the run.
 */
export const tryByHand = async (
  ctx: Context,
  area: Area,
  given: OfRun & { readonly need: NeedId; readonly leader: PersonId },
) => {
  const { picture, mended } = await pictureFor(ctx, area, given);
  const { problem, plan } = picture;
  found(problem.requests.find(({ id }) => id === given.need));
  found(problem.providers.find(({ id }) => id === given.leader));
  const pins = [
    ...problem.pins.filter(({ request }) => request !== given.need),
    { request: given.need, provider: given.leader },
  ];
  const tried = { ...problem, pins };
  const round = JSON.stringify(tried);
  const previous = { assignments: plan.assignments };
  const after = await engine.plan(
    mended === undefined
      ? { kind: "solve", round, previous, work: mostWork }
      : repairTask(mended, round),
  );
  const changed = { ...picture, problem: tried, plan: after };
  const lines = compareLines(picture, changed);
  const others = lines.filter(({ need }) => need.id !== given.need);
  return {
    need: picture.need(given.need),
    leader: picture.leader(given.leader),
    isPlaced: after.assignments.some(
      ({ request, provider }) => request === given.need && provider === given.leader,
    ),
    before: sumOf(picture),
    after: sumOf(changed),
    cost: costWords(others, { before: plan.fit, after: after.fit }),
    moves: lines.filter(({ outcome }) => outcome !== "same" && outcome !== "without"),
  };
};

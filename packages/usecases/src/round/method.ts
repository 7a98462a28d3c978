import type { Area } from "@alongside/db/views/area";
import { fitWeightLabels } from "@alongside/domain/partnership";
import { roundWeights, shortlistOnlyWeights, type RoundId } from "@alongside/domain/round";
import { fitOf, type Problem, type Request } from "@alongside/matching";
import type { Context } from "../context/index.ts";
import { ableLeaders, type Able } from "./able.ts";
import { readFrozen } from "./frozen.ts";
import { bands, kmBetween, openRun, partsOf, sumOf } from "./plan.ts";
import { pictureRun } from "./picture.ts";

type Left = { any: number; early: number; late: number; schools: number };

const fitsInto = ({ days, window }: Request, left: Left | undefined): boolean =>
  left !== undefined && left.schools > 0 && left.any >= days && left[window] >= days;

const take = (left: Left, { days, window }: Request): void => {
  left.any -= days;
  if (window !== "any") left[window] -= days;
  left.schools -= 1;
};

/**
 * What going down the list would serve in each band: the greatest need first, each time the best fit that still has days. It is how a
 * person does it by hand, so that the plan can be held against it.
 */
export const servedByList = (problem: Problem, able: Able): readonly number[] => {
  const left = new Map<string, Left>(
    problem.providers.map(({ id, days: any, daysEarly: early, daysLate: late, maxSchools }) => [
      id,
      { any, early, late, schools: maxSchools },
    ]),
  );
  const served = [0, 0, 0, 0];
  for (const request of problem.requests.toSorted((one, other) => one.band - other.band)) {
    const [best] = (able.get(request.id) ?? [])
      .filter((provider) => fitsInto(request, left.get(provider.id)))
      .map((provider) => ({
        id: provider.id,
        fit: fitOf({ request, provider, role: "lead" }, problem.policy.weights),
      }))
      .toSorted((one, other) => other.fit - one.fit || (one.id < other.id ? -1 : 1));
    const room = best === undefined ? undefined : left.get(best.id);
    if (room === undefined) continue;
    take(room, request);
    served[request.band - 1] = (served[request.band - 1] ?? 0) + 1;
  }
  return served;
};

/** How the plan of a run was made, with its own numbers: what was checked, what counted, one example, and how it is known to be the best. */
export const showMethod = async (
  ctx: Context,
  area: Area,
  given: { readonly id: RoundId; readonly run?: number | undefined },
) => {
  const { stored, run } = await openRun(ctx, area, given);
  const picture = await pictureRun(ctx.read, area, run);
  const problem = readFrozen(picture.problem);
  const { requests, providers } = problem;
  const { counts: weights, allowances, reasons, pins } = picture.problem;
  const able = await ableLeaders(problem);
  const passing = [...able.values()].reduce((sum, { length }) => sum + length, 0);
  const [first] = picture.plan.assignments.toSorted((one, other) => other.fit - one.fit);
  const list = servedByList(problem, able);
  return {
    round: { id: stored.row.id, name: stored.row.name },
    sum: sumOf(picture),
    needs: requests.length,
    leaders: providers.length,
    pairs: requests.length * providers.length,
    passing,
    weights: roundWeights.map((name) => ({ label: fitWeightLabels[name], most: weights[name] })),
    notCounted: shortlistOnlyWeights
      .filter((name) => weights[name] > 0)
      .map((name) => ({ label: fitWeightLabels[name], most: weights[name] })),
    setAside: allowances.length,
    widened: allowances.filter(({ rules }) => rules.includes("distance")).length,
    keptApart: reasons.length,
    pinned: pins.length,
    example:
      first === undefined
        ? null
        : {
            school: picture.names.school(first.request),
            leader: picture.names.leader(first.provider),
            fit: first.fit,
            parts: partsOf(picture.problem, first),
            km: kmBetween(picture.need(first.request).point, picture.leader(first.provider).point),
            mostKm: providers.find(({ id: leader }) => leader === first.provider)?.maxKm ?? null,
          },
    byList: bands.map((band, index) => ({ band, served: list[index] ?? 0 })),
  };
};

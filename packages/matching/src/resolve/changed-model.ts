import type { Placement, Problem } from "../problem.ts";
import { entry, whole } from "../solve/cells.ts";
import { type Model, modelOf, modelWithout } from "../solve/model.ts";
import type { RoundChange } from "./change.ts";

/** The round after the change in numbers: where it only lost placements, those of before without them. */
export const changedModel = (before: Problem, after: Problem, change: RoundChange): Model => {
  if (change.kind !== "declined" && change.kind !== "provider-left") return modelOf(after);
  const old = modelOf(before);
  const isLost = (item: number): boolean =>
    entry(before.providers, whole(old.provider, item)).id === change.provider &&
    (change.kind === "provider-left" ||
      entry(before.requests, whole(old.request, item)).id === change.request);
  return modelWithout(after, old, (item) => !isLost(item));
};

const numbersOf = (list: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(list.map(({ id }, at) => [id, at]));

/** The items of these placements, as far as they are possible, in ascending order. */
export const itemsFor = (
  problem: Problem,
  model: Model,
  placements: readonly Placement[],
): readonly number[] => {
  if (placements.length === 0) return [];
  const requests = numbersOf(problem.requests);
  const providers = numbersOf(problem.providers);
  return placements
    .flatMap(({ request, provider, role }) => {
      const lists = role === "lead" ? model.leadsOfRequest : model.specialistsOfRequest;
      const by = providers.get(provider);
      const item = lists[requests.get(request) ?? -1]?.find(
        (each) => whole(model.provider, each) === by,
      );
      return item === undefined ? [] : [item];
    })
    .sort((a, b) => a - b);
};

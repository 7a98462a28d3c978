import type { Area } from "@alongside/db/views/area";
import { recordFitWeights } from "@alongside/db/stores/code-list";
import { findFitWeights, findLastChange } from "@alongside/db/views/partnership";
import { mayAdministerArea, maySeeArea } from "@alongside/domain/identity";
import {
  defaultFitWeights,
  fitWeightNames,
  isFitWeight,
  sameFitWeights,
  type FitWeights,
} from "@alongside/domain/partnership";
import { authorise, found, record, refuse, type Context } from "../context/index.ts";
import { requireVersion } from "./changed-since.ts";

export type ShownWeights = {
  readonly weights: FitWeights;
  readonly version: number;
  readonly areDefaults: boolean;
  /** Who set them last, and when; null while they are those that shipped. */
  readonly changed: { readonly by: string; readonly at: string } | null;
};

/** The weights of the fit score: everyone in the area may see how matches are ranked. */
export const showWeights = async (ctx: Context, area: Area): Promise<ShownWeights> => {
  authorise(maySeeArea(ctx.actor, area.id));
  const { weights, version } = found(await findFitWeights(ctx.read, area.id));
  const changed = await findLastChange(ctx.read, { entity: "fit-weights", entityId: area.id });
  const areDefaults = sameFitWeights(weights, defaultFitWeights);
  return { weights, version, areDefaults, changed: changed ?? null };
};

/**
 * Sets the weights for shortlists and rounds to come; plans that were made keep theirs. Answers whether that changed anything.
 * Refuses by field what is no whole number from 0 to 1,000, and `changed-since`.
 */
export const setWeights = (
  ctx: Context,
  area: Area,
  input: { readonly weights: FitWeights; readonly version: number },
): Promise<{ readonly changed: boolean }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  const wrong = fitWeightNames.filter((name) => !isFitWeight(input.weights[name]));
  if (wrong.length > 0) {
    const message = "Enter a whole number from 0 to 1000";
    refuse({
      kind: "invalid-input",
      fields: Object.fromEntries(wrong.map((name) => [name, message])),
    });
  }
  return ctx.write(async (tx) => {
    const { weights, version } = found(await findFitWeights(tx, area.id));
    const state = { entity: "fit-weights", entityId: area.id, version };
    await requireVersion(tx, state, input.version);
    if (sameFitWeights(weights, input.weights)) return { changed: false };
    await recordFitWeights(tx, { areaId: area.id, version }, input.weights);
    await record(ctx, tx, {
      areaId: area.id,
      entity: "fit-weights",
      entityId: area.id,
      entityVersion: version + 1,
      kind: "fit-weights-set",
      payload: { before: weights, after: input.weights },
    });
    return { changed: true };
  });
};

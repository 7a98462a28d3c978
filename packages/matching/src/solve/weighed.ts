import { flagAt, whole } from "./cells.ts";
import { type Draft, draftOf, itemsOf } from "./draft.ts";
import { type Model, noBand } from "./model.ts";

/**
 * The same round with bands and fit in one number: each lead's points are raised by what a lead of its band is worth, and no band counts
 * by itself. A part of a plan may then give up a lead that another part makes good.
 */
export const weighedModel = (model: Model, worthOf: (band: number) => number): Model => ({
  ...model,
  band: new Int32Array(model.itemCount).fill(noBand),
  fit: model.fit.map((fit, item) =>
    flagAt(model.isLead, item) === 1 ? fit + worthOf(whole(model.band, item)) : fit,
  ),
});

/** The same plan of another model of the same items. */
export const asPlanOf = (model: Model, draft: Draft): Draft => draftOf(model, itemsOf(draft));

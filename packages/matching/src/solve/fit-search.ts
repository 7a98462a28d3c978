import { chanceFrom } from "../generate/chance.ts";
import { isLimited } from "./clock.ts";
import type { LagrangianPoint } from "./enumerate.ts";
import { searchWhereLost } from "./loss-search.ts";
import type { PricedRows } from "./losses.ts";
import type { Master } from "./master.ts";
import { netValues } from "./net-values.ts";
import type { Pursuit } from "./pursuit.ts";
import { providerRow, specialistRow } from "./wide-master.ts";

/** A point's prices row by row. Cuts are left out: what a provider loses is only where a search begins. */
const pricedRows = ({ model, stage }: Master, { duals, bestOf }: LagrangianPoint): PricedRows => {
  const net = new Float64Array(model.itemCount);
  netValues(model, stage.points, { duals, net });
  const rows = new Float64Array(providerRow(model, model.providerCount));
  rows.set(duals.lead);
  rows.set(duals.specialist, specialistRow(model, 0));
  rows.set(bestOf, providerRow(model, 0));
  return { rows, net };
};

/**
 * Providers whose plan is made anew at a time. With the bands' numbers held, what is lost in one place is made good far off: among 135
 * providers, neighbourhoods of 20 soon find nothing more where those of 56 and 80 still do.
 */
const groupSizes = [30, 56, 80];

export type FitAsk = {
  readonly remake: (part: Pursuit) => void;
  readonly isEnough: () => boolean;
};

/** Better fit with the bands' numbers held, from where the prices of the point say that something is lost. */
export const searchFit = (
  pursuit: Pursuit,
  at: { readonly master: Master; readonly point: LagrangianPoint },
  { remake, isEnough }: FitAsk,
): void => {
  const { model } = pursuit;
  const chance = chanceFrom("fit search");
  searchWhereLost(pursuit, {
    prices: pricedRows(at.master, at.point),
    chance,
    size: () => chance.pick(groupSizes),
    rounds: isLimited(pursuit.clock) ? Infinity : model.providerCount,
    remake,
    isEnough,
  });
};

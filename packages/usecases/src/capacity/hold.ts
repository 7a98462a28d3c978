import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { findCapacityLine, toCapacityLine } from "@alongside/db/views/capacity";
import { isMatchable, type Balances, type CapacityLineId } from "@alongside/domain/capacity";
import type { Instant, Window } from "@alongside/domain/calendar";
import type { OfferId } from "@alongside/domain/offer";
import { found, refuse, todayOf, type Context } from "../context/index.ts";
import { postHold } from "./ledger.ts";

export type Hold = {
  readonly area: Area;
  readonly capacityLine: CapacityLineId;
  readonly offer: OfferId;
  readonly halfDays: number;
  readonly window: Window;
  /** The last instant of the hold, that of the offer itself. */
  readonly until: Instant;
  readonly reason?: string | undefined;
};

/**
 * Holds half-days for an offer on a line of this area that is firm and in date (`capacity-not-current`, no override: Product rules, §3).
 * Refuses `not-enough-days`, `window-full` and `already-held`; whoever may send the offer was asked before.
 */
export const holdDays = async (ctx: Context, tx: Write, hold: Hold): Promise<Balances> => {
  const { area, ...given } = hold;
  const line = toCapacityLine(found(await findCapacityLine(tx, area.id, given.capacityLine)));
  if (!isMatchable(line, todayOf(ctx))) {
    const goodUntil = "goodUntil" in line ? line.goodUntil : null;
    refuse({ kind: "capacity-not-current", goodUntil });
  }
  return postHold(ctx, tx, given);
};

import type { RoundOfferRow } from "@alongside/db/views/round";
import { holdsDays } from "@alongside/domain/offer";

/** A need whose offer came to nothing and that waits for another. */
export const isLost = ({ state, needState }: RoundOfferRow): boolean =>
  (state === "declined" || state === "expired" || state === "withdrawn") && needState === "open";

/**
 * Offers of the round that are out or were said yes to: their leaders stay. Days that an agreement has taken over are no hold any more: then the
 * need is agreed and stays out of the repair.
 */
export const isHeld = ({ offer, needState }: RoundOfferRow): boolean =>
  holdsDays(offer) && needState === "offered";

/** Of several offers for one need that came to nothing the last one. */
export const latestOfEach = (rows: readonly RoundOfferRow[]): readonly RoundOfferRow[] => [
  ...new Map(rows.map((row) => [row.needId, row])).values(),
];

import type { Read, Write } from "@alongside/db";
import { recordEntries } from "@alongside/db/stores/ledger";
import { listEntries } from "@alongside/db/views/ledger";
import { instantOf, type Instant, type Window } from "@alongside/domain/calendar";
import {
  balancesOf,
  freeExpired,
  post,
  type Balances,
  type CapacityLineId,
  type Movement,
} from "@alongside/domain/capacity";
import type { DeploymentId } from "@alongside/domain/deployment";
import type { OfferId } from "@alongside/domain/offer";
import type { VisitId } from "@alongside/domain/visit";
import { orRefuse, traceOf, type Context } from "../context/index.ts";

type WithoutTime<Each> = Each extends { readonly at: unknown } ? Omit<Each, "at"> : never;
export type TimelessMovement = WithoutTime<Movement>;

/** The balances of a line as its entries stand in this transaction. */
export const readBalances = async (tx: Read, line: CapacityLineId): Promise<Balances> =>
  balancesOf(await listEntries(tx, line));

export type Posting = {
  readonly capacityLine: CapacityLineId;
  readonly movement: TimelessMovement;
  /** Why, in words, for the statement. */
  readonly reason?: string | undefined;
};

/**
 * Posts one movement to the book of a line: reads the balances anew in the transaction, lets the rules decide, and keeps every entry that
 * they answer (holds that ran out among them). Refuses as the ledger does, above all `not-enough-days` and `window-full`.
 */
export const postMovement = async (
  ctx: Context,
  tx: Write,
  { capacityLine, movement, reason }: Posting,
): Promise<Balances> => {
  const before = await readBalances(tx, capacityLine);
  const at = instantOf(ctx.now());
  const { entries, balances } = orRefuse(post(before, { ...movement, at }));
  const trace = traceOf(ctx);
  await recordEntries(tx, { lineId: capacityLine, entries, trace, reason: reason ?? null });
  return balances;
};

/** Writes down as free what holds that have run out still hold on a line. */
export const freeRunOut = async (
  ctx: Context,
  tx: Write,
  lineId: CapacityLineId,
): Promise<void> => {
  const balances = await readBalances(tx, lineId);
  const { entries } = freeExpired(balances, instantOf(ctx.now()));
  const reason = "The offer’s time ran out";
  await recordEntries(tx, { lineId, entries, trace: traceOf(ctx), reason });
};

type OnLine = Pick<Posting, "capacityLine" | "reason">;

const poster =
  <Given extends OnLine>(toMovement: (given: Given) => TimelessMovement) =>
  (ctx: Context, tx: Write, given: Given): Promise<Balances> =>
    postMovement(ctx, tx, {
      capacityLine: given.capacityLine,
      reason: given.reason,
      movement: toMovement(given),
    });

/** Holds an offer's half-days on a line until an instant. The line is not looked at: see `holdDays`. */
export const postHold = poster<
  OnLine & {
    readonly offer: OfferId;
    readonly halfDays: number;
    readonly window: Window;
    readonly until: Instant;
  }
>(({ offer, halfDays, window, until }) => ({ type: "hold", offer, halfDays, window, until }));

/** Moves the last instant of an offer's hold. Refuses `not-held`, also once the hold has run out. */
export const renewHold = poster<OnLine & { readonly offer: OfferId; readonly until: Instant }>(
  ({ offer, until }) => ({ type: "renew-hold", offer, until }),
);

/** Frees what an offer holds. Refuses `not-held`, also once the hold has run out and the days are free already. */
export const releaseHold = poster<OnLine & { readonly offer: OfferId }>(({ offer }) => ({
  type: "release-hold",
  offer,
}));

/** Turns an offer's hold into the days of its deployment; what was held beyond them is free again. */
export const commitDays = poster<
  OnLine & { readonly offer: OfferId; readonly deployment: DeploymentId; readonly halfDays: number }
>(({ offer, deployment, halfDays }) => ({ type: "commit", offer, deployment, halfDays }));

/** Books days of a deployment for a visit. */
export const bookDays = poster<
  OnLine & {
    readonly deployment: DeploymentId;
    readonly visit: VisitId;
    readonly halfDays: number;
  }
>(({ deployment, visit, halfDays }) => ({ type: "book", deployment, visit, halfDays }));

/** Gives a cancelled visit's days back to its deployment. */
export const unbookDays = poster<OnLine & { readonly visit: VisitId }>(({ visit }) => ({
  type: "unbook",
  visit,
}));

/** Counts the days that a visit took; what was booked beyond them goes back to its deployment. */
export const deliverDays = poster<OnLine & { readonly visit: VisitId; readonly halfDays: number }>(
  ({ visit, halfDays }) => ({ type: "deliver", visit, halfDays }),
);

/** Takes more days for a deployment (`change` above nought) or gives some back to the line (below). */
export const amendDays = poster<
  OnLine & { readonly deployment: DeploymentId; readonly change: number }
>(({ deployment, change }) => ({ type: "amend", deployment, change }));

/** Gives up days of a deployment that will not be used. */
export const giveUpDays = poster<
  OnLine & { readonly deployment: DeploymentId; readonly halfDays: number }
>(({ deployment, halfDays }) => ({ type: "release", deployment, halfDays }));

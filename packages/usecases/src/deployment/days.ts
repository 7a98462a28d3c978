import type { Write } from "@alongside/db";
import { findCapacityLine } from "@alongside/db/views/capacity";
import { listTerms } from "@alongside/db/views/partnership";
import { addDays, endOfLondonDay, instantOf as toInstant } from "@alongside/domain/calendar";
import { freeHalfDays, type Balances } from "@alongside/domain/capacity";
import { termsOf } from "@alongside/domain/deployment";
import type { OfferId } from "@alongside/domain/offer";
import {
  amendDays,
  commitDays,
  giveUpDays,
  readBalances,
  releaseHold,
  renewHold,
  unbookDays,
} from "../capacity/index.ts";
import { postHold } from "../capacity/ledger.ts";
import { found, refuse, todayOf, type Context } from "../context/index.ts";
import type { Happened } from "./apply.ts";

/** Days stay held while an agreement is being signed. */
const daysHeld = 28;

const heldUntil = (ctx: Context) => endOfLondonDay(addDays(todayOf(ctx), daysHeld));

const holdOf = (ctx: Context, balances: Balances, offer: OfferId) => {
  const hold = balances.holds.get(offer);
  return hold === undefined || hold.until < toInstant(ctx.now()) ? undefined : hold;
};

/** The days are held for as long as a version is out; where the hold ran out meanwhile, they are held anew if they are still free. */
const holdForSigning = async (
  ctx: Context,
  tx: Write,
  { opened, after }: Happened,
): Promise<void> => {
  const wanted = termsOf(after)?.halfDays ?? 0;
  const { lineId: capacityLine, offerId: offer } = opened.stored.row;
  const balances = await readBalances(tx, capacityLine);
  const until = heldUntil(ctx);
  const hold = holdOf(ctx, balances, offer);
  const left = freeHalfDays(balances, toInstant(ctx.now()), "any") + (hold?.halfDays ?? 0);
  if (wanted > left) refuse({ kind: "not-enough-days", account: "published", wanted, left });
  const reason = "The agreement is out for signature";
  if (hold !== undefined) await renewHold(ctx, tx, { capacityLine, offer, until, reason });
  else {
    await postHold(ctx, tx, {
      capacityLine,
      offer,
      halfDays: wanted,
      window: "any",
      until,
      reason,
    });
  }
};

/** Held days become the days of the agreement; what it needs beyond them is taken from the free ones. */
const commitFirst = async (ctx: Context, tx: Write, happened: Happened): Promise<void> => {
  const { lineId: capacityLine, id: deployment, offerId: offer } = happened.opened.stored.row;
  const wanted = termsOf(happened.after)?.halfDays ?? 0;
  await holdForSigning(ctx, tx, happened);
  const hold = found((await readBalances(tx, capacityLine)).holds.get(offer));
  const reason = "All three have signed";
  const halfDays = Math.min(hold.halfDays, wanted);
  await commitDays(ctx, tx, { capacityLine, offer, deployment, halfDays, reason });
  const change = wanted - halfDays;
  if (change > 0) await amendDays(ctx, tx, { capacityLine, deployment, change, reason });
};

/** Days that are neither given nor needed any more: free again while their term lasts, given up once it is over. */
const giveBack = async (
  ctx: Context,
  tx: Write,
  { area, opened, event }: Happened,
): Promise<void> => {
  const { lineId: capacityLine, id: deployment } = opened.stored.row;
  const { bookings } = await readBalances(tx, capacityLine);
  const reason = event.type === "completed" ? "The work is complete" : "The work ended early";
  for (const [visit, booking] of bookings) {
    if (booking.deployment === deployment)
      await unbookDays(ctx, tx, { capacityLine, visit, reason });
  }
  const balances = await readBalances(tx, capacityLine);
  const left = balances.commitments.get(deployment)?.committed ?? 0;
  if (left === 0) return;
  const line = found(await findCapacityLine(tx, area.id, capacityLine));
  const terms = await listTerms(tx, area.id);
  const endsOn = terms.find(({ id }) => id === line.row.termId)?.endsOn;
  const isOver = endsOn === undefined || endsOn < todayOf(ctx);
  await (isOver
    ? giveUpDays(ctx, tx, { capacityLine, deployment, halfDays: left, reason })
    : amendDays(ctx, tx, { capacityLine, deployment, change: 0 - left, reason }));
};

/** Lets go of the hold of an agreement that was never signed by all. */
const dropHold = async (ctx: Context, tx: Write, { opened }: Happened): Promise<void> => {
  const { lineId: capacityLine, offerId: offer } = opened.stored.row;
  const hold = holdOf(ctx, await readBalances(tx, capacityLine), offer);
  const reason = "No agreement came of the offer";
  if (hold !== undefined) await releaseHold(ctx, tx, { capacityLine, offer, reason });
};

/**
 * Moves the book with the agreement: held while it is out, committed with the third signature, changed by an amendment in force, given
 * back when the work ends. Refuses `not-enough-days` where the leader's days do not reach (Product rules, §2: day ledger).
 */
export const moveDays = async (ctx: Context, tx: Write, happened: Happened): Promise<void> => {
  const { before, after, event, opened } = happened;
  const { lineId: capacityLine, id: deployment } = opened.stored.row;
  if (event.type === "issued") {
    await holdForSigning(ctx, tx, happened);
  } else if (event.type === "in-force" && before.state === "awaiting-signatures") {
    await commitFirst(ctx, tx, happened);
  } else if (event.type === "in-force" && event.change !== 0) {
    const { change } = event;
    const reason = `Version ${event.number} of the agreement is in force`;
    await amendDays(ctx, tx, { capacityLine, deployment, change, reason });
  } else if (event.type === "completed") {
    await giveBack(ctx, tx, happened);
  } else if (event.type === "ended-early") {
    const wasSigned = after.state === "ended-early" && after.agreement !== null;
    await (wasSigned ? giveBack(ctx, tx, happened) : dropHold(ctx, tx, happened));
  }
};

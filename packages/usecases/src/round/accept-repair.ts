import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { NeedId } from "@alongside/domain/need";
import { refuse, type Context } from "../context/index.ts";
import { findBroken, isStill, lastRunOf } from "./broken.ts";
import { fingerprintOfPlan } from "./frozen.ts";
import {
  applyToRound,
  openRound,
  requireRoundVersion,
  type RoundChanged,
  type RoundSeen,
} from "./place.ts";
import { sendPlacements } from "./publish.ts";
import { newPlacements, proposedRepair, type Mended } from "./repair.ts";
import { freezeMending } from "./replay.ts";
import { keepRun } from "./solve.ts";

type Accepting = RoundSeen & { readonly hash: string; readonly needs: readonly NeedId[] };

const keepRepair = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly input: Accepting; readonly mended: Mended },
): Promise<RoundChanged> => {
  const { area, input, mended } = given;
  const { frozen: problem, answer, mending, previous } = mended;
  const stored = await openRound(ctx, tx, { area, id: input.id });
  await requireRoundVersion(tx, stored.row, input.version);
  const isSame = isStill(await findBroken(ctx, tx, { area, stored }), mended);
  if (!isSame) return refuse({ kind: "run-out-of-date", run: lastRunOf(stored) });
  const placements = newPlacements(mended).filter(({ request }) =>
    input.needs.some((id) => id === request),
  );
  const run = {
    kind: "repair",
    problem,
    answer,
    previous: previous.number,
    mending: freezeMending(mending),
    wasCancelled: false,
  } as const;
  const kept = await keepRun(ctx, tx, { area, stored, run });
  const now = await openRound(ctx, tx, { area, id: input.id });
  const sending = { area, stored: now, placements, run: kept.run };
  const offers = await sendPlacements(ctx, tx, sending);
  const command = { type: "add-offers", at: toInstant(ctx.now()), offers } as const;
  return applyToRound(ctx, tx, { area, stored: now, command });
};

/**
 * Sends the offers of a repair, or those of them that were chosen, with their holds in one transaction, and keeps the run. Refuses
 * `run-out-of-date` when things have changed since the proposal was read, `no-offers`, `placement-lost` and `changed-since`.
 */
export const acceptRepair = async (
  ctx: Context,
  area: Area,
  input: Accepting,
): Promise<RoundChanged> => {
  const stored = await openRound(ctx, ctx.read, { area, id: input.id });
  await requireRoundVersion(ctx.read, stored.row, input.version);
  // The engine works before the transaction: nobody else waits for it to write.
  const mended = await proposedRepair(ctx, { area, stored });
  return mended !== undefined && fingerprintOfPlan(mended.answer.plan) === input.hash
    ? ctx.write((tx) => keepRepair(ctx, tx, { area, input, mended }))
    : refuse({ kind: "run-out-of-date", run: lastRunOf(stored) });
};

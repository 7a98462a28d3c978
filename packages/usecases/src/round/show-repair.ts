import type { Area } from "@alongside/db/views/area";
import { listRoundOffers, type RoundOfferRow } from "@alongside/db/views/round";
import { awaitedOf } from "@alongside/domain/offer";
import type { RoundId } from "@alongside/domain/round";
import type { Context } from "../context/index.ts";
import { fingerprintOfPlan } from "./frozen.ts";
import { nameProblem } from "./picture.ts";
import { openRound } from "./place.ts";
import { kmBetween, partsOf } from "./plan.ts";
import { newPlacements, proposedRepair, type Mended } from "./repair.ts";
import { isLost } from "./sent.ts";

const offerLine = (row: RoundOfferRow) => ({
  id: row.offerId,
  needId: row.needId,
  school: row.school,
  leader: row.leader,
  state: row.state,
  due: row.dueAt,
  awaited: awaitedOf(row.offer),
  halfDays: row.offer.halfDays,
  isLost: isLost(row),
});

const endWords: Partial<Readonly<Record<RoundOfferRow["state"], string>>> = {
  declined: "declined",
  expired: "did not answer in time",
  withdrawn: "was taken back",
};

const proposalOf = async (ctx: Context, area: Area, mended: Mended) => {
  const { answer, problem, lost } = mended;
  const { plan } = answer;
  const { need, leader } = await nameProblem(ctx.read, area, problem);
  return {
    hash: fingerprintOfPlan(plan),
    lost: lost.map((row) => ({
      needId: row.needId,
      school: row.school,
      leader: row.leader,
      words: `${row.leader} ${endWords[row.state] ?? "is not available"}`,
    })),
    sends: newPlacements(mended).map(({ request, provider, fit, parts }) => ({
      need: need(request),
      leader: leader(provider),
      km: kmBetween(need(request).point, leader(provider).point),
      fit,
      parts: partsOf(problem, { provider, parts }),
      isReplacement: lost.some(({ needId }) => needId === request),
    })),
    without: plan.unserved.map((id) => need(id)),
    stays: mended.live.length,
  };
};

/** The offers that a round sent and where each stands; and, when some came to nothing, the least change that would make up for them. */
export const showRepair = async (ctx: Context, area: Area, id: RoundId) => {
  const stored = await openRound(ctx, ctx.read, { area, id });
  const offers = await listRoundOffers(ctx.read, id);
  const mended = await proposedRepair(ctx, { area, stored });
  return {
    round: { id, name: stored.row.name, state: stored.row.state },
    version: stored.row.version,
    offers: offers.map(offerLine),
    proposal: mended === undefined ? null : await proposalOf(ctx, area, mended),
  };
};

import type { Area } from "@alongside/db/views/area";
import { listOffersWithin, type OfferRow } from "@alongside/db/views/offer";
import type { NeedId } from "@alongside/domain/need";
import type { OfferState } from "@alongside/domain/offer";
import type { Context } from "../context/index.ts";
import { matchNeed } from "../shortlist/index.ts";

const toNothing: readonly OfferState[] = ["declined", "expired", "withdrawn"];

const toAfter = ({ id, state, leader, changedAt }: OfferRow & { readonly leader: string }) => ({
  id,
  state,
  leader,
  changedAt,
});

/**
 * Whom to ask next for a need whose last offer came to nothing: the first of the list who passes every rule, and before one who let an
 * offer for it run out, or from whom it was just taken back. `leader` is null where nobody does, `after` where no offer has come to nothing yet. Refuses whoever may not triage the need.
 */
export const suggestNext = async (
  ctx: Context,
  area: Area,
  question: { readonly needId: NeedId },
) => {
  const { needId } = question;
  const match = await matchNeed(ctx, ctx.read, { area, needId });
  const scope = {
    needs: { kind: "area" },
    personId: undefined,
    urns: [],
    organisationIds: [],
  } as const;
  const offers = await listOffersWithin(ctx.read, area.id, { scope, needId });
  const last = offers
    .toSorted((one, other) => (one.row.changedAt < other.row.changedAt ? 1 : -1))
    .map(({ row, leader }) => ({ ...row, leader }))[0];
  const silent = offers.filter(({ row }) => row.state === "expired").map(({ row }) => row.personId);
  const later = last?.state === "withdrawn" ? [...silent, last.personId] : silent;
  const first = match.ranked.find(({ personId }) => !later.includes(personId)) ?? match.ranked[0];
  return {
    isOpen: match.opened.row.state === "open",
    after: last !== undefined && toNothing.includes(last.state) ? toAfter(last) : null,
    termId: match.facts.term.id,
    leader:
      first === undefined
        ? null
        : {
            personId: first.personId,
            name: first.name,
            homeSchool: first.homeSchool,
            score: first.score,
            freeHalfDays: first.freeHalfDays,
          },
  };
};

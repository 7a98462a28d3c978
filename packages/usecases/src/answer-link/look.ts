import { namesOf } from "@alongside/db/views/need";
import { findCapacityLine, toCapacityLine } from "@alongside/db/views/capacity";
import { toCapacityLineId, usualGoodUntil } from "@alongside/domain/capacity";
import { isLeaderSelf } from "@alongside/domain/identity";
import { toOfferId } from "@alongside/domain/offer";
import { refuse, todayOf, type Context } from "../context/index.ts";
import { openLeader } from "../leader/place.ts";
import { getOffer } from "../offer/index.ts";
import { orClosed } from "./closed.ts";
import { findLinkOf, openLink, refuseUnknown, type LinkGiven, type OpenedLink } from "./open.ts";

/** The brief, and not a word beyond it: no timeline, no other page's address, no name of a school before its time. */
const lookAtOffer = async ({ ctx, area, link }: OpenedLink) => {
  const offer = await getOffer(ctx, area, toOfferId(link.aboutId));
  if (offer.state === "withdrawn") return refuse({ kind: "link-closed", reason: "revoked" });
  if (offer.awaited !== link.purpose) return refuse({ kind: "link-closed", reason: "used" });
  const { id: _id, ...need } = offer.need;
  const { version, due, today, halfDays, window, dates, isUrgent, note, leader, kind, reasons } =
    offer;
  return {
    about: "offer" as const,
    area: area.name,
    side: link.purpose,
    version,
    due,
    today,
    halfDays,
    window,
    dates,
    isUrgent,
    note,
    leader: { name: leader.name, homeSchool: leader.homeSchool, kind: kind ?? leader.kind },
    need,
    reasons,
    talk: offer.talk,
  };
};

const lookAtDays = async ({ ctx, area, link }: OpenedLink) => {
  const id = toCapacityLineId(link.aboutId);
  const stored = await findCapacityLine(ctx.read, area.id, id);
  if (stored === undefined) return refuse({ kind: "link-closed", reason: "unknown" });
  const { place } = await openLeader(ctx, ctx.read, { area, personId: stored.row.personId });
  if (!isLeaderSelf(ctx.actor, place)) refuse({ kind: "link-closed", reason: "revoked" });
  const line = toCapacityLine(stored);
  if (line.state === "withdrawn") return refuse({ kind: "link-closed", reason: "used" });
  const names = await namesOf(ctx.read, [link.personId]);
  return {
    about: "days" as const,
    area: area.name,
    version: stored.row.version,
    name: names.get(link.personId) ?? "",
    academicYear: stored.term.academicYear,
    season: stored.term.season,
    halfDays: stored.row.supply.halfDays,
    goodUntil: stored.row.goodUntil,
    today: todayOf(ctx),
    newGoodUntil: usualGoodUntil(line, todayOf(ctx)),
  };
};

/**
 * What a mailed link is about: the brief of an offer, or days to be reconfirmed. Looking uses nothing up, however often, and whoever looks.
 * Refuses `link-closed` with the reason, and `too-many-attempts` after many links that there never were.
 */
export const lookAtLink = async (ctx: Context, given: LinkGiven) => {
  const link = await findLinkOf(ctx.read, given.token);
  if (link === undefined) return refuseUnknown(ctx, given);
  const opened = await openLink(ctx, ctx.read, link);
  return orClosed(async () =>
    link.purpose === "reconfirm" ? lookAtDays(opened) : lookAtOffer(opened),
  );
};

export type LinkPage = Awaited<ReturnType<typeof lookAtLink>>;

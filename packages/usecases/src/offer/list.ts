import type { Area } from "@alongside/db/views/area";
import { listOffersWithin } from "@alongside/db/views/offer";
import { zonesOfSchools } from "@alongside/db/views/school";
import {
  grantsOf,
  isHomeHead,
  mayHaveOffers,
  needAudienceOf,
  needScopeOf,
  supplyScopeOf,
} from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import { awaitsCoordinator, offerTransitions, type OfferState } from "@alongside/domain/offer";
import type { Urn } from "@alongside/domain/school";
import { found, todayOf, type Context } from "../context/index.ts";
import { pageOfLines, type ListQuestion } from "../list/index.ts";
import { actsOf, lineOf } from "./page.ts";
import { placeOffer, type PlacedOffer } from "./place.ts";

const scopeOf = (ctx: Context, area: Area) => {
  const supply = supplyScopeOf(ctx.actor, area.id);
  const own = supply?.kind === "places" ? supply : undefined;
  const { actor } = ctx;
  return {
    needs: needScopeOf(actor, area.id),
    personId: actor.kind === "person" ? actor.personId : undefined,
    urns: grantsOf(actor).flatMap(({ areaId, urn, role }): readonly Urn[] =>
      areaId === area.id && urn !== undefined && role === "head" ? [urn] : [],
    ),
    organisationIds: own?.organisationIds ?? [],
  };
};

/** What an offer waits for, from where its reader stands, in the order of a list. */
export const offerParts = ["yours", "waiting", "over"] as const;
export type OfferPart = (typeof offerParts)[number];

/** What the list of offers can be sorted by. */
export const offerSorts = ["offer", "stage", "days", "due"] as const;

export type OfferQuestion = ListQuestion<(typeof offerSorts)[number]> & {
  readonly needId?: NeedId | undefined;
  /** Any of these; all where none is named. */
  readonly parts?: readonly OfferPart[] | undefined;
  readonly states?: readonly OfferState[] | undefined;
};

type Shown = ReturnType<typeof lineOf> & { readonly isYours: boolean };

const isOwnSide = ({ actor }: Context, { place }: PlacedOffer): boolean =>
  (actor.kind === "person" && actor.personId === place.leader.personId) ||
  isHomeHead(actor, place.leader) ||
  needAudienceOf(actor, place.need) === "own-school";

/** Whose turn it is: those who broker may answer for everybody, and owe an answer of their own to a leader who asked. */
const isYours = (ctx: Context, placed: PlacedOffer): boolean => {
  const { broker, decline } = actsOf(ctx, placed);
  if (awaitsCoordinator(placed.stored.row.offer)) return broker;
  return decline && (!broker || isOwnSide(ctx, placed));
};

const partOf = ({ isYours, awaited }: Shown): OfferPart => {
  if (isYours) return "yours";
  return awaited === null ? "over" : "waiting";
};

export type OfferLine = Shown & { readonly part: OfferPart };

const linesOf = async (
  ctx: Context,
  area: Area,
  needId: NeedId | undefined,
): Promise<readonly OfferLine[]> => {
  const rows = await listOffersWithin(ctx.read, area.id, { scope: scopeOf(ctx, area), needId });
  const urns = [...new Set(rows.flatMap(({ row }) => [row.urn, row.homeUrn]))];
  const zones = Map.groupBy(
    await zonesOfSchools(ctx.read, area.id, urns),
    ({ urn }): number => urn,
  );
  const zonesOf = (urn: number) => zones.get(urn) ?? [];
  return rows
    .map((stored) => placeOffer(ctx, stored, (urn) => zonesOf(urn).map(({ zoneId }) => zoneId)))
    .filter(({ view }) => view !== "nothing")
    .map((placed) => {
      const names = zonesOf(placed.stored.row.urn).map(({ zone }) => zone);
      const shown = { ...lineOf(placed, names), isYours: isYours(ctx, placed) };
      return { ...shown, part: partOf(shown) };
    })
    .toSorted((one, other) => offerParts.indexOf(one.part) - offerParts.indexOf(other.part));
};

/** The words look at what the line shows alone: a school that is not named is not found by its name. */
const pageOf = (lines: readonly OfferLine[], question: OfferQuestion) =>
  pageOfLines(lines, question, {
    names: ({ leader, school }) => [leader.name, leader.homeSchool, school],
    values: {
      offer: ({ leader, school }) => `${leader.name} ${school ?? ""}`,
      stage: ({ state }) => Object.keys(offerTransitions).indexOf(state),
      days: ({ halfDays }) => halfDays,
      due: ({ due }) => due,
    },
  });

const countOf = (lines: readonly OfferLine[], part: OfferPart): number =>
  lines.filter((line) => line.part === part).length;

/** The actor's offers, a page of them, one's own to answer first; `counts` are of all. Refuses `not-found` to those who can have none. */
export const listOffers = async (ctx: Context, area: Area, question: OfferQuestion) => {
  found(mayHaveOffers(ctx.actor, area.id) ? area : undefined);
  const all = await linesOf(ctx, area, question.needId);
  const { parts = [], states = [] } = question;
  const asked = all.filter(
    ({ part, state }) =>
      (parts.length === 0 || parts.includes(part)) &&
      (states.length === 0 || states.includes(state)),
  );
  const { total, lines } = pageOf(asked, question);
  return {
    today: todayOf(ctx),
    total,
    counts: {
      yours: countOf(all, "yours"),
      waiting: countOf(all, "waiting"),
      over: countOf(all, "over"),
    },
    offers: lines,
  };
};

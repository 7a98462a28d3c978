import type { Area } from "@alongside/db/views/area";
import { findDeploymentOfOffer } from "@alongside/db/views/deployment";
import { offerTimeline } from "@alongside/db/views/offer";
import { listCodeEntries, type CodeEntryRow } from "@alongside/db/views/partnership";
import { zonesOfSchools } from "@alongside/db/views/school";
import { fieldsSeenBy, type DisclosedField } from "@alongside/domain/disclosure";
import type { OfferView } from "@alongside/domain/identity";
import { toReference, type Ask, type Need } from "@alongside/domain/need";
import { awaitedOf, awaitsCoordinator, holdsDays, type OfferId } from "@alongside/domain/offer";
import { standingConflicts } from "../conflict/pair.ts";
import { todayOf, type Context } from "../context/index.ts";
import { mayActFor, reasonListOf } from "./answer.ts";
import { openOffer, type PlacedOffer } from "./place.ts";

const askOf = (need: Need): Partial<Ask> => {
  if (need.state === "on-hold") return need.before.ask;
  return need.state === "closed" ? need.reopensAs.ask : need.ask;
};

/** What each view of an offer shows of its need; the screens of the school and the coordinator show private words elsewhere. */
const fieldsOf = (view: OfferView): readonly DisclosedField[] => {
  if (view === "nothing") return [];
  return view === "anonymised"
    ? fieldsSeenBy("shortlisted-leader", "shortlist")
    : fieldsSeenBy("named-leader", "named");
};

type Lists = { readonly entries: readonly CodeEntryRow[]; readonly zones: readonly string[] };

const labels = (entries: readonly CodeEntryRow[], codes: readonly string[] = []) =>
  codes.map((code) => entries.find((entry) => entry.code === code)?.label ?? code);

/** The need as this view may see it: whatever it may not is null, and never leaves the server. */
const needSeen = ({ stored, view }: PlacedOffer, { entries, zones }: Lists) => {
  const fields = fieldsOf(view);
  const ask = askOf(stored.need.need);
  const when = <Value>(field: DisclosedField, value: Value): Value | null =>
    fields.includes(field) ? value : null;
  const { number, id } = stored.need;
  const of = (list: string) => entries.filter((entry) => entry.list.startsWith(list));
  return {
    id: when("reference", id),
    reference: when("reference", number === null ? null : toReference(number)),
    school: when("school-name", stored.school),
    phase: when("phase", stored.phase),
    zones: when("zone", zones),
    focus: when("focus", labels(of("need-focus"), ask.focus)),
    primaryArea: when("areas", labels(of("expertise"), [ask.primaryArea ?? ""])[0] ?? null),
    otherAreas: when("areas", labels(of("expertise"), ask.otherAreas)),
    modes: when("modes", labels(of("work-mode"), ask.modes)),
    why: when("why", ask.why ?? null),
    wantedOutcome: when("wanted-outcome", ask.wantedOutcome ?? null),
    earliest: when("dates", ask.earliest ?? null),
    wantedBy: when("dates", ask.wantedBy ?? null),
  };
};

/** Why it came to nothing is for the side that said so, and for the coordinator; of a withdrawal the leader learns the reason too. */
const endOf = (ctx: Context, { stored, place }: PlacedOffer, entries: readonly CodeEntryRow[]) => {
  const { offer } = stored.row;
  const isFor = (side: Parameters<typeof mayActFor>[2]): boolean =>
    mayActFor(ctx.actor, place, "coordinator") || mayActFor(ctx.actor, place, side);
  if (offer.state === "declined") {
    const { by, reason, text } = offer;
    if (!isFor(by)) return null;
    const own = entries.filter(({ list }) => list === reasonListOf(by));
    return { by, reason: labels(own, [reason])[0] ?? reason, text };
  }
  return offer.state === "withdrawn" && isFor("leader")
    ? { by: null, reason: offer.reason, text: "" }
    : null;
};

/** What the actor may do about an offer. */
export const actsOf = (ctx: Context, { stored, place }: PlacedOffer) => {
  const { offer } = stored.row;
  const awaited = awaitedOf(offer);
  const broker = mayActFor(ctx.actor, place, "coordinator");
  const isAgreed = stored.need.state === "agreed" || stored.need.state === "closed";
  const may = (side: "leader" | "home-school" | "supported-school") =>
    awaited === side && mayActFor(ctx.actor, place, side);
  return {
    accept: may("leader"),
    release: may("home-school"),
    confirm: may("supported-school"),
    decline: awaited !== null && mayActFor(ctx.actor, place, awaited),
    /** One that was prepared and not sent yet: nobody outside has seen it. */
    send: offer.state === "proposed" && broker && stored.need.state === "open",
    withdraw: broker && (offer.state === "proposed" || (holdsDays(offer) && !isAgreed)),
    ask: may("leader"),
    propose: may("leader"),
    answer: broker && offer.state === "sent" && offer.question !== null,
    settle: broker && offer.state === "sent" && offer.otherDays !== null,
    remind: broker && awaited !== null,
    broker,
  };
};

/** What leader and coordinator say to each other is between the two of them. */
const isPartOfTalk = (ctx: Context, { place }: PlacedOffer): boolean =>
  mayActFor(ctx.actor, place, "leader") || mayActFor(ctx.actor, place, "coordinator");

const talkOf = (ctx: Context, opened: PlacedOffer) => {
  const { offer } = opened.stored.row;
  return offer.state === "sent" && isPartOfTalk(ctx, opened)
    ? { question: offer.question, otherDays: offer.otherDays }
    : { question: null, otherDays: null };
};

const spoken = ["text", "halfDays", "window", "dates"] as const;
const spokenKinds: readonly string[] = [
  "offer-asked",
  "offer-answered",
  "offer-days-proposed",
  "offer-days-taken",
  "offer-days-kept",
];

/** What was said with an event of the talk, for those who are part of it. */
const saidIn = ({ kind, payload }: { kind: string; payload: string | null }) => {
  if (payload === null || !spokenKinds.includes(kind)) return {};
  const facts: Readonly<Record<string, unknown>> = JSON.parse(payload);
  return Object.fromEntries(
    spoken.flatMap((name) => (facts[name] === undefined ? [] : [[name, String(facts[name])]])),
  );
};

/** An offer in a line, as far as its reader may see the need. */
export const lineOf = (placed: PlacedOffer, zones: readonly string[]) => {
  const { row, leader, homeSchool, kind } = placed.stored;
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    awaited: awaitedOf(row.offer),
    awaitsCoordinator: awaitsCoordinator(row.offer),
    due: row.dueAt,
    halfDays: row.offer.halfDays,
    window: row.offer.window,
    dates: row.offer.dates ?? "",
    isUrgent: row.offer.urgent,
    changedAt: row.changedAt,
    leader: { personId: row.personId, name: leader, kind, homeSchool },
    isNamed: placed.view !== "anonymised",
    school: placed.view === "anonymised" ? null : placed.stored.school,
    phase: placed.stored.phase,
    zones,
  };
};

/** Conflicts of interest of the two sides; none to a leader who does not know the school yet, because a tie would name it. */
const conflictsSeen = async (ctx: Context, area: Area, { stored, view }: PlacedOffer) => {
  if (view === "anonymised") return [];
  const { personId: leader, homeUrn, urn, madeBy } = stored.row;
  const found = await standingConflicts(ctx, ctx.read, { area, leader, homeUrn, urn, madeBy });
  return found.map(({ id, ground, state, conditions }) => ({
    id,
    kind: ground.kind,
    state,
    conditions,
  }));
};

/** An offer's page: the brief, as far as the actor may see the need; who answers next and by when; what happened; what the actor may do. */
export const getOffer = async (ctx: Context, area: Area, id: OfferId) => {
  const opened = await openOffer(ctx, ctx.read, { area, id });
  const { stored, view } = opened;
  const { row } = stored;
  const [entries, placed, moments, deployment, conflicts] = await Promise.all([
    listCodeEntries(ctx.read, area.id),
    zonesOfSchools(ctx.read, area.id, [row.urn]),
    offerTimeline(ctx.read, id),
    findDeploymentOfOffer(ctx.read, id),
    conflictsSeen(ctx, area, opened),
  ]);
  const zones = placed.map(({ zone }) => zone);
  const awaited = awaitedOf(row.offer);
  const reasons =
    awaited === null ? [] : entries.filter(({ list }) => list === reasonListOf(awaited));
  return {
    ...lineOf(opened, zones),
    today: todayOf(ctx),
    kind: labels(
      entries.filter(({ list }) => list === "designation"),
      [stored.kind],
    )[0],
    note: row.note,
    overrideReason: view === "everything" ? row.overrideReason : "",
    need: needSeen(opened, { entries, zones }),
    end: endOf(ctx, opened, entries),
    talk: talkOf(ctx, opened),
    timeline: moments.map(({ at, kind, by, onBehalfOf, payload }) => ({
      at,
      kind,
      by,
      isOnBehalf: onBehalfOf !== null,
      said: isPartOfTalk(ctx, opened) ? saidIn({ kind, payload }) : {},
    })),
    reasons: reasons
      .filter(({ retiredOn }) => retiredOn === null)
      .map(({ code, label }) => ({ code, label })),
    deployment: deployment?.id ?? null,
    conflicts,
    may: actsOf(ctx, opened),
  };
};

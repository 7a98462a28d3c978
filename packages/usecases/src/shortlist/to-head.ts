import type { Read, Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import {
  recordShortlist,
  recordShortlistChange,
  recordShortlistSeen,
} from "@alongside/db/stores/shortlist";
import { namesOf } from "@alongside/db/views/need";
import { findLastChange } from "@alongside/db/views/partnership";
import { findShortlist, listShortlists, type ShortlistRow } from "@alongside/db/views/shortlist";
import {
  isOfOwnSchool,
  maySubmitNeed,
  mayTriageNeed,
  type PersonId,
} from "@alongside/domain/identity";
import { toReference, type NeedId } from "@alongside/domain/need";
import {
  fewestListed,
  letterOf,
  mostListed,
  moveShortlist,
  toCard,
  type ShortlistForm,
  type Verdict,
} from "@alongside/domain/shortlist";
import {
  authorise,
  found,
  instantOf,
  orRefuse,
  record,
  refuse,
  type Context,
} from "../context/index.ts";
import { sendMailsAbout } from "../need/mail.ts";
import { forSchool, openNeed, type PlacedNeed } from "../need/place.ts";
import { sharedModes } from "./own-part.ts";
import type { Candidate } from "./rank.ts";
import { matchNeed, type Wanted } from "./shortlist.ts";

export type ListToSend = Wanted & {
  readonly people: readonly PersonId[];
  readonly form: ShortlistForm;
  /** What the head is told beside it; the head's eyes only. */
  readonly note: string;
};

const cardOf = (form: ShortlistForm, { facts }: Candidate, index: number) => {
  const { leader, line, ask, labelOf, zones, homeZones, km, hasSupported } = facts;
  const wanted = [ask.primaryArea, ...ask.otherAreas];
  return toCard(form, {
    letter: letterOf(index),
    name: leader.name,
    homeSchool: leader.homeSchool,
    km,
    hasSupported,
    kind: labelOf("designation", leader.kind),
    isSameZone: homeZones.some(({ id }) => zones.some((zone) => zone.id === id)),
    areas: line.supply.areas
      .filter(({ area }) => wanted.includes(area))
      .map(({ area, level }) => ({ label: labelOf("expertise", area), level })),
    modes: sharedModes(facts).map((mode) => labelOf("work-mode", mode)),
    freeHalfDays: leader.free,
  });
};

/** Writes what happened to a list on the need's own page, where its school reads it too. */
const recordOnNeed = (
  ctx: Context,
  tx: Write,
  given: {
    readonly area: Area;
    readonly opened: PlacedNeed;
    readonly kind: string;
    readonly payload?: Readonly<Record<string, unknown>>;
  },
) => {
  const { area, opened, kind, payload } = given;
  const { id: entityId, version: entityVersion } = opened.row;
  const about = { areaId: area.id, entity: "need", entityId, entityVersion, kind };
  return record(ctx, tx, payload === undefined ? about : { ...about, payload });
};

const requireOpen = ({ row }: PlacedNeed): void => {
  if (row.state === "open") return;
  refuse({ kind: "wrong-state", machine: "need", state: row.state, command: "offer" });
};

/**
 * Sends two to six leaders who pass every rule to the need's head, by letter or by name, to be put in order. What was shown stays on record.
 * Refuses unless the need is open, fewer or more leaders (`list-length`), and a second list while one is out (`already-exists`).
 */
export const sendShortlist = (
  ctx: Context,
  area: Area,
  input: ListToSend,
): Promise<{ readonly id: string }> =>
  ctx.write(async (tx) => {
    const { needId, form, note } = input;
    const { opened, ranked, facts } = await matchNeed(ctx, tx, { ...input, area });
    requireOpen(opened);
    if ((await findShortlist(tx, needId)) !== undefined) {
      refuse({ kind: "already-exists", field: "shortlist" });
    }
    const people = [...new Set(input.people)];
    if (people.length < fewestListed || people.length > mostListed) {
      refuse({ kind: "list-length", given: people.length });
    }
    const chosen = people.map((person) => found(ranked.find((each) => each.personId === person)));
    const id = ctx.newId();
    await recordShortlist(tx, {
      id,
      areaId: area.id,
      needId,
      termId: facts.term.id,
      form,
      state: "sent",
      cards: chosen.map((each, index) => ({
        leader: each.personId,
        card: cardOf(form, each, index),
      })),
      ranking: [],
      note: note.trim(),
      answer: "",
      sentAt: instantOf(ctx),
      sentBy: ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind,
    });
    const payload = { form, leaders: people, note: note.trim() };
    await recordOnNeed(ctx, tx, { area, opened, kind: "need-shortlist-sent", payload });
    const letters = [["school", "need-shortlist"]] as const;
    await sendMailsAbout(ctx, tx, { about: { area, ...opened }, letters });
    return { id };
  });

/** The list that is out for a need, and the need; `not-found` where there is none or the actor may not see the need. */
const openSent = async (ctx: Context, tx: Read, given: { area: Area; needId: NeedId }) => {
  const opened = await openNeed(ctx, tx, { area: given.area, id: given.needId });
  const row = found(await findShortlist(tx, given.needId));
  return { opened, row };
};

const verdictIn = ({ ranking }: ShortlistRow, leader: PersonId) => {
  const verdict = ranking.find((each) => each.leader === leader);
  return { place: verdict?.place ?? null, isAvoided: verdict?.isAvoided ?? false };
};

/**
 * The list as its head sees it: cards by letter, never a leader's id. That somebody of the school looked is itself recorded, the first time
 * (Product rules, §3: graded disclosure). For the need's school and those who triage it.
 */
export const openShortlist = (ctx: Context, area: Area, input: { readonly needId: NeedId }) =>
  ctx.write(async (tx) => {
    const { opened, row } = await openSent(ctx, tx, { area, needId: input.needId });
    const { place } = opened;
    const isOwn = isOfOwnSchool(ctx.actor, place);
    found(isOwn || mayTriageNeed(ctx.actor, place) ? row : undefined);
    if (isOwn && row.seenAt === null) {
      await recordShortlistSeen(tx, row.id, instantOf(ctx));
      const payload = { form: row.form, leaders: row.cards.map(({ leader }) => leader) };
      await recordOnNeed(ctx, tx, { area, opened, kind: "need-shortlist-seen", payload });
    }
    const { number } = opened.row;
    return {
      id: row.id,
      version: row.version,
      state: row.state,
      form: row.form,
      reference: number === null ? null : toReference(number),
      note: row.note,
      answer: row.answer,
      sentAt: row.sentAt,
      rankedAt: row.rankedAt,
      cards: row.cards.map(({ leader, card }) => ({ ...card, ...verdictIn(row, leader) })),
      mayRank: opened.row.state === "open" && maySubmitNeed(ctx.actor, place),
    };
  });

const requireShortlistVersion = async (
  tx: Read,
  row: ShortlistRow,
  seen: number,
): Promise<void> => {
  if (row.version === seen) return;
  const last = await findLastChange(tx, { entity: "need", entityId: row.needId });
  const { by = "Someone else", at = row.sentAt } = last ?? {};
  refuse({ kind: "changed-since", version: row.version, by, at });
};

export type LetterVerdict = {
  readonly letter: string;
  /** From 1; null for no place. */
  readonly place: number | null;
  readonly isAvoided: boolean;
};

const toVerdicts = (row: ShortlistRow, given: readonly LetterVerdict[]): readonly Verdict[] =>
  given.map(({ letter, place, isAvoided }) => {
    const { leader } = found(row.cards.find(({ card }) => card.letter === letter));
    return { leader, place: isAvoided ? null : place, isAvoided };
  });

/**
 * Puts the leaders of a list in order, or says whom the school would rather not have; from then on it counts in the fit. The head's, or
 * theirs who may act on the school's behalf. Refuses as the rules do, and `changed-since`.
 */
export const rankShortlist = (
  ctx: Context,
  area: Area,
  input: {
    readonly needId: NeedId;
    readonly version: number;
    readonly verdicts: readonly LetterVerdict[];
    readonly words: string;
  },
): Promise<{ readonly version: number }> =>
  ctx.write(async (tx) => {
    const { opened, row } = await openSent(ctx, tx, { area, needId: input.needId });
    authorise(maySubmitNeed(ctx.actor, opened.place));
    await requireShortlistVersion(tx, row, input.version);
    requireOpen(opened);
    const ranking = toVerdicts(row, input.verdicts);
    const state = orRefuse(moveShortlist(row.state, { type: "rank", verdicts: ranking }));
    const answer = input.words.trim();
    await recordShortlistChange(tx, row, { state, ranking, answer, rankedAt: instantOf(ctx) });
    const doer = forSchool(ctx, opened.place);
    const payload = { ranking, text: answer };
    await recordOnNeed(doer, tx, { area, opened, kind: "need-shortlist-ranked", payload });
    const letters = [["coordinator", "need-ranked"]] as const;
    await sendMailsAbout(ctx, tx, { about: { area, ...opened }, letters });
    return { version: row.version + 1 };
  });

/** Takes a list back: its ranking counts no more, and another can be sent. */
export const withdrawShortlist = (
  ctx: Context,
  area: Area,
  input: { readonly needId: NeedId; readonly version: number },
): Promise<void> =>
  ctx.write(async (tx) => {
    const { opened, row } = await openSent(ctx, tx, { area, needId: input.needId });
    authorise(mayTriageNeed(ctx.actor, opened.place));
    await requireShortlistVersion(tx, row, input.version);
    const state = orRefuse(moveShortlist(row.state, { type: "withdraw" }));
    await recordShortlistChange(tx, row, { state });
    await recordOnNeed(ctx, tx, { area, opened, kind: "need-shortlist-withdrawn" });
  });

/** Every list that was sent for a need, with names, for those who triage it. */
export const listSentShortlists = async (
  ctx: Context,
  area: Area,
  input: { readonly needId: NeedId },
) => {
  const { place } = await openNeed(ctx, ctx.read, { area, id: input.needId });
  authorise(mayTriageNeed(ctx.actor, place));
  const rows = await listShortlists(ctx.read, input.needId);
  const names = await namesOf(
    ctx.read,
    rows.flatMap(({ row }) => row.cards.map(({ leader }) => leader)),
  );
  return rows.map(({ row, sentBy }) => ({
    id: row.id,
    version: row.version,
    state: row.state,
    form: row.form,
    note: row.note,
    answer: row.answer,
    sentAt: row.sentAt,
    sentBy,
    seenAt: row.seenAt,
    rankedAt: row.rankedAt,
    leaders: row.cards.map(({ leader, card }) => ({
      personId: leader,
      name: names.get(leader) ?? "Someone who has left",
      letter: card.letter,
      ...verdictIn(row, leader),
    })),
  }));
};

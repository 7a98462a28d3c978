import type { Area } from "@alongside/db/views/area";
import { listNeedsOfSchools } from "@alongside/db/views/need";
import {
  readNeedQueue,
  type NeedFilter,
  type NeedLine,
  type NeedSort,
} from "@alongside/db/views/need-queue";
import {
  daysBetween,
  instantOf as toInstant,
  londonDateOf,
  parseInstant,
} from "@alongside/domain/calendar";
import {
  needScopeOf,
  ownSchoolsOf,
  toId,
  type NeedScope,
  type PersonId,
  type ZoneId,
} from "@alongside/domain/identity";
import {
  nextActOf,
  nextStepOf,
  toReference,
  type Band,
  type NeedState,
} from "@alongside/domain/need";
import { found, todayOf, type Context } from "../context/index.ts";
import { supportFor } from "./support.ts";

export type QueueQuestion = {
  readonly scope: "mine" | "watched" | "all";
  readonly zone?: ZoneId | undefined;
  readonly states?: readonly NeedState[] | undefined;
  readonly bands?: readonly Band[] | undefined;
  readonly isUrgent?: boolean | undefined;
  readonly isLate?: boolean | undefined;
  readonly words?: string | undefined;
  readonly sort: NeedSort;
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
};

const dateIn = (instant: string) => {
  const known = parseInstant(instant);
  return known === undefined ? undefined : londonDateOf(known);
};

const daysUntil = (ctx: Context, instant: string | null): number | null => {
  const date = instant === null ? undefined : dateIn(instant);
  return date === undefined ? null : daysBetween(todayOf(ctx), date);
};

const offerOf = ({ offerId: id, offerState: state }: NeedLine) =>
  id === null || state === null ? null : { id, state };

const toLine = (ctx: Context, row: NeedLine) => {
  const { number, offerId: _id, offerState: _state, isQuestioned, ...line } = row;
  const sentOn = line.submittedAt === null ? undefined : dateIn(line.submittedAt);
  return {
    ...line,
    isUrgent: line.isUrgent === 1,
    isWatched: line.isWatched === 1,
    reference: number === null ? "" : toReference(number),
    next: { ...nextStepOf(line.state, isQuestioned === 1), by: line.dueAt },
    /** The offer that is out, and how far it has come; null while none is. */
    offer: offerOf(row),
    /** Whole days since it was sent. */
    age: sentOn === undefined ? null : daysBetween(sentOn, todayOf(ctx)),
    dueInDays: daysUntil(ctx, line.dueAt),
  };
};

const filterOf = (
  ctx: Context,
  area: Area,
  given: { readonly question: QueueQuestion; readonly scope: NeedScope },
): NeedFilter => {
  const { question, scope } = given;
  const { actor } = ctx;
  const person = (wanted: QueueQuestion["scope"]): PersonId | undefined =>
    question.scope === wanted && actor.kind === "person" ? actor.personId : undefined;
  return {
    areaId: area.id,
    scope,
    coordinator: person("mine"),
    watcher: person("watched"),
    zone: question.zone,
    states: question.states,
    bands: question.bands,
    isUrgent: question.isUrgent,
    dueBefore: question.isLate === true ? toInstant(ctx.now()) : undefined,
    words: question.words,
  };
};

/** Nobody who is no person keeps an eye on anything. */
const readerOf = ({ actor }: Context): PersonId =>
  actor.kind === "person" ? actor.personId : toId<PersonId>("");

/**
 * The coordinator's queue: needs of own zones, or of the whole area for an officer or administrator; a draft is never in it. Refuses
 * `not-found` to everyone else.
 */
export const listNeeds = async (ctx: Context, area: Area, question: QueueQuestion) => {
  const scope = found(needScopeOf(ctx.actor, area.id));
  const filter = filterOf(ctx, area, { question, scope });
  const reader = readerOf(ctx);
  const { lines, counts } = await readNeedQueue(ctx.read, { filter, page: question, reader });
  const asked = filter.states ?? [];
  const inEach = Object.entries(counts);
  return {
    needs: lines.map((line) => toLine(ctx, line)),
    total: inEach.reduce(
      (sum, [state, count]) =>
        sum + (asked.length === 0 || asked.some((each) => each === state) ? count : 0),
      0,
    ),
    counts,
  };
};

export type QueueLine = Awaited<ReturnType<typeof listNeeds>>["needs"][number];

/** The needs of the actor's own schools, drafts first; empty for whoever is of no school here. */
export const listOwnNeeds = async (ctx: Context, area: Area) => {
  const urns = ownSchoolsOf(ctx.actor, area.id);
  if (urns.length === 0) return [];
  const rows = await listNeedsOfSchools(ctx.read, area.id, urns);
  return Promise.all(
    rows.map(async ({ row, school }) => ({
      id: row.id,
      urn: row.urn,
      school,
      reference: row.number === null ? null : toReference(row.number),
      state: row.state,
      isUrgent: row.isUrgent,
      primaryArea: row.primaryArea,
      outcome: row.outcome,
      submittedAt: row.submittedAt,
      changedAt: row.changedAt,
      next: nextActOf(row.need),
      support: await supportFor(ctx.read, area, row.need),
      today: todayOf(ctx),
    })),
  );
};

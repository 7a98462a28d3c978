import type { Area } from "@alongside/db/views/area";
import {
  findSchoolOfNeed,
  listNeedsOfSchools,
  namesOf,
  needTimeline,
  zonesOfNeed,
  type NeedMoment,
} from "@alongside/db/views/need";
import { listSeen } from "@alongside/db/views/need-seen";
import { isWatched } from "@alongside/db/views/queue";
import { findShortlist } from "@alongside/db/views/shortlist";
import { disclosureStageOf, whoSeesWhat } from "@alongside/domain/disclosure";
import {
  mayPrepareNeed,
  maySubmitNeed,
  mayTriageNeed,
  needAudienceOf,
} from "@alongside/domain/identity";
import {
  nextActOf,
  possibleOutcomes,
  toReference,
  type DraftAsk,
  type Need,
  type NeedId,
  type Wish,
} from "@alongside/domain/need";
import type { Urn } from "@alongside/domain/school";
import { found, todayOf, type Context } from "../context/index.ts";
import { askOf } from "./ask.ts";
import { openNeed, type PlacedNeed } from "./place.ts";
import { supportFor } from "./support.ts";

/** What a coordinator sees at once: who is wished for, not why; the note only on asking, for that is recorded. */
const withoutPrivateWords = (ask: DraftAsk): DraftAsk => {
  const { sensitiveNote: _note, preferred, avoided, ...open } = ask;
  const unreasoned = (wishes: readonly Wish[]): readonly Wish[] =>
    wishes.map(({ leader }) => ({ leader, privateReason: "" }));
  return {
    ...open,
    ...(preferred === undefined ? {} : { preferred: unreasoned(preferred) }),
    ...(avoided === undefined ? {} : { avoided: unreasoned(avoided) }),
  };
};

const hasPrivateWords = ({ sensitiveNote, preferred = [], avoided = [] }: DraftAsk): boolean =>
  (sensitiveNote ?? "") !== "" ||
  [...preferred, ...avoided].some(({ privateReason }) => privateReason !== "");

const shownKinds = new Set([
  "name",
  "text",
  "band",
  "reason",
  "until",
  "outcome",
  "note",
  "duplicateOf",
]);

/** The facts of an event that its page may show; the rest of the payload stays in the log. */
const factsOf = (payload: string | null): Readonly<Record<string, string>> => {
  const facts: Readonly<Record<string, unknown>> = payload === null ? {} : JSON.parse(payload);
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) =>
      shownKinds.has(name) && (typeof value === "string" || typeof value === "number")
        ? [[name, String(value)] as const]
        : [],
    ),
  );
};

const toMoment = ({ at, kind, name, onBehalfOf, payload }: NeedMoment) => ({
  at,
  kind,
  by: name,
  isOnBehalf: onBehalfOf !== null,
  facts: factsOf(payload),
});

/** Saving a draft many times is one thing that happened: its last. */
const withoutRepeats = (moments: readonly NeedMoment[]): readonly NeedMoment[] =>
  moments.filter(
    (moment, index) =>
      moment.kind !== "need-draft-saved" || moments[index + 1]?.kind !== "need-draft-saved",
  );

const actsOf = (ctx: Context, { row, place }: PlacedNeed) => {
  const { need } = row;
  const isSchool = maySubmitNeed(ctx.actor, place);
  const isCoordinator = mayTriageNeed(ctx.actor, place);
  const { state } = need;
  const isWithdrawn = state === "closed" && need.outcome === "withdrawn";
  const isQuestioned = (state === "submitted" || state === "open") && need.question !== null;
  const mayClose = possibleOutcomes[state].length > 0;
  return {
    write: state === "draft" && mayPrepareNeed(ctx.actor, place),
    submit: state === "draft" && isSchool,
    revise: (state === "submitted" || state === "open") && isSchool,
    answer: isQuestioned && mayPrepareNeed(ctx.actor, place),
    withdraw: mayClose && state !== "agreed" && isSchool,
    reopen: state === "closed" && (isCoordinator || (isWithdrawn && isSchool)),
    triage: state === "submitted" && isCoordinator,
    band: (state === "open" || state === "offered") && isCoordinator,
    question: (state === "submitted" || state === "open") && isCoordinator,
    hold: (state === "submitted" || state === "open" || state === "offered") && isCoordinator,
    resume: state === "on-hold" && isCoordinator,
    close: mayClose && isCoordinator,
  };
};

const standOf = (need: Need) => {
  const shown =
    need.state === "on-hold" ? need.before : need.state === "closed" ? need.reopensAs : need;
  return {
    band: "band" in shown ? shown.band : null,
    bandReason: "band" in shown ? shown.bandReason : null,
    submittedAt: shown.state === "draft" ? null : shown.submittedAt,
    question: shown.state === "draft" ? null : shown.question,
    hold: need.state === "on-hold" ? { reason: need.reason, until: need.until } : null,
    closed:
      need.state === "closed"
        ? { outcome: need.outcome, note: need.note, at: need.closedAt }
        : null,
  };
};

const othersOf = async (ctx: Context, area: Area, given: { urn: Urn; except: NeedId }) => {
  const rows = await listNeedsOfSchools(ctx.read, area.id, [given.urn]);
  return rows.flatMap(({ row }) =>
    row.number === null || row.id === given.except
      ? []
      : [
          {
            id: row.id,
            reference: toReference(row.number),
            state: row.state,
            primaryArea: row.primaryArea,
          },
        ],
  );
};

/** Whether the actor keeps an eye on it; null for those who are nobody. */
const isWatchedBy = async (ctx: Context, needId: NeedId): Promise<boolean | null> => {
  const { actor } = ctx;
  return actor.kind === "person" ? isWatched(ctx.read, { needId, personId: actor.personId }) : null;
};

const levels: Readonly<Record<string, "anonymised" | "named" | "private-words" | "file">> = {
  "offer-sent": "anonymised",
  "offer-accepted": "named",
  "need-private-words-read": "private-words",
  "need-file-read": "file",
};

/** The record of who saw what, each at the first time (Product rules, §3: graded disclosure). */
const toSeen = (moments: Awaited<ReturnType<typeof listSeen>>) => {
  const seen = moments.map(({ at, kind, who }) => ({ at, who, what: levels[kind] ?? "named" }));
  return Map.groupBy(seen, ({ who, what }) => `${what} ${who ?? ""}`)
    .values()
    .flatMap(([first]) => (first === undefined ? [] : [first]))
    .toArray();
};

/** A need's own page: where it stands, what was asked, who sees what, who acts next, what happened, what the actor may do. */
export const getNeed = async (ctx: Context, area: Area, id: NeedId) => {
  const opened = await openNeed(ctx, ctx.read, { area, id });
  const { row, place } = opened;
  const audience = needAudienceOf(ctx.actor, place);
  const ask = askOf(row.need);
  const stage = disclosureStageOf(row.need, row);
  const wished = [...(ask.preferred ?? []), ...(ask.avoided ?? [])].map(({ leader }) => leader);
  const [school, zones, moments, names, others, sent, isOnWatchList, seen, support] =
    await Promise.all([
      findSchoolOfNeed(ctx.read, row.urn),
      zonesOfNeed(ctx.read, area.id, row.urn),
      needTimeline(ctx.read, id),
      namesOf(ctx.read, [...wished, ...(row.coordinatorId === null ? [] : [row.coordinatorId])]),
      othersOf(ctx, area, { urn: row.urn, except: id }),
      findShortlist(ctx.read, id),
      isWatchedBy(ctx, id),
      listSeen(ctx.read, id),
      supportFor(ctx.read, area, row.need),
    ]);
  const isWriter = audience === "own-school" || row.state === "draft";
  const may = actsOf(ctx, opened);
  return {
    id,
    version: row.version,
    reference: row.number === null ? null : toReference(row.number),
    state: row.state,
    isUrgent: row.isUrgent,
    isBegunOnBehalf: row.isBegunOnBehalf,
    audience,
    ask: isWriter ? ask : withoutPrivateWords(ask),
    hasPrivateWords: hasPrivateWords(ask),
    names: Object.fromEntries(names),
    school: found(school),
    zones: zones.map(({ name }) => name),
    coordinator: row.coordinatorId === null ? null : (names.get(row.coordinatorId) ?? null),
    next: nextActOf(row.need),
    /** Whose turn it is once an offer went out, and where. */
    support,
    today: todayOf(ctx),
    ...standOf(row.need),
    disclosure: { stage, seenBy: whoSeesWhat(stage), seen: toSeen(seen) },
    timeline: withoutRepeats(moments).map(toMoment).toReversed(),
    outcomes: may.close ? possibleOutcomes[row.state] : [],
    others,
    isWatched: isOnWatchList,
    /** The list of leaders that the head was asked to rank; null while none is out. */
    shortlist:
      sent === undefined
        ? null
        : { state: sent.state, sentAt: sent.sentAt, leaders: sent.cards.length },
    may: { ...may, rank: row.state === "open" && maySubmitNeed(ctx.actor, place) },
  };
};

import type { Area } from "@alongside/db/views/area";
import {
  concernTimeline,
  listConcernsWithin,
  type StoredConcern,
} from "@alongside/db/views/concern";
import { listHeadsOf } from "@alongside/db/views/need";
import { listCodeEntries } from "@alongside/db/views/partnership";
import {
  lettersOf,
  nextStageOf,
  type ConcernId,
  type ConcernState,
  type Letter,
} from "@alongside/domain/concern";
import { concernScopeOf, ownSchoolsOf } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import { found, todayOf, type Context } from "../context/index.ts";
import { noteSensitiveRead } from "../identity/access-log.ts";
import { listDeliveries } from "./letter.ts";
import { openConcern } from "./place.ts";

const openStates: readonly ConcernState[] = ["raised", "handled", "escalated"];

/** What may be known of a letter without reading it. */
const envelopeOf = ({ stage, reason, replyBy, sentAt, state, reply }: Letter) => ({
  stage,
  reason,
  replyBy,
  sentAt,
  state,
  repliedAt: reply?.at ?? null,
});

const lineOf = ({ row, school }: StoredConcern, today: IsoDate) => {
  const last = lettersOf(row.concern, today).at(-1);
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    school: { urn: row.urn, name: school },
    raisedAt: row.raisedAt,
    changedAt: row.changedAt,
    letter: last === undefined ? null : envelopeOf(last),
  };
};

/** The concerns that are the actor's to handle, open ones first; not what they say. `not-found` for everyone else. */
export const listConcerns = async (
  ctx: Context,
  area: Area,
  question: { readonly states?: readonly ConcernState[] | undefined },
) => {
  const scope = found(concernScopeOf(ctx.actor, area.id));
  const except = ownSchoolsOf(ctx.actor, area.id);
  const today = todayOf(ctx);
  const lines = (await listConcernsWithin(ctx.read, area.id, { scope, except })).map((stored) =>
    lineOf(stored, today),
  );
  const { states = [] } = question;
  const wanted = states.length === 0 ? openStates : states;
  const countOf = (state: ConcernState) => lines.filter((line) => line.state === state).length;
  return {
    today,
    concerns: lines.filter(({ state }) => wanted.includes(state)),
    counts: {
      raised: countOf("raised"),
      handled: countOf("handled"),
      escalated: countOf("escalated"),
      resolved: countOf("resolved"),
    },
  };
};

/** The list to be kept as a file: that it was taken away is itself recorded, before it is given. */
export const keepConcernList = async (
  ctx: Context,
  area: Area,
  question: Parameters<typeof listConcerns>[2],
) => {
  const list = await listConcerns(ctx, area, question);
  const about = { areaId: area.id, entity: "concern", entityId: "list", what: "list" };
  await noteSensitiveRead(ctx, about);
  return list;
};

type Payload = Readonly<Record<string, unknown>>;

const stageIn = (payload: string | null): number | null => {
  const facts: Payload = JSON.parse(payload ?? "{}");
  const { stage } = facts;
  return typeof stage === "number" ? stage : null;
};

/** How far a concern has gone, with its letters by their envelope and what happened when; what it says is read apart, on record. */
export const getConcern = async (ctx: Context, area: Area, id: ConcernId) => {
  const stored = await openConcern(ctx, ctx.read, { area, id });
  const { concern } = stored.row;
  const today = todayOf(ctx);
  const [moments, reasons, deliveries, heads] = await Promise.all([
    concernTimeline(ctx.read, id),
    listCodeEntries(ctx.read, area.id, "escalation-reason"),
    listDeliveries(ctx, id),
    listHeadsOf(ctx.read, area.id, stored.row.urn),
  ]);
  const { state } = concern;
  return {
    ...lineOf(stored, today),
    today,
    raisedBy: stored.raisedBy,
    letters: lettersOf(concern, today).map((letter) => ({
      ...envelopeOf(letter),
      mails: deliveries.filter(({ stage }) => stage === letter.stage),
    })),
    /** Where a letter to the head would go; null where no head has an account. */
    headEmail: heads[0]?.email ?? null,
    nextStage: nextStageOf(concern) ?? null,
    reasons: reasons
      .filter(({ retiredOn }) => retiredOn === null)
      .map(({ code, label }) => ({ code, label })),
    reasonWords: Object.fromEntries(reasons.map(({ code, label }) => [code, label])),
    timeline: moments.map(({ at, kind, by, payload }) => ({
      at,
      kind,
      by,
      stage: stageIn(payload),
    })),
    may: {
      handle: state === "raised",
      escalate: nextStageOf(concern) !== undefined,
      reply: state === "escalated" && concern.current.reply === null,
      resolve: state === "handled" || state === "escalated",
    },
  };
};

/**
 * What a concern says: how it was raised, taken up and resolved, its letters and the replies. Reading it is itself recorded, before it is
 * shown (Product rules, §3: graded disclosure).
 */
export const readConcern = async (ctx: Context, area: Area, id: ConcernId) => {
  const { row } = await openConcern(ctx, ctx.read, { area, id });
  await noteSensitiveRead(ctx, {
    areaId: area.id,
    entity: "concern",
    entityId: id,
    what: "concern",
  });
  const { concern } = row;
  return {
    version: row.version,
    text: concern.text,
    handling: concern.state === "raised" ? null : concern.handling,
    resolution: concern.state === "resolved" ? concern.resolution : null,
    letters: lettersOf(concern, todayOf(ctx)).map(({ stage, letter, reply, sentAt, replyBy }) => ({
      stage,
      sentAt,
      replyBy,
      letter,
      reply,
    })),
  };
};

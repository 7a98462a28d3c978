import type { Area } from "@alongside/db/views/area";
import {
  conflictTimeline,
  findConflict,
  listConflictsWithin,
  listInterestsOf,
  listInterestsWith,
  type InterestRow,
  type StoredConflict,
} from "@alongside/db/views/conflict";
import {
  grantsOf,
  isPartyTo,
  mayDecideConflict,
  mayRaiseConflict,
  maySeeConflicts,
} from "@alongside/domain/identity";
import {
  conflictTransitions,
  type Conflict,
  type ConflictGround,
} from "@alongside/domain/conflict";
import { found, todayOf, type Context } from "../context/index.ts";
import { pageOfLines, type ListQuestion } from "../list/index.ts";
import { tieOf } from "./tie.ts";

/** The register is the staff's and the board's; the two sides of a conflict see their own. */
export const seesConflict = (ctx: Context, { row }: Pick<StoredConflict, "row">): boolean =>
  maySeeConflicts(ctx.actor, row.areaId) || isPartyTo(ctx.actor, row);

const scopeOf = (ctx: Context, area: Area) => {
  if (maySeeConflicts(ctx.actor, area.id)) return { kind: "area" } as const;
  const { actor } = ctx;
  if (actor.kind !== "person") return undefined;
  const urns = grantsOf(actor).flatMap(({ areaId, urn }) =>
    areaId === area.id && urn !== undefined ? [urn] : [],
  );
  return { kind: "own", personId: actor.personId, urns } as const;
};

const lineOf = ({ row, leader, school, homeSchool }: StoredConflict) => ({
  id: row.id,
  version: row.version,
  state: row.state,
  kind: row.kind,
  leader: { personId: row.personId, name: leader },
  school,
  homeSchool,
  urn: row.urn,
  foundAt: row.foundAt,
  decidedAt: row.conflict.state === "found" ? null : row.conflict.at,
  reason: row.conflict.state === "found" ? "" : row.conflict.reason,
  conditions: row.conflict.state === "found" ? "" : row.conflict.conditions,
});

export type ConflictLine = ReturnType<typeof lineOf>;

/** What the register can be sorted by. */
export const conflictSorts = ["conflict", "state", "found", "decided"] as const;

export type ConflictQuestion = ListQuestion<(typeof conflictSorts)[number]> & {
  /** Any of these; all where none is named. */
  readonly states?: readonly Conflict["state"][] | undefined;
  readonly grounds?: readonly ConflictGround["kind"][] | undefined;
};

const pageOf = (lines: readonly ConflictLine[], question: ConflictQuestion) =>
  pageOfLines(lines, question, {
    names: ({ leader, school, homeSchool }) => [leader.name, school, homeSchool],
    values: {
      conflict: ({ leader, school }) => `${leader.name} ${school}`,
      state: ({ state }) => Object.keys(conflictTransitions).indexOf(state),
      found: ({ foundAt }) => foundAt,
      decided: ({ decidedAt }) => decidedAt,
    },
  });

/** What the register shows, a page of it: conflicts with their decisions, those without one first; `counts` are of all. */
export const listConflicts = async (ctx: Context, area: Area, question: ConflictQuestion) => {
  const scope = found(scopeOf(ctx, area));
  const { states = [], grounds = [] } = question;
  const rows = await listConflictsWithin(ctx.read, area.id, scope);
  const counts = Map.groupBy(rows, ({ row }) => row.state);
  const self = ctx.actor.kind === "person" ? ctx.actor.personId : undefined;
  const own = self === undefined ? [] : await listInterestsOf(ctx.read, area.id, self);
  const asked = rows.filter(
    ({ row }) =>
      (states.length === 0 || states.includes(row.state)) &&
      (grounds.length === 0 || grounds.includes(row.kind)),
  );
  const { total, lines } = pageOf(asked.map(lineOf), question);
  return {
    today: todayOf(ctx),
    total,
    conflicts: lines,
    counts: {
      found: counts.get("found")?.length ?? 0,
      allowed: counts.get("allowed")?.length ?? 0,
      upheld: counts.get("upheld")?.length ?? 0,
    },
    isWholeArea: scope.kind === "area",
    mayDecide: mayDecideConflict(ctx.actor, area.id),
    own: own.map((tie) => tieOf(ctx, tie)),
  };
};

const isAbout = ({ row }: StoredConflict, interest: InterestRow): boolean => {
  const { ground } = row.conflict;
  return ground.kind === "same-governors"
    ? ground.governors.includes(interest.personId)
    : interest.personId === row.personId;
};

/** What was declared is for the two sides and for those who decide; the board reads the ground and the decision. */
const wordsFor = async (ctx: Context, area: Area, stored: StoredConflict) => {
  const { row } = stored;
  if (!mayRaiseConflict(ctx.actor, area.id) && !isPartyTo(ctx.actor, row)) return null;
  const ties = await listInterestsWith(ctx.read, area.id, [row.urn, row.homeUrn]);
  return ties.filter((tie) => isAbout(stored, tie.row)).map((tie) => tieOf(ctx, tie));
};

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const toMoment = (row: Awaited<ReturnType<typeof conflictTimeline>>[number]) => {
  const payload: Readonly<Record<string, unknown>> = JSON.parse(row.payload ?? "{}");
  return {
    at: row.at,
    kind: row.kind,
    by: row.by,
    reason: textOf(payload["reason"]),
    conditions: textOf(payload["conditions"]),
  };
};

/** A conflict with the log of what was decided about it, by whom and why. */
export const getConflict = async (ctx: Context, area: Area, id: string) => {
  const stored = found(await findConflict(ctx.read, area.id, id));
  found(seesConflict(ctx, stored) ? stored : undefined);
  const { conflict } = stored.row;
  const [declared, moments] = await Promise.all([
    wordsFor(ctx, area, stored),
    conflictTimeline(ctx.read, id),
  ]);
  const isParty = isPartyTo(ctx.actor, stored.row);
  return {
    ...lineOf(stored),
    lastOn: conflict.ground.kind === "reciprocal-support" ? conflict.ground.lastOn : null,
    declared,
    decision:
      conflict.state === "found"
        ? null
        : { reason: conflict.reason, conditions: conflict.conditions, at: conflict.at },
    timeline: moments.map(toMoment),
    isParty,
    may: { decide: mayDecideConflict(ctx.actor, area.id) && !isParty },
  };
};

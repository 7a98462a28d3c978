import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordNewRound } from "@alongside/db/stores/round";
import { listOpenZonesOfArea } from "@alongside/db/views/identity-place";
import { listTerms, type TermRow } from "@alongside/db/views/partnership";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { CapacityLineId } from "@alongside/domain/capacity";
import { mayRunRound, type ZoneId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import { draftRound, isForTerm, toRoundId, type RoundAdjustment } from "@alongside/domain/round";
import { found, instantOf, record, refuse, type Context } from "../context/index.ts";
import { isCurrent, readRoundFacts, type RoundFacts, type RoundNeed } from "./facts.ts";
import { mailTakenBack } from "./panel-mail.ts";
import { changeRound, type RoundChanged, type RoundSeen } from "./place.ts";

export type NewRound = {
  readonly name: string;
  readonly termId: string;
  /** None for the whole area. */
  readonly zones: readonly ZoneId[];
};

/** The needs of a round's zones, or of the whole area. */
export const needsWithin = (
  facts: Pick<RoundFacts, "needs">,
  zones: readonly ZoneId[],
): readonly RoundNeed[] =>
  facts.needs.filter(
    (need) => zones.length === 0 || need.zones.some(({ id }) => zones.includes(id)),
  );

/** What a round begins with: every open need that may start in the term, and every line of capacity that is in date. */
const defaultsOf = (facts: RoundFacts, zones: readonly ZoneId[]) => ({
  needs: needsWithin(facts, zones)
    .filter(({ row, ask }) => row.state === "open" && isForTerm(ask, facts.term))
    .map(({ id }) => id),
  lines: facts.leaders
    .filter(({ line }) => isCurrent(line, facts.today))
    .map(({ line }) => line.id),
});

export const termOfArea = async (read: Read, area: Area, termId: string): Promise<TermRow> =>
  found((await listTerms(read, area.id)).find(({ id }) => id === termId));

const requireZones = async (read: Read, area: Area, zones: readonly ZoneId[]): Promise<void> => {
  const open = await listOpenZonesOfArea(read, area.id);
  found(zones.every((zone) => open.some(({ id }) => id === zone)) ? area : undefined);
};

/** Begins a round with its defaults. Answers `not-found` for a place that is not the actor's to broker, and `invalid-input` without a name. */
export const createRound = (ctx: Context, area: Area, input: NewRound): Promise<RoundChanged> =>
  ctx.write(async (tx) => {
    const { termId } = input;
    const zones = [...new Set(input.zones)].toSorted();
    const name = input.name.trim();
    found(mayRunRound(ctx.actor, { areaId: area.id, zoneIds: zones }) ? area : undefined);
    await requireZones(tx, area, zones);
    if (name === "") refuse({ kind: "invalid-input", fields: { name: "Enter a name" } });
    const term = await termOfArea(tx, area, termId);
    const facts = await readRoundFacts(ctx, tx, { area, term });
    const { academicYear, season } = term;
    const scope = { zones, term: { academicYear, season }, ...defaultsOf(facts, zones) };
    const round = draftRound(toRoundId(ctx.newId()), scope);
    const createdBy = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
    const createdAt = instantOf(ctx);
    await recordNewRound(tx, { areaId: area.id, name, termId, round, createdBy, createdAt });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "round",
      entityId: round.id,
      entityVersion: 1,
      kind: "round-begun",
      payload: { name, termId, ...scope },
    });
    return { id: round.id, version: 1, state: round.state };
  });

const requireKnown = <Id extends string>(
  wanted: readonly Id[],
  known: readonly Id[],
): readonly Id[] => {
  found(wanted.every((id) => known.includes(id)) ? wanted : undefined);
  return [...new Set(wanted)];
};

/**
 * Chooses what a round is about anew. Answers `not-found` for a need or a line that is not the round's to choose; refuses `no-needs`. The
 * runs stay, and so do the pins of needs that stay; a panel that was asked is told that it is not any more.
 */
export const rescopeRound = (
  ctx: Context,
  area: Area,
  input: RoundSeen & {
    readonly needs: readonly NeedId[];
    readonly lines: readonly CapacityLineId[];
  },
): Promise<RoundChanged> =>
  changeRound(ctx, area, {
    seen: input,
    commandFor: async (stored, tx) => {
      const { row, term } = stored;
      const { scope } = row.round;
      await mailTakenBack(ctx, tx, { area, stored });
      const facts = await readRoundFacts(ctx, tx, { area, term, needs: scope.needs });
      const needs = requireKnown(
        input.needs,
        needsWithin(facts, scope.zones).map(({ id }) => id),
      );
      const lines = requireKnown(
        input.lines,
        facts.leaders.map(({ line }) => line.id),
      );
      const at = toInstant(ctx.now());
      return { type: "rescope", at, scope: { ...scope, needs, lines } };
    },
  });

/**
 * Pins, forbids or weighs, or takes it back. Answers `not-found` for a leader without days in the round's term; refuses `not-in-round`,
 * `pinned-and-forbidden` and `words-needed`.
 */
export const adjustRound = (
  ctx: Context,
  area: Area,
  input: RoundSeen & { readonly change: RoundAdjustment },
): Promise<RoundChanged> =>
  changeRound(ctx, area, {
    seen: input,
    commandFor: async ({ row, term }, tx) => {
      const { change } = input;
      if (change.kind === "pin" || change.kind === "forbid") {
        const facts = await readRoundFacts(ctx, tx, { area, term, needs: row.round.scope.needs });
        found(facts.leaders.find(({ id }) => id === change.leader));
      }
      return { type: "adjust", at: toInstant(ctx.now()), change };
    },
  });

/** Closes a round whose offers are out: it is mended no more. */
export const closeRound = (ctx: Context, area: Area, seen: RoundSeen): Promise<RoundChanged> =>
  changeRound(ctx, area, {
    seen,
    commandFor: () => ({ type: "close", at: toInstant(ctx.now()) }),
  });

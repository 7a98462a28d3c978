import type { Read, Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { findLastChange } from "@alongside/db/views/partnership";
import { recordRound } from "@alongside/db/stores/round";
import { findRound, type StoredRound } from "@alongside/db/views/round";
import { mayRunRound, type RoundPlace } from "@alongside/domain/identity";
import {
  decideRound,
  evolveRound,
  type Round,
  type RoundCommand,
  type RoundEvent,
  type RoundId,
  type RoundState,
} from "@alongside/domain/round";
import { found, instantOf, orRefuse, record, refuse, type Context } from "../context/index.ts";

/** A round and the version of it that was seen. */
export type RoundSeen = { readonly id: RoundId; readonly version: number };
export type RoundChanged = RoundSeen & { readonly state: RoundState };

/** Where a round of these zones belongs. */
export const placeOfRound = (area: Area, round: Pick<Round, "scope">): RoundPlace => ({
  areaId: area.id,
  zoneIds: round.scope.zones,
});

/** The round, if it is one that the actor may run; anybody else's answers `not-found`. */
export const openRound = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly id: RoundId },
): Promise<StoredRound> => {
  const { area, id } = given;
  const stored = found(await findRound(read, area.id, id));
  return found(mayRunRound(ctx.actor, placeOfRound(area, stored.row.round)) ? stored : undefined);
};

/** Refuses `changed-since`, with who and when, unless the round is still at the version that was seen. */
export const requireRoundVersion = async (
  read: Read,
  row: RoundSeen,
  seen: number,
): Promise<void> => {
  if (row.version === seen) return;
  const last = await findLastChange(read, { entity: "round", entityId: row.id });
  refuse({
    kind: "changed-since",
    version: row.version,
    by: last?.by ?? "Someone else",
    at: last?.at ?? "",
  });
};

const kinds: Readonly<Record<RoundEvent["type"], string>> = {
  rescoped: "round-rescoped",
  adjusted: "round-adjusted",
  "run-recorded": "round-solved",
  proposed: "round-proposed",
  "asked-again": "round-asked-again",
  agreed: "round-agreed",
  published: "round-published",
  "offers-added": "round-offers-added",
  closed: "round-closed",
  dropped: "round-dropped",
  "taken-up": "round-taken-up",
};

/** What the log keeps of an event of a round. */
export const toLoggedRound = (event: RoundEvent) => {
  const { type, at: _at, ...payload } = event;
  return { kind: kinds[type], payload };
};

/** Decides one command on a round that was opened in this transaction, and writes its state, version and event. */
export const applyToRound = async (
  ctx: Context,
  tx: Write,
  given: {
    readonly area: Area;
    readonly stored: StoredRound;
    readonly command: RoundCommand;
    readonly facts?: Readonly<Record<string, unknown>>;
  },
): Promise<RoundChanged> => {
  const { area, stored, command, facts } = given;
  const { row } = stored;
  const event = orRefuse(decideRound(row.round, command));
  const round = evolveRound(row.round, event);
  await recordRound(tx, row, { round, changedAt: instantOf(ctx) });
  const version = row.version + 1;
  const { kind, payload } = toLoggedRound(event);
  await record(ctx, tx, {
    areaId: area.id,
    entity: "round",
    entityId: row.id,
    entityVersion: version,
    kind,
    payload: { ...payload, ...facts },
  });
  return { id: row.id, version, state: round.state };
};

/** Opens a round, checks that its latest version was seen, and does one thing to it, in one transaction. */
export const changeRound = (
  ctx: Context,
  area: Area,
  given: {
    readonly seen: RoundSeen;
    readonly commandFor: (stored: StoredRound, tx: Write) => RoundCommand | Promise<RoundCommand>;
  },
): Promise<RoundChanged> =>
  ctx.write(async (tx) => {
    const { seen, commandFor } = given;
    const stored = await openRound(ctx, tx, { area, id: seen.id });
    await requireRoundVersion(tx, stored.row, seen.version);
    const command = await commandFor(stored, tx);
    return applyToRound(ctx, tx, { area, stored, command });
  });

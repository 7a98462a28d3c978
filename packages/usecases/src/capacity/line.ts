import type { Read, Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordCapacityLine } from "@alongside/db/stores/capacity";
import { findCapacityLine, toCapacityLine, type StoredLine } from "@alongside/db/views/capacity";
import { findLastChange } from "@alongside/db/views/partnership";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import {
  decideCapacity,
  evolveCapacity,
  tiedHalfDays,
  type CapacityCommand,
  type CapacityEvent,
  type CapacityLine,
  type CapacityLineId,
} from "@alongside/domain/capacity";
import type { Actor, LeaderPlace } from "@alongside/domain/identity";
import {
  authorise,
  found,
  instantOf,
  orRefuse,
  record,
  refuse,
  type Context,
} from "../context/index.ts";
import { openLeader } from "../leader/place.ts";
import { alignBook } from "./align.ts";
import { readBalances } from "./ledger.ts";

export type LineSeen = { readonly id: CapacityLineId; readonly version: number };
export type LineChanged = {
  readonly id: CapacityLineId;
  readonly version: number;
  readonly changed: boolean;
};

export type PlacedLine = {
  readonly stored: StoredLine;
  readonly line: CapacityLine;
  readonly place: LeaderPlace;
};

/** Refuses `changed-since`, with who and when, unless the line is still at the version that was seen. */
export const requireLineVersion = async (
  read: Read,
  row: { readonly id: CapacityLineId; readonly version: number },
  seen: number,
): Promise<void> => {
  if (row.version === seen) return;
  const last = await findLastChange(read, { entity: "capacity-line", entityId: row.id });
  const { by = "Someone else", at = "" } = last ?? {};
  refuse({ kind: "changed-since", version: row.version, by, at });
};

/** The line, if it is of a leader whose days the actor may see; any other answers `not-found`. */
export const openLine = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly id: CapacityLineId },
): Promise<PlacedLine> => {
  const { area, id } = given;
  const stored = found(await findCapacityLine(read, area.id, id));
  const { place } = await openLeader(ctx, read, { area, personId: stored.row.personId });
  return { stored, line: toCapacityLine(stored), place };
};

const kinds: Readonly<Record<CapacityEvent["type"], string>> = {
  changed: "capacity-changed",
  confirmed: "capacity-confirmed",
  reconfirmed: "capacity-reconfirmed",
  lapsed: "capacity-lapsed",
  withdrawn: "capacity-withdrawn",
};

const payloadOf = (event: CapacityEvent): Readonly<Record<string, unknown>> => {
  const { type: _type, at: _at, ...facts } = event;
  if (!("supply" in facts)) return facts;
  const { halfDays, earlyHalfDays, lateHalfDays, release } = facts.supply;
  return { halfDays, earlyHalfDays, lateHalfDays, release };
};

/** Writes what happened to the log, once for each event, at the line's new version. */
export const recordLineEvents = async (
  ctx: Context,
  tx: Write,
  given: {
    readonly stored: Pick<StoredLine["row"], "id" | "areaId" | "version">;
    readonly events: readonly CapacityEvent[];
  },
): Promise<void> => {
  const { stored, events } = given;
  for (const event of events) {
    await record(ctx, tx, {
      areaId: stored.areaId,
      entity: "capacity-line",
      entityId: stored.id,
      entityVersion: stored.version,
      kind: kinds[event.type],
      payload: payloadOf(event),
    });
  }
};

/** The events of commands that are given one after the other, and the line after them. */
export const decideAll = (
  line: CapacityLine,
  commands: readonly CapacityCommand[],
): { readonly line: CapacityLine; readonly events: readonly CapacityEvent[] } => {
  const events: CapacityEvent[] = [];
  let current = line;
  for (const command of commands) {
    const event = orRefuse(decideCapacity(current, command));
    current = evolveCapacity(current, event);
    events.push(event);
  }
  return { line: current, events };
};

/** Gives commands to a line that was opened in this transaction: next state, its book and its events together. */
export const applyToLine = async (
  ctx: Context,
  tx: Write,
  given: {
    readonly stored: StoredLine;
    readonly commands: readonly CapacityCommand[];
    readonly reason?: string | undefined;
  },
): Promise<LineChanged> => {
  const { stored, commands, reason } = given;
  const { row } = stored;
  if (commands.length === 0) return { id: row.id, version: row.version, changed: false };
  const { line, events } = decideAll(toCapacityLine(stored), commands);
  await recordCapacityLine(tx, line, { ...row, changedAt: instantOf(ctx) });
  await alignBook(ctx, tx, { line, reason });
  const version = row.version + 1;
  await recordLineEvents(ctx, tx, { stored: { ...row, version }, events });
  return { id: row.id, version, changed: true };
};

/** What can no longer be taken back of a line, at this moment. */
export const tiedNow = async (ctx: Context, tx: Write, id: CapacityLineId): Promise<number> =>
  tiedHalfDays(await readBalances(tx, id), toInstant(ctx.now()));

export type LineAct = {
  readonly may: (actor: Actor, place: LeaderPlace) => boolean;
  /** The request as it is recorded: on whose behalf it is done. */
  readonly as: (ctx: Context, place: LeaderPlace) => Context;
  readonly commandsFor: (
    opened: PlacedLine,
    tx: Write,
  ) => readonly CapacityCommand[] | Promise<readonly CapacityCommand[]>;
  readonly reason?: string;
};

/** Opens a line, checks that the actor may do this and saw its latest version, and does it, in one transaction. */
export const changeLine = (
  ctx: Context,
  area: Area,
  given: { readonly seen: LineSeen; readonly act: LineAct },
): Promise<LineChanged> =>
  ctx.write(async (tx) => {
    const { seen, act } = given;
    const opened = await openLine(ctx, tx, { area, id: seen.id });
    authorise(act.may(ctx.actor, opened.place));
    await requireLineVersion(tx, opened.stored.row, seen.version);
    const commands = await act.commandsFor(opened, tx);
    const doer = act.as(ctx, opened.place);
    return applyToLine(doer, tx, { stored: opened.stored, commands, reason: act.reason });
  });

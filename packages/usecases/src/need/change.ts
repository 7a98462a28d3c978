import type { Read, Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordNeed } from "@alongside/db/stores/need";
import { findLastChange } from "@alongside/db/views/partnership";
import type { NeedRow } from "@alongside/db/views/need";
import {
  mayTriageNeed,
  type Actor,
  type NeedPlace,
  type PersonId,
} from "@alongside/domain/identity";
import {
  decideNeed,
  evolveNeed,
  type Need,
  type NeedCommand,
  type NeedId,
} from "@alongside/domain/need";
import { authorise, instantOf, orRefuse, record, refuse, type Context } from "../context/index.ts";
import { toLogged } from "./event.ts";
import { sendNeedMails } from "./mail.ts";
import { forSchool, openNeed, type PlacedNeed } from "./place.ts";

/** A need and the version of it that was seen. */
export type NeedSeen = { readonly id: NeedId; readonly version: number };
export type Changed = { readonly version: number; readonly state: Need["state"] };

/** Refuses `changed-since`, with who and when, unless the need is still at the version that was seen. */
export const requireNeedVersion = async (
  read: Read,
  row: Pick<NeedRow, "id" | "version">,
  seen: number,
): Promise<void> => {
  if (row.version === seen) return;
  const last = await findLastChange(read, { entity: "need", entityId: row.id });
  refuse({
    kind: "changed-since",
    version: row.version,
    by: last?.by ?? "Someone else",
    at: last?.at ?? "",
  });
};

/** Whose act it is; an offer that comes to nothing moves its need, whoever said no to it. */
type Side = "school" | "coordinator" | "offer";

/** One thing that may be done to a need. */
export type NeedAct = {
  readonly may: (actor: Actor, place: NeedPlace, need: Need) => boolean;
  /** Whose act it is: a school's act by someone else is recorded as done on its behalf. */
  readonly side: "school" | "coordinator" | "either";
  readonly commandFor: (need: Need, tx: Write) => NeedCommand | Promise<NeedCommand>;
  /** What must be settled first, in the same transaction; answers the need as it then stands. */
  readonly before?: (ctx: Context, tx: Write, opened: PlacedNeed) => Promise<PlacedNeed>;
};

const sideOf = (actor: Actor, place: NeedPlace, side: NeedAct["side"]): Side => {
  if (side !== "either") return side;
  return mayTriageNeed(actor, place) ? "coordinator" : "school";
};

const takenBy = (actor: Actor, row: NeedRow, side: Side): PersonId | undefined =>
  side === "coordinator" && row.coordinatorId === null && actor.kind === "person"
    ? actor.personId
    : undefined;

/** Decides, writes and records one command on a need that was opened in this transaction. */
export const applyToNeed = async (
  ctx: Context,
  tx: Write,
  given: {
    readonly area: Area;
    readonly opened: PlacedNeed;
    readonly command: NeedCommand;
    readonly side: Side;
  },
): Promise<Changed> => {
  const { area, opened, command, side } = given;
  const { row, place } = opened;
  const event = orRefuse(decideNeed(row.need, command));
  const need = evolveNeed(row.need, event);
  const change = {
    need,
    changedAt: instantOf(ctx),
    coordinatorId: takenBy(ctx.actor, row, side),
  };
  const number = await recordNeed(tx, row, change);
  const version = row.version + 1;
  const doer = side === "school" ? forSchool(ctx, place) : ctx;
  await record(doer, tx, {
    areaId: area.id,
    entity: "need",
    entityId: row.id,
    entityVersion: version,
    ...toLogged(event),
  });
  await sendNeedMails(ctx, tx, { area, place, event, row: { ...row, number, need } });
  return { version, state: need.state };
};

/** Opens a need, checks that the actor may do this and saw its latest version, and does it, in one transaction. */
export const changeNeed = (
  ctx: Context,
  area: Area,
  given: { readonly seen: NeedSeen; readonly act: NeedAct },
): Promise<Changed> =>
  ctx.write(async (tx) => {
    const { seen, act } = given;
    const found = await openNeed(ctx, tx, { area, id: seen.id });
    authorise(act.may(ctx.actor, found.place, found.row.need));
    await requireNeedVersion(tx, found.row, seen.version);
    const opened = (await act.before?.(ctx, tx, found)) ?? found;
    const command = await act.commandFor(opened.row.need, tx);
    const side = sideOf(ctx.actor, opened.place, act.side);
    return applyToNeed(ctx, tx, { area, opened, command, side });
  });

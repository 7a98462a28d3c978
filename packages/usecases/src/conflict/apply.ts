import type { Write } from "@alongside/db";
import { recordConflict, recordNewConflict } from "@alongside/db/stores/conflict";
import type { Area } from "@alongside/db/views/area";
import type { StoredConflict } from "@alongside/db/views/conflict";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import {
  decideConflict,
  evolveConflict,
  type Conflict,
  type ConflictCommand,
  type ConflictEvent,
  type ConflictGround,
} from "@alongside/domain/conflict";
import type { PersonId } from "@alongside/domain/identity";
import { instantOf, orRefuse, record, type Context } from "../context/index.ts";
import { sendConflictMails } from "./mail.ts";
import type { Pair } from "./pair.ts";

export type ConflictChanged = {
  readonly id: string;
  readonly version: number;
  readonly state: Conflict["state"];
};

const nameOf = (ctx: Context): string =>
  ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;

/** Puts grounds that were found between a leader and a school on record, so that somebody decides about them. */
export const recordFound = async (
  ctx: Context,
  tx: Write,
  given: {
    readonly area: Area;
    readonly pair: Omit<Pair, "madeBy">;
    readonly grounds: readonly ConflictGround[];
  },
): Promise<readonly string[]> => {
  const { area, pair, grounds } = given;
  const { leader: personId, homeUrn, urn } = pair;
  const foundAt = toInstant(ctx.now());
  const ids: string[] = [];
  for (const ground of grounds) {
    const id = ctx.newId();
    const conflict: Conflict = { state: "found", ground, foundAt };
    const sides = { areaId: area.id, personId, homeUrn, urn };
    await recordNewConflict(tx, { id, ...sides, foundBy: nameOf(ctx), conflict });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "conflict",
      entityId: id,
      entityVersion: 1,
      kind: "conflict-found",
      payload: { leader: personId, urn, ground: ground.kind },
    });
    ids.push(id);
  }
  const [first] = ids;
  if (first !== undefined) {
    await sendConflictMails(ctx, tx, { area, id: first, template: "conflict-to-decide" });
  }
  return ids;
};

const kinds: Readonly<Record<ConflictEvent["type"], string>> = {
  allowed: "conflict-allowed",
  upheld: "conflict-upheld",
  revisited: "conflict-revisited",
};

/** Decides one command on a conflict that was opened in this transaction, and writes what comes of it. */
export const applyToConflict = async (
  ctx: Context,
  tx: Write,
  given: {
    readonly area: Area;
    readonly stored: StoredConflict;
    readonly command: ConflictCommand;
    readonly interested: readonly PersonId[];
    readonly reason: string;
  },
): Promise<ConflictChanged> => {
  const { area, stored, command, interested, reason } = given;
  const { row } = stored;
  const event = orRefuse(decideConflict(row.conflict, command, interested));
  const conflict = evolveConflict(row.conflict, event);
  await recordConflict(tx, row, { conflict, changedAt: instantOf(ctx) });
  const version = row.version + 1;
  const conditions = event.type === "revisited" ? "" : event.conditions;
  await record(ctx, tx, {
    areaId: area.id,
    entity: "conflict",
    entityId: row.id,
    entityVersion: version,
    kind: kinds[event.type],
    payload: { reason, conditions },
  });
  const template = event.type === "revisited" ? "conflict-to-decide" : "conflict-decided";
  await sendConflictMails(ctx, tx, { area, id: row.id, template, row });
  return { id: row.id, version, state: conflict.state };
};

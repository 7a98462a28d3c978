import type { Area } from "@alongside/db/views/area";
import { findConflict, type StoredConflict } from "@alongside/db/views/conflict";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { ConflictCommand } from "@alongside/domain/conflict";
import { isPartyTo, mayDecideConflict, type PersonId } from "@alongside/domain/identity";
import { authorise, found, refuse, type Context } from "../context/index.ts";
import { requireVersion } from "../partnership/changed-since.ts";
import { applyToConflict, type ConflictChanged } from "./apply.ts";
import { seesConflict } from "./register.ts";

export type ConflictSeen = { readonly id: string; readonly version: number };

/** Those who may not decide: the parties, whom the conflict is about. */
const interestedIn = (ctx: Context, { row }: StoredConflict): readonly PersonId[] =>
  ctx.actor.kind === "person" && isPartyTo(ctx.actor, row) ? [ctx.actor.personId] : [];

const governorsIn = ({ row }: StoredConflict): readonly PersonId[] => {
  const { ground } = row.conflict;
  return ground.kind === "same-governors" ? ground.governors : [];
};

type Deciding = {
  readonly seen: ConflictSeen;
  readonly reason: string;
  readonly commandFor: (by: PersonId) => ConflictCommand;
};

const decideOn = (ctx: Context, area: Area, given: Deciding): Promise<ConflictChanged> =>
  ctx.write(async (tx) => {
    const { seen, reason, commandFor } = given;
    const stored = found(await findConflict(tx, area.id, seen.id));
    const { id, version } = stored.row;
    found(seesConflict(ctx, stored) ? stored : undefined);
    authorise(mayDecideConflict(ctx.actor, area.id));
    await requireVersion(tx, { entity: "conflict", entityId: id, version }, seen.version);
    if (ctx.actor.kind !== "person") return refuse({ kind: "sign-in-required" });
    const command = commandFor(ctx.actor.personId);
    const interested = [...interestedIn(ctx, stored), ...governorsIn(stored)];
    return applyToConflict(ctx, tx, { area, stored, command, interested, reason });
  });

/** Allows a conflict, with conditions, or refuses it; somebody without a part in it does, with the reason. Refuses `own-conflict`. */
export const decideAbout = (
  ctx: Context,
  area: Area,
  input: ConflictSeen & {
    readonly outcome: "allow" | "uphold";
    readonly reason: string;
    readonly conditions: string;
  },
): Promise<ConflictChanged> => {
  const { outcome: type, reason } = input;
  const conditions = type === "allow" ? input.conditions.trim() : "";
  const at = toInstant(ctx.now());
  return decideOn(ctx, area, {
    seen: input,
    reason,
    commandFor: (by) => ({ type, reason, conditions, by, at }),
  });
};

/** Opens a decision again, because something has changed; until it is made anew, the conflict blocks. */
export const revisitConflict = (
  ctx: Context,
  area: Area,
  input: ConflictSeen & { readonly reason: string },
): Promise<ConflictChanged> => {
  const { reason } = input;
  if (reason.trim() === "") refuse({ kind: "words-needed", field: "reason" });
  const at = toInstant(ctx.now());
  return decideOn(ctx, area, { seen: input, reason, commandFor: () => ({ type: "revisit", at }) });
};

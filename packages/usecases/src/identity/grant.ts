import type { Write } from "@alongside/db";
import { recordGrant, recordGrantEnd } from "@alongside/db/stores/identity";
import { findPerson, toGrant, type GrantRow, type PersonRow } from "@alongside/db/views/identity";
import {
  countOtherAdministrators,
  findLiveGrant,
  listLiveGrantsOf,
} from "@alongside/db/views/identity-people";
import {
  isInScope,
  isOperator,
  isSameGrant,
  mayEnd,
  peopleScopeOf,
  type AreaId,
  type Grant,
  type PersonId,
} from "@alongside/domain/identity";
import { found, instantOf, record, refuse, todayOf, type Context } from "../context/index.ts";
import type { IdentityContext } from "./context.ts";
import { authoriseGiving, placeOf } from "./place.ts";
import { requireRecentProof } from "./recent-proof.ts";

/** Whether the actor may know of this person at all: they hold the area, or share a school or an organisation. */
const isKnownTo = (ctx: Context, grants: readonly Grant[], areaIds: readonly AreaId[]): boolean =>
  isOperator(ctx.actor) ||
  areaIds.some((areaId) => {
    const scope = peopleScopeOf(ctx.actor, areaId);
    return scope !== undefined && isInScope(scope, areaId, grants);
  });

export type PersonInReach = { readonly person: PersonRow; readonly rows: readonly GrantRow[] };

/** A person whom the actor may know of, with all live roles; anybody else answers `not-found`, as nobody does. */
export const personInReach = async (
  ctx: Context,
  tx: Write,
  personId: PersonId,
): Promise<PersonInReach> => {
  const person = found(await findPerson(tx, personId));
  const rows = await listLiveGrantsOf(tx, personId);
  const areaIds = rows.flatMap((row) => (row.areaId === null ? [] : [row.areaId]));
  found(isKnownTo(ctx, rows.map(toGrant), areaIds) ? person : undefined);
  return { person, rows };
};

/** Writes a role and its event, and has the person's devices take new tokens. */
export const giveRole = async (
  ctx: IdentityContext,
  tx: Write,
  input: { readonly person: Pick<PersonRow, "id" | "version">; readonly grant: Grant },
): Promise<{ readonly id: string }> => {
  const { person, grant } = input;
  const id = ctx.newId();
  await recordGrant(tx, { ...grant, id, personId: person.id, fromOn: todayOf(ctx) });
  await ctx.auth.sessions.within(tx).rotateAllOf(person.id);
  await record(ctx, tx, {
    areaId: grant.areaId ?? null,
    entity: "person",
    entityId: person.id,
    entityVersion: person.version,
    kind: "role-granted",
    payload: { grantId: id, ...grant },
  });
  return { id };
};

/**
 * Gives a role in a place to a person whom the actor may know of. Refuses `not-found`, `invalid-input` (a place is missing or
 * too many), `role-not-yours-to-give`, `second-factor-stale`, `already-exists`.
 */
export const grantRole = (
  ctx: IdentityContext,
  input: { readonly personId: PersonId; readonly grant: Grant },
): Promise<{ readonly id: string }> =>
  ctx.write(async (tx) => {
    const { person, rows } = await personInReach(ctx, tx, input.personId);
    await authoriseGiving(ctx, tx, input.grant);
    requireRecentProof(ctx);
    if (rows.some((row) => isSameGrant(toGrant(row), input.grant))) {
      refuse({ kind: "already-exists", field: "role" });
    }
    return giveRole(ctx, tx, { person, grant: input.grant });
  });

/** Refuses when nobody else could administer what this person administers by these roles. */
export const keepAnAdministrator = async (
  tx: Write,
  personId: PersonId,
  ending: readonly Pick<GrantRow, "role" | "areaId">[],
): Promise<void> => {
  const guarded = ending.filter(
    ({ role }) => role === "partnership-administrator" || role === "operator",
  );
  for (const { areaId } of guarded) {
    if ((await countOtherAdministrators(tx, areaId, personId)) === 0) {
      refuse({ kind: "last-administrator" });
    }
  }
};

/**
 * Ends a role, at once. Refuses `not-found` for a role in which the actor has no say or that has ended,
 * `last-administrator`, `second-factor-stale`.
 */
export const endRole = (ctx: IdentityContext, input: { readonly grantId: string }): Promise<void> =>
  ctx.write(async (tx) => {
    const row = found(await findLiveGrant(tx, input.grantId));
    const { person } = await personInReach(ctx, tx, row.personId);
    const grant = toGrant(row);
    const { zoneIds } = await placeOf(tx, grant);
    found(mayEnd(ctx.actor, { grant, zoneIds }) ? row : undefined);
    requireRecentProof(ctx);
    await keepAnAdministrator(tx, row.personId, [row]);
    await recordGrantEnd(tx, row.id, instantOf(ctx));
    await ctx.auth.sessions.within(tx).rotateAllOf(row.personId);
    await record(ctx, tx, {
      areaId: row.areaId,
      entity: "person",
      entityId: row.personId,
      entityVersion: person.version,
      kind: "role-ended",
      payload: { grantId: row.id, ...grant },
    });
  });

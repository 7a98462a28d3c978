import type { Write } from "@alongside/db";
import { recordPersonChange, type PersonChange } from "@alongside/db/stores/identity";
import { findPerson, toGrant, type PersonRow } from "@alongside/db/views/identity";
import {
  findChangeOfPerson,
  listPeople as listPeopleRows,
  type PeopleFilter,
  type PeoplePage,
  type PersonLine,
} from "@alongside/db/views/identity-people";
import {
  mayManageAccount,
  peopleScopeOf,
  type AreaId,
  type PersonId,
} from "@alongside/domain/identity";
import { found, instantOf, record, refuse, type Context } from "../context/index.ts";
import { nameOf } from "./accept.ts";
import { whoIsSignedIn, type IdentityContext } from "./context.ts";
import { keepAnAdministrator, personInReach, type PersonInReach } from "./grant.ts";
import { requireRecentProof } from "./recent-proof.ts";
import { takeSecondFactorAway } from "./second-factor.ts";

/** A person and the version of them that was seen. */
export type PersonSeen = { readonly personId: PersonId; readonly version: number };

const scopeIn = (ctx: Context, areaId: AreaId): PeopleFilter["scope"] =>
  peopleScopeOf(ctx.actor, areaId) ?? refuse({ kind: "not-allowed" });

/** The people of an area, as far as the actor may read them. Refuses `not-allowed` to those who may read nobody. */
export const listPeople = async (
  ctx: Context,
  filter: Omit<PeopleFilter, "scope">,
  page: PeoplePage,
): Promise<{ readonly people: readonly PersonLine[]; readonly total: number }> => {
  const scope = scopeIn(ctx, filter.areaId);
  return listPeopleRows(ctx.read, { ...filter, scope }, page);
};

/** One person, with the roles that the actor may read. Refuses `not-found` for everybody else. */
export const getPerson = async (
  ctx: Context,
  input: { readonly areaId: AreaId; readonly personId: PersonId },
): Promise<PersonLine> => {
  const scope = peopleScopeOf(ctx.actor, input.areaId);
  if (scope === undefined) return refuse({ kind: "not-found" });
  const { people } = await listPeopleRows(ctx.read, { ...input, scope }, { offset: 0, limit: 1 });
  return found(people[0]);
};

/**
 * All people of an area, to be taken out of the product: recorded, and asked for a second factor shown in the last 15 minutes. Refuses
 * `not-allowed` and `second-factor-stale`.
 */
export const exportPeople = async (
  ctx: Context,
  filter: Omit<PeopleFilter, "scope">,
): Promise<readonly PersonLine[]> => {
  const scope = scopeIn(ctx, filter.areaId);
  requireRecentProof(ctx);
  return ctx.write(async (tx) => {
    const page = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
    const { people } = await listPeopleRows(tx, { ...filter, scope }, page);
    await record(ctx, tx, {
      areaId: filter.areaId,
      entity: "area",
      entityId: filter.areaId,
      entityVersion: 0,
      kind: "people-exported",
      payload: { people: people.length },
    });
    return people;
  });
};

const refuseChanged = async (tx: Write, person: PersonRow): Promise<never> => {
  const last = await findChangeOfPerson(tx, person);
  const { version } = person;
  return refuse({
    kind: "changed-since",
    version,
    by: last?.by ?? "",
    at: last?.at ?? person.createdAt,
  });
};

type AccountChange = {
  readonly person: PersonRow;
  readonly change: PersonChange;
  readonly kind: string;
};

const changeAccount = async (
  ctx: IdentityContext,
  tx: Write,
  { person, change, kind }: AccountChange,
): Promise<{ readonly version: number }> => {
  const version = person.version + 1;
  await recordPersonChange(tx, person, change);
  await record(ctx, tx, {
    areaId: null,
    entity: "person",
    entityId: person.id,
    entityVersion: version,
    kind,
  });
  return { version };
};

/** A person whose account the actor manages. Others answer `not-found`, or `not-allowed` when the actor may know of them. */
const findManaged = async (
  ctx: IdentityContext,
  tx: Write,
  personId: PersonId,
): Promise<PersonInReach> => {
  const inReach = await personInReach(ctx, tx, personId);
  const grants = inReach.rows.map(toGrant);
  if (!mayManageAccount(ctx.actor, { id: personId, grants })) refuse({ kind: "not-allowed" });
  requireRecentProof(ctx);
  return inReach;
};

/**
 * Shuts an account at once: its sessions end and it cannot sign in, though its roles stay for the day that it is opened again. Refuses
 * `not-found`, `not-allowed`, `changed-since`, `last-administrator`, `second-factor-stale`.
 */
export const deactivatePerson = (
  ctx: IdentityContext,
  input: PersonSeen,
): Promise<{ readonly version: number }> =>
  ctx.write(async (tx) => {
    const { person, rows } = await findManaged(ctx, tx, input.personId);
    if (person.version !== input.version) await refuseChanged(tx, person);
    if (person.deactivatedAt !== null) return { version: person.version };
    await keepAnAdministrator(tx, person.id, rows);
    await ctx.auth.sessions.within(tx).endAllOf(person.id);
    const change = { deactivatedAt: instantOf(ctx) };
    return changeAccount(ctx, tx, { person, change, kind: "person-deactivated" });
  });

/** Opens an account again, with the roles that it had. Refuses as `deactivatePerson` does. */
export const reactivatePerson = (
  ctx: IdentityContext,
  input: PersonSeen,
): Promise<{ readonly version: number }> =>
  ctx.write(async (tx) => {
    const { person } = await findManaged(ctx, tx, input.personId);
    if (person.version !== input.version) await refuseChanged(tx, person);
    if (person.deactivatedAt === null) return { version: person.version };
    const change = { deactivatedAt: null };
    return changeAccount(ctx, tx, { person, change, kind: "person-reactivated" });
  });

/**
 * Takes the second factor of a person away who lost theirs, and signs them out everywhere; they set up a new one as they sign in. Refuses
 * `not-found`, `not-allowed`, `second-factor-stale`.
 */
export const resetSecondFactorOf = (
  ctx: IdentityContext,
  input: { readonly personId: PersonId },
): Promise<void> =>
  ctx.write(async (tx) => {
    const { person } = await findManaged(ctx, tx, input.personId);
    await takeSecondFactorAway(ctx, tx, person.id);
    await ctx.auth.sessions.within(tx).endAllOf(person.id);
  });

/** Changes one's own name. Refuses `invalid-input`; changes nothing when it is the same. */
export const changeName = async (
  ctx: IdentityContext,
  input: { readonly name: string },
): Promise<{ readonly version: number }> => {
  const { personId } = whoIsSignedIn(ctx);
  const name = nameOf(input.name);
  return ctx.write(async (tx) => {
    const person = found(await findPerson(tx, personId));
    if (person.name === name) return { version: person.version };
    return changeAccount(ctx, tx, { person, change: { name }, kind: "name-changed" });
  });
};

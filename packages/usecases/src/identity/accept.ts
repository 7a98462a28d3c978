import { hashToken, isToken } from "@alongside/auth";
import type { Read, Write } from "@alongside/db";
import { recordPerson } from "@alongside/db/stores/identity";
import { recordInvitationAccepted } from "@alongside/db/stores/identity-invitation";
import {
  findPersonByEmail,
  findRightsOf,
  toGrant,
  type PersonRow,
} from "@alongside/db/views/identity";
import { findInvitationByHash, type InvitationRow } from "@alongside/db/views/identity-invitation";
import {
  commandLine,
  faultOfPassword,
  mayGive,
  toId,
  type Actor,
  type Grant,
  type PersonId,
} from "@alongside/domain/identity";
import { instantOf, record, refuse, type Context } from "../context/index.ts";
import { asPerson, whoIsSignedIn, type IdentityContext } from "./context.ts";
import { giveRole } from "./grant.ts";
import { whyInvitationClosed } from "./invite.ts";
import { placeOf, type Place } from "./place.ts";
import { openSession, type Credentials, type SignedIn } from "./sign-in.ts";

export type OpenInvitation = {
  readonly email: string;
  readonly name: string | null;
  /** Null when the invitation was made at the command line. */
  readonly invitedBy: string | null;
  readonly grant: Grant;
  readonly areaName: string | null;
  readonly zoneName: string | null;
  readonly schoolName: string | null;
  readonly organisationName: string | null;
  /** The address has an account: its owner signs in to accept. Told only to whoever holds the link. */
  readonly hasAccount: boolean;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
};

export type Usable = {
  readonly row: InvitationRow;
  readonly grant: Grant;
  readonly place: Place;
  readonly inviter: Actor;
};

/** The inviter as they are now: what they could not give any more, nobody gets from them. */
const inviterOf = async (read: Read, invitedBy: string): Promise<Actor | undefined> => {
  if (invitedBy === commandLine.kind) return commandLine;
  const rights = await findRightsOf(read, toId<PersonId>(invitedBy));
  if (rights === undefined) return undefined;
  const { personId, name, grants } = rights;
  return { kind: "person", personId, name, grants };
};

/** Whether the zone or the organisation that was named is there still, and open. */
const isPlaceThere = (grant: Grant, { zoneName, organisationName }: Place): boolean =>
  (grant.zoneId === undefined || zoneName !== undefined) &&
  (grant.organisationId === undefined || organisationName !== undefined);

/** The invitation of a link, by the hash of its token. Refuses `link-closed` for everything that it does not open. */
export const findUsableByHash = async (ctx: Context, read: Read, hash: string): Promise<Usable> => {
  const row = await findInvitationByHash(read, hash);
  if (row === undefined) return refuse({ kind: "link-closed", reason: "unknown" });
  const reason = whyInvitationClosed(row, ctx.now());
  if (reason !== undefined) refuse({ kind: "link-closed", reason });
  const grant = toGrant(row);
  const place = await placeOf(read, grant);
  const inviter = await inviterOf(read, row.invitedBy);
  const isGiven = inviter !== undefined && mayGive(inviter, { grant, zoneIds: place.zoneIds });
  if (!isGiven || !isPlaceThere(grant, place)) {
    return refuse({ kind: "link-closed", reason: "revoked" });
  }
  return { row, grant, place, inviter };
};

export const findUsable = async (ctx: Context, read: Read, token: string): Promise<Usable> =>
  isToken(token)
    ? findUsableByHash(ctx, read, hashToken(token))
    : refuse({ kind: "link-closed", reason: "unknown" });

/** What a link invites to. Opening it changes nothing: mail scanners open links too. */
export const openInvitation = async (
  ctx: Context,
  input: { readonly token: string },
): Promise<OpenInvitation> => {
  const { row, grant, place, inviter } = await findUsable(ctx, ctx.read, input.token);
  return {
    email: row.email,
    name: row.name,
    invitedBy: inviter.kind === "person" ? inviter.name : null,
    grant,
    areaName: place.areaName ?? null,
    zoneName: place.zoneName ?? null,
    schoolName: place.schoolName ?? null,
    organisationName: place.organisationName ?? null,
    hasAccount: (await findPersonByEmail(ctx.read, row.email)) !== undefined,
    expiresAt: row.expiresAt,
  };
};

type Taking = {
  readonly usable: Usable;
  readonly person: Pick<PersonRow, "id" | "name" | "version">;
};

/** Uses an invitation up for a person, with its events. Refuses `link-closed` when another request was first. */
export const takeInvitation = async (
  ctx: IdentityContext,
  tx: Write,
  { usable, person }: Taking,
): Promise<void> => {
  const { row, grant } = usable;
  const by = { acceptedAt: instantOf(ctx), acceptedBy: person.id };
  if (!(await recordInvitationAccepted(tx, row.id, by))) {
    refuse({ kind: "link-closed", reason: "used" });
  }
  const asThem = asPerson(ctx, person);
  await giveRole(asThem, tx, { person, grant });
  await record(asThem, tx, {
    areaId: row.areaId,
    entity: "invitation",
    entityId: row.id,
    entityVersion: row.version,
    kind: "invitation-accepted",
    payload: { personId: person.id },
  });
};

/** Makes the account of an invited person, with or without a password. */
export const makePerson = async (
  ctx: IdentityContext,
  tx: Write,
  input: { readonly email: string; readonly name: string; readonly passwordHash: string | null },
): Promise<Pick<PersonRow, "id" | "name" | "version">> => {
  const id = toId<PersonId>(ctx.newId());
  await recordPerson(tx, { ...input, id, createdAt: instantOf(ctx) });
  const person = { id, name: input.name, version: 1 };
  await record(asPerson(ctx, person), tx, {
    areaId: null,
    entity: "person",
    entityId: id,
    entityVersion: 1,
    kind: "account-made",
  });
  return person;
};

const longestName = 120;

/** The name as it is kept. Refuses `invalid-input`; any shape of name is a name. */
export const nameOf = (text: string): string => {
  const name = text.trim().replace(/\s+/gu, " ");
  if (name === "") refuse({ kind: "invalid-input", fields: { name: "missing" } });
  if (name.length > longestName) refuse({ kind: "invalid-input", fields: { name: "too-long" } });
  return name;
};

/** Refuses `password-refused` for one that is too short, or that anyone would try for this person in this place. */
export const refuseWeak = (password: string, about: readonly (string | undefined)[]): void => {
  const words = about.flatMap((text) => (text === undefined ? [] : [text]));
  const fault = faultOfPassword(password, words);
  if (fault !== undefined) refuse({ kind: "password-refused", fault });
};

export type Acceptance = Pick<Credentials, "address" | "userAgent"> & {
  readonly token: string;
  readonly name: string;
  readonly password: string;
};

/**
 * Accepts an invitation with a name and a password: makes the account, gives the part and signs in. Refuses `link-closed`,
 * `password-refused`, `invalid-input`, and `sign-in-as-invited` when the address has an account already.
 */
export const acceptInvitation = async (
  ctx: IdentityContext,
  input: Acceptance,
): Promise<SignedIn> => {
  const { row, place } = await findUsable(ctx, ctx.read, input.token);
  const name = nameOf(input.name);
  refuseWeak(input.password, [name, row.email, place.areaName, place.schoolName, place.zoneName]);
  const passwordHash = await ctx.auth.passwords.hash(input.password);
  return ctx.write(async (tx) => {
    const usable = await findUsable(ctx, tx, input.token);
    const { email } = usable.row;
    if (await findPersonByEmail(tx, email)) refuse({ kind: "sign-in-as-invited" });
    const person = await makePerson(ctx, tx, { email, name, passwordHash });
    await takeInvitation(ctx, tx, { usable, person });
    return openSession(ctx, tx, { personId: person.id, by: "invitation", from: input });
  });
};

/**
 * Accepts an invitation with the account that is signed in. Refuses `sign-in-required`, `link-closed`, and
 * `sign-in-as-invited` when the account's address is not the invited one.
 */
export const joinByInvitation = async (
  ctx: IdentityContext,
  input: { readonly token: string },
): Promise<void> => {
  const who = whoIsSignedIn(ctx);
  await ctx.write(async (tx) => {
    const usable = await findUsable(ctx, tx, input.token);
    const person = await findPersonByEmail(tx, usable.row.email);
    if (person?.id !== who.personId) return refuse({ kind: "sign-in-as-invited" });
    return takeInvitation(ctx, tx, { usable, person });
  });
};

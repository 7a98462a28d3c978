import { hashToken, isToken } from "@alongside/auth";
import type { Read, Write } from "@alongside/db";
import { recordPersonChange } from "@alongside/db/stores/identity";
import { recordReset, recordResetsUsed } from "@alongside/db/stores/identity-reset";
import {
  findPerson,
  findPersonByEmail,
  toGrant,
  type PersonRow,
} from "@alongside/db/views/identity";
import { listLiveGrantsOf } from "@alongside/db/views/identity-people";
import { findReset } from "@alongside/db/views/identity-reset";
import {
  isEmail,
  mailSeal,
  normalEmail,
  resetLasts,
  whyClosed,
  type IdentityMail,
} from "@alongside/domain/identity";
import { found, record, refuse, type Context } from "../context/index.ts";
import { refuseWeak } from "./accept.ts";
import { asPerson, whoIsSignedIn, type IdentityContext } from "./context.ts";
import { sendMail } from "./mail.ts";
import { placeOf } from "./place.ts";
import {
  accountLimit,
  countAttempts,
  forgetAttempts,
  mailAddressLimit,
  mailLimit,
} from "./throttle.ts";

const mailFor = (
  ctx: IdentityContext,
  person: PersonRow | undefined,
  token: string,
): IdentityMail => {
  const sealedToken = ctx.auth.seal.close(token, mailSeal);
  return person === undefined
    ? { template: "no-account", content: {} }
    : { template: "password-reset", content: { sealedToken, name: person.name } };
};

const isActive = (person: PersonRow | undefined): person is PersonRow =>
  person !== undefined && person.deactivatedAt === null;

/**
 * Has a link mailed that sets a new password within an hour. Answers, and writes, alike for every address: one without an
 * account gets a mail that says so. Refuses `invalid-input` and `too-many-attempts`.
 */
export const requestReset = async (
  ctx: IdentityContext,
  input: { readonly email: string; readonly address: string },
): Promise<void> => {
  const email = normalEmail(input.email);
  if (!isEmail(email)) refuse({ kind: "invalid-input", fields: { email: "not-an-address" } });
  const limit = mailLimit(email);
  await ctx.write(async (tx) => {
    await countAttempts(ctx, tx, [limit, mailAddressLimit(input.address)]);
    const known = await findPersonByEmail(tx, email);
    const person = isActive(known) ? known : undefined;
    const token = ctx.auth.newToken();
    await recordReset(tx, {
      tokenHash: hashToken(token),
      personId: person?.id ?? null,
      createdAt: ctx.now(),
      expiresAt: ctx.now() + resetLasts,
    });
    await sendMail(ctx, tx, { recipient: email, mail: mailFor(ctx, person, token) });
    await record(ctx, tx, {
      areaId: null,
      entity: person === undefined ? "account" : "person",
      entityId: person?.id ?? limit.key,
      entityVersion: 0,
      kind: "password-reset-requested",
      payload: { address: input.address },
    });
  });
};

const findUsableReset = async (ctx: Context, read: Read, token: string): Promise<PersonRow> => {
  const row = isToken(token) ? await findReset(read, hashToken(token)) : undefined;
  if (row === undefined || row.personId === null) {
    return refuse({ kind: "link-closed", reason: "unknown" });
  }
  const { expiresAt, usedAt } = row;
  const reason = whyClosed({ expiresAt, isUsed: usedAt !== null, isRevoked: false }, ctx.now());
  if (reason !== undefined) refuse({ kind: "link-closed", reason });
  const person = await findPerson(read, row.personId);
  return isActive(person) ? person : refuse({ kind: "link-closed", reason: "revoked" });
};

/** Whose password a link sets. Opening it changes nothing. Refuses `link-closed`. */
export const openReset = async (
  ctx: Context,
  input: { readonly token: string },
): Promise<{ readonly email: string }> => {
  const { email } = await findUsableReset(ctx, ctx.read, input.token);
  return { email };
};

/** Everything that anyone would try for this person: their name and address, their schools, zones and areas. */
const wordsAbout = async (
  read: Read,
  person: PersonRow,
): Promise<readonly (string | undefined)[]> => {
  const words: (string | undefined)[] = [person.name, person.email];
  for (const row of await listLiveGrantsOf(read, person.id)) {
    const place = await placeOf(read, toGrant(row));
    words.push(place.areaName, place.schoolName, place.zoneName);
  }
  return words;
};

/** Writes a password with its event and a mail that says so. */
const setPassword = async (
  ctx: IdentityContext,
  tx: Write,
  { person, passwordHash }: { readonly person: PersonRow; readonly passwordHash: string },
): Promise<void> => {
  await recordPersonChange(tx, person, { passwordHash });
  await recordResetsUsed(tx, person.id, ctx.now());
  await forgetAttempts(tx, accountLimit(person.email));
  await sendMail(ctx, tx, {
    recipient: person.email,
    mail: { template: "password-changed", content: { name: person.name } },
  });
  await record(asPerson(ctx, person), tx, {
    areaId: null,
    entity: "person",
    entityId: person.id,
    entityVersion: person.version + 1,
    kind: "password-changed",
  });
};

/**
 * Sets a new password by a mailed link, uses up every such link and signs the person out everywhere. Refuses `link-closed` and
 * `password-refused`. The second factor is asked for as before.
 */
export const resetPassword = async (
  ctx: IdentityContext,
  input: { readonly token: string; readonly password: string },
): Promise<void> => {
  const owner = await findUsableReset(ctx, ctx.read, input.token);
  refuseWeak(input.password, await wordsAbout(ctx.read, owner));
  const passwordHash = await ctx.auth.passwords.hash(input.password);
  await ctx.write(async (tx) => {
    const person = await findUsableReset(ctx, tx, input.token);
    await setPassword(ctx, tx, { person, passwordHash });
    await ctx.auth.sessions.within(tx).endAllOf(person.id);
  });
};

/**
 * Changes the password of whoever is signed in and signs out all other devices. Refuses `sign-in-refused` when the current one is
 * wrong, `too-many-attempts`, `password-refused`.
 */
export const changePassword = async (
  ctx: IdentityContext,
  input: { readonly current: string; readonly password: string },
): Promise<void> => {
  const who = whoIsSignedIn(ctx);
  const before = found(await findPerson(ctx.read, who.personId));
  await ctx.write((tx) => countAttempts(ctx, tx, [accountLimit(before.email)]));
  if (!(await ctx.auth.passwords.verify(before.passwordHash, input.current))) {
    refuse({ kind: "sign-in-refused" });
  }
  refuseWeak(input.password, await wordsAbout(ctx.read, before));
  const passwordHash = await ctx.auth.passwords.hash(input.password);
  await ctx.write(async (tx) => {
    const person = found(await findPerson(tx, who.personId));
    if (person.passwordHash !== before.passwordHash) refuse({ kind: "sign-in-refused" });
    await setPassword(ctx, tx, { person, passwordHash });
    await ctx.auth.sessions.within(tx).endAllOf(who.personId, who.sessionId);
  });
};

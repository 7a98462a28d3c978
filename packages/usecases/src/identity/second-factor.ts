import {
  newRecoveryCodes as makeRecoveryCodes,
  newTotpSecret,
  readRecoveryCode,
  stepOfCode,
  totpAddress,
  type Session,
} from "@alongside/auth";
import type { Read, Write } from "@alongside/db";
import {
  recordRecoveryCodes,
  recordRecoveryCodeUsed,
  recordSecondFactorBegun,
  recordSecondFactorConfirmed,
  recordSecondFactorRemoved,
  recordStepTaken,
} from "@alongside/db/stores/identity-second-factor";
import { findPerson, findRightsOf } from "@alongside/db/views/identity";
import { countRecoveryCodes, findSecondFactor } from "@alongside/db/views/identity-second-factor";
import {
  needsSecondFactor,
  toActor,
  type Actor,
  type IdentityMail,
  type PersonId,
} from "@alongside/domain/identity";
import { found, instantOf, record, refuse } from "../context/index.ts";
import { whoAsks, whoIsSignedIn, type IdentityContext, type Signed } from "./context.ts";
import { sendMail } from "./mail.ts";
import { requireRecentProof } from "./recent-proof.ts";
import { countAttempts, forgetAttempts, secondFactorLimit } from "./throttle.ts";

/** The session goes on with a new token: for the cookie, and nowhere else. */
export type Proved = { readonly token: string; readonly session: Session; readonly actor: Actor };

const purposeOf = (personId: PersonId): string => `second-factor ${personId}`;

const recordFactorEvent = (
  ctx: IdentityContext,
  tx: Write,
  event: {
    readonly personId: PersonId;
    readonly kind: string;
    readonly payload?: Readonly<Record<string, unknown>>;
  },
): Promise<void> =>
  record(ctx, tx, {
    areaId: null,
    entity: "person",
    entityId: event.personId,
    entityVersion: 0,
    kind: event.kind,
    ...(event.payload === undefined ? {} : { payload: event.payload }),
  });

const tellOwner = async (
  ctx: IdentityContext,
  tx: Write,
  about: {
    readonly personId: PersonId;
    readonly template: "second-factor-added" | "second-factor-removed";
  },
): Promise<void> => {
  const { email, name } = found(await findPerson(tx, about.personId));
  const mail: IdentityMail = { template: about.template, content: { name } };
  await sendMail(ctx, tx, { recipient: email, mail });
};

/** Gives the session a new token that has shown the second factor now. */
const proveSession = async (ctx: IdentityContext, tx: Write, who: Signed): Promise<Proved> => {
  const secondFactorAt = ctx.now();
  const sessions = ctx.auth.sessions.within(tx);
  const issued = await sessions.rotate({ id: who.sessionId }, { secondFactorAt });
  if (issued === undefined) return refuse({ kind: "sign-in-required" });
  const rights = found(await findRightsOf(tx, who.personId));
  return { ...issued, actor: toActor({ ...rights, secondFactorAt }) };
};

export type SecondFactorState = {
  readonly isSet: boolean;
  /** One of the person's parts needs it. */
  readonly isNeeded: boolean;
  readonly recoveryCodesLeft: number;
};

export const secondFactorState = async (ctx: IdentityContext): Promise<SecondFactorState> => {
  const { personId } = whoAsks(ctx);
  const rights = found(await findRightsOf(ctx.read, personId));
  return {
    isSet: rights.hasSecondFactor,
    isNeeded: needsSecondFactor(rights.grants) && !rights.isDemonstration,
    recoveryCodesLeft: await countRecoveryCodes(ctx.read, personId),
  };
};

const hasConfirmed = async (read: Read, personId: PersonId): Promise<boolean> => {
  const factor = await findSecondFactor(read, personId);
  return factor !== undefined && factor.confirmedAt !== null;
};

export type Enrolment = {
  /** Base32, to type into the app. */
  readonly secret: string;
  /** The same as an `otpauth:` address, to show as a QR code. */
  readonly address: string;
};

/**
 * Makes a secret for an authenticator app; it counts once a code of it is shown. Refuses `sign-in-required`, and
 * `already-exists` for a person who has a second factor.
 */
export const beginSecondFactor = async (ctx: IdentityContext): Promise<Enrolment> => {
  const { personId } = whoAsks(ctx);
  const secret = newTotpSecret();
  const sealedSecret = ctx.auth.seal.close(secret, purposeOf(personId));
  return ctx.write(async (tx) => {
    const { email } = found(await findPerson(tx, personId));
    if (await hasConfirmed(tx, personId)) refuse({ kind: "already-exists", field: "secondFactor" });
    await recordSecondFactorBegun(tx, { personId, sealedSecret, createdAt: instantOf(ctx) });
    await recordFactorEvent(ctx, tx, { personId, kind: "second-factor-begun" });
    return { secret, address: totpAddress(secret, email) };
  });
};

/** The step of a code of this person's authenticator; undefined for a wrong code, and for a person who has none. */
const stepOf = async (
  ctx: IdentityContext,
  tx: Write,
  input: { readonly personId: PersonId; readonly code: string; readonly isConfirmed: boolean },
): Promise<number | undefined> => {
  const { personId, code, isConfirmed } = input;
  const factor = await findSecondFactor(tx, personId);
  if (factor === undefined || (factor.confirmedAt !== null) !== isConfirmed) return undefined;
  const secret = ctx.auth.seal.open(factor.sealedSecret, purposeOf(personId));
  return secret === undefined ? undefined : stepOfCode(secret, code, ctx.now());
};

const writeRecoveryCodes = async (
  ctx: IdentityContext,
  tx: Write,
  personId: PersonId,
): Promise<readonly string[]> => {
  const codes = makeRecoveryCodes();
  const hashes = codes.map((code) => recoveryHash(ctx, personId, readRecoveryCode(code) ?? ""));
  await recordRecoveryCodes(tx, personId, hashes);
  return codes;
};

const recoveryHash = (ctx: IdentityContext, personId: PersonId, code: string): string =>
  ctx.auth.seal.fingerprint(code, `recovery-code ${personId}`);

/** A failure is kept, though what was asked is refused: so the outcome is judged outside the transaction. */
const failed = async (ctx: IdentityContext, tx: Write, personId: PersonId): Promise<undefined> => {
  await recordFactorEvent(ctx, tx, { personId, kind: "second-factor-failed" });
  return undefined;
};

const orSecondFactorRefused = <Value>(value: Value | undefined): Value =>
  value ?? refuse({ kind: "second-factor-refused" });

/**
 * Confirms a new authenticator by its first code and answers ten recovery codes, which are never shown again. Refuses
 * `second-factor-refused` and `too-many-attempts`.
 */
export const confirmSecondFactor = async (
  ctx: IdentityContext,
  input: { readonly code: string },
): Promise<Proved & { readonly recoveryCodes: readonly string[] }> => {
  const who = whoAsks(ctx);
  const { personId } = who;
  const limit = secondFactorLimit(personId);
  await ctx.write((tx) => countAttempts(ctx, tx, [limit]));
  const confirmed = await ctx.write(async (tx) => {
    const step = await stepOf(ctx, tx, { personId, code: input.code, isConfirmed: false });
    if (step === undefined) return failed(ctx, tx, personId);
    await recordSecondFactorConfirmed(tx, personId, {
      confirmedAt: instantOf(ctx),
      lastStep: step,
    });
    const recoveryCodes = await writeRecoveryCodes(ctx, tx, personId);
    await forgetAttempts(tx, limit);
    await tellOwner(ctx, tx, { personId, template: "second-factor-added" });
    await recordFactorEvent(ctx, tx, { personId, kind: "second-factor-added" });
    return { ...(await proveSession(ctx, tx, who)), recoveryCodes };
  });
  return orSecondFactorRefused(confirmed);
};

/** Whether a code of the authenticator or a recovery code is right; either way it is used up. */
const takeCode = async (
  ctx: IdentityContext,
  tx: Write,
  input: { readonly personId: PersonId; readonly code: string },
): Promise<"authenticator" | "recovery-code" | undefined> => {
  const { personId, code } = input;
  const recovery = readRecoveryCode(code);
  if (recovery !== undefined) {
    const codeHash = recoveryHash(ctx, personId, recovery);
    const isTaken = await recordRecoveryCodeUsed(tx, { personId, codeHash }, instantOf(ctx));
    return isTaken ? "recovery-code" : undefined;
  }
  const step = await stepOf(ctx, tx, { ...input, isConfirmed: true });
  if (step === undefined) return undefined;
  return (await recordStepTaken(tx, personId, step)) ? "authenticator" : undefined;
};

/**
 * Shows the second factor, at sign-in or again later: a code of the authenticator, or a recovery code, each for one use. Refuses
 * `second-factor-refused` and `too-many-attempts`.
 */
export const proveSecondFactor = async (
  ctx: IdentityContext,
  input: { readonly code: string },
): Promise<Proved> => {
  const who = whoAsks(ctx);
  const { personId } = who;
  const limit = secondFactorLimit(personId);
  await ctx.write((tx) => countAttempts(ctx, tx, [limit]));
  const proved = await ctx.write(async (tx) => {
    const by = await takeCode(ctx, tx, { personId, code: input.code });
    if (by === undefined) return failed(ctx, tx, personId);
    await forgetAttempts(tx, limit);
    await recordFactorEvent(ctx, tx, { personId, kind: "second-factor-shown", payload: { by } });
    return proveSession(ctx, tx, who);
  });
  return orSecondFactorRefused(proved);
};

/** Ten new recovery codes in place of all others. Refuses `not-found` without a second factor, and `second-factor-stale`. */
export const renewRecoveryCodes = (ctx: IdentityContext): Promise<readonly string[]> => {
  const { personId } = whoIsSignedIn(ctx);
  requireRecentProof(ctx);
  return ctx.write(async (tx) => {
    found((await hasConfirmed(tx, personId)) ? personId : undefined);
    await recordFactorEvent(ctx, tx, { personId, kind: "recovery-codes-renewed" });
    return writeRecoveryCodes(ctx, tx, personId);
  });
};

/** Removes a person's second factor with its event and a mail that says so. Refuses `not-found` when there is none. */
export const takeSecondFactorAway = async (
  ctx: IdentityContext,
  tx: Write,
  personId: PersonId,
): Promise<void> => {
  found((await recordSecondFactorRemoved(tx, personId)) ? personId : undefined);
  await tellOwner(ctx, tx, { personId, template: "second-factor-removed" });
  await recordFactorEvent(ctx, tx, { personId, kind: "second-factor-removed" });
};

/**
 * Removes one's own second factor, to set up another or to go without where no part needs one, and signs out all other devices.
 * Refuses `second-factor-stale` and `not-found`.
 */
export const removeSecondFactor = async (ctx: IdentityContext): Promise<void> => {
  const { personId, sessionId } = whoIsSignedIn(ctx);
  requireRecentProof(ctx);
  await ctx.write(async (tx) => {
    await takeSecondFactorAway(ctx, tx, personId);
    await ctx.auth.sessions.within(tx).endAllOf(personId, sessionId);
  });
};

import { hashToken, isToken, type ExternalIdentity, type OidcChecks } from "@alongside/auth";
import type { Write } from "@alongside/db";
import {
  recordExternalIdentity,
  recordExternalIdentityUse,
  recordExternalReturn,
  type ExternalSignInRow,
} from "@alongside/db/stores/identity-external";
import { findPerson, findPersonByEmail, type PersonRow } from "@alongside/db/views/identity";
import { findExternalIdentity } from "@alongside/db/views/identity-external";
import { found, instantOf, record, refuse, RefusedError } from "../context/index.ts";
import { findUsableByHash, makePerson, nameOf, takeInvitation } from "./accept.ts";
import { asPerson, whoIsSignedIn, type IdentityContext } from "./context.ts";
import { checksPurpose } from "./external-begin.ts";
import { sendMail } from "./mail.ts";
import { openSession, type Credentials, type SignedIn } from "./sign-in.ts";
import { countAttempts, externalLimit, takeBack } from "./throttle.ts";

export type ExternalArrival = Pick<Credentials, "address" | "userAgent"> & {
  /** The provider whose return address the browser came to. */
  readonly provider: string;
  /** The token of the browser's `sign-in` cookie. */
  readonly token: string | undefined;
  /** What follows the question mark of the address. */
  readonly query: string;
};

export type ExternalOutcome = {
  /** Absent when an account was linked: the session goes on. */
  readonly signedIn?: SignedIn;
  readonly returnTo: string;
  /** The school that was chosen at DfE Sign-in, to land on; it gives no right. */
  readonly organisationUrn: string | null;
};

const isChecks = (value: unknown): value is OidcChecks =>
  typeof value === "object" &&
  value !== null &&
  "state" in value &&
  "nonce" in value &&
  "codeVerifier" in value;

const checksOf = (ctx: IdentityContext, row: ExternalSignInRow): OidcChecks | undefined => {
  const text = ctx.auth.seal.open(row.sealedChecks, checksPurpose(row.id));
  const checks: unknown = text === undefined ? undefined : JSON.parse(text);
  return isChecks(checks) ? checks : undefined;
};

/** A failure is kept, though what was asked is refused. */
const recordFailure = (
  ctx: IdentityContext,
  { address, userAgent, provider }: ExternalArrival,
  reason: string,
): Promise<void> =>
  ctx.write((tx) =>
    record(ctx, tx, {
      areaId: null,
      entity: "external-sign-in",
      entityId: provider.slice(0, 40),
      entityVersion: 0,
      kind: "sign-in-failed",
      payload: { by: "external", reason, address, userAgent },
    }),
  );

const refuseArrival = async (
  ctx: IdentityContext,
  input: ExternalArrival,
  reason: string,
): Promise<never> => {
  await recordFailure(ctx, input, reason);
  return refuse({ kind: "external-sign-in-refused" });
};

/** Takes out what this browser left with; only here, only once, only in time, only from that provider. */
const takeDeparture = async (
  ctx: IdentityContext,
  input: ExternalArrival,
): Promise<ExternalSignInRow | undefined> => {
  const { token } = input;
  if (token === undefined || !isToken(token)) return undefined;
  const row = await ctx.write((tx) => recordExternalReturn(tx, hashToken(token)));
  return row !== undefined && row.provider === input.provider && row.expiresAt > ctx.now()
    ? row
    : undefined;
};

const link = async (
  ctx: IdentityContext,
  tx: Write,
  input: {
    readonly person: Pick<PersonRow, "id" | "name" | "version">;
    readonly identity: ExternalIdentity;
  },
): Promise<void> => {
  const { person, identity } = input;
  const { issuer, subject, provider } = identity;
  const linkedAt = instantOf(ctx);
  await recordExternalIdentity(tx, { issuer, subject, provider, personId: person.id, linkedAt });
  const { email } = found(await findPerson(tx, person.id));
  await sendMail(ctx, tx, {
    recipient: email,
    mail: { template: "external-account-linked", content: { name: person.name, provider } },
  });
  await record(asPerson(ctx, person), tx, {
    areaId: null,
    entity: "person",
    entityId: person.id,
    entityVersion: person.version,
    kind: "external-account-linked",
    payload: { provider, issuer },
  });
};

type Step = {
  readonly row: ExternalSignInRow;
  readonly identity: ExternalIdentity;
  readonly input: ExternalArrival;
};

/** Signs in whoever the identity is linked to. Nobody is found by name or e-mail address. */
const enter = async (
  ctx: IdentityContext,
  tx: Write,
  { identity, input }: Step,
): Promise<SignedIn> => {
  const { provider } = identity;
  const known = await findExternalIdentity(tx, identity);
  if (known === undefined) return refuse({ kind: "external-account-unknown", provider });
  const person = await findPerson(tx, known.personId);
  if (person === undefined || person.deactivatedAt !== null) {
    return refuse({ kind: "external-sign-in-refused" });
  }
  await recordExternalIdentityUse(tx, identity, instantOf(ctx));
  return openSession(ctx, tx, { personId: person.id, by: "external", from: input });
};

/** Links the account to whoever is signed in, if they are the one who set out. */
const linkOwn = async (
  ctx: IdentityContext,
  tx: Write,
  { row, identity }: Step,
): Promise<undefined> => {
  const who = whoIsSignedIn(ctx);
  if (row.personId !== who.personId) return refuse({ kind: "external-sign-in-refused" });
  const known = await findExternalIdentity(tx, identity);
  if (known !== undefined && known.personId !== who.personId) {
    return refuse({ kind: "external-account-taken", provider: identity.provider });
  }
  const person = found(await findPerson(tx, who.personId));
  if (known === undefined) await link(ctx, tx, { person, identity });
  return undefined;
};

/** Accepts an invitation with an account elsewhere: the mailed link shows whose address it is, the service who comes. */
const accept = async (
  ctx: IdentityContext,
  tx: Write,
  { row, identity, input }: Step,
): Promise<SignedIn> => {
  const usable = await findUsableByHash(ctx, tx, row.invitationHash ?? "");
  const { email } = usable.row;
  const known = await findExternalIdentity(tx, identity);
  const owner = await findPersonByEmail(tx, email);
  if (owner !== undefined && known?.personId !== owner.id) {
    return refuse({ kind: "sign-in-as-invited" });
  }
  if (known !== undefined && owner === undefined) {
    return refuse({ kind: "external-account-taken", provider: identity.provider });
  }
  if (owner !== undefined) {
    await takeInvitation(ctx, tx, { usable, person: owner });
    return enter(ctx, tx, { row, identity, input });
  }
  const name = nameOf(identity.name ?? usable.row.name ?? email.split("@")[0] ?? email);
  const person = await makePerson(ctx, tx, { email, name, passwordHash: null });
  await link(ctx, tx, { person, identity });
  await takeInvitation(ctx, tx, { usable, person });
  return openSession(ctx, tx, { personId: person.id, by: "external", from: input });
};

const steps = { "sign-in": enter, link: linkOwn, invitation: accept } as const;

const takeStep = async (ctx: IdentityContext, step: Step): Promise<SignedIn | undefined> => {
  try {
    return await ctx.write(async (tx) => {
      await takeBack(tx, externalLimit(step.input.address));
      return steps[step.row.purpose](ctx, tx, step);
    });
  } catch (error) {
    if (error instanceof RefusedError) await recordFailure(ctx, step.input, error.refusal.kind);
    throw error;
  }
};

/**
 * Ends a sign-in at another service as it was begun: signs in, links, or accepts an invitation. Refuses
 * `external-sign-in-refused` for everything that is not right about the return, `too-many-attempts` for one that was never begun,
 * `external-account-unknown`, `external-account-taken`, `link-closed`, `sign-in-as-invited`.
 */
export const finishExternal = async (
  ctx: IdentityContext,
  input: ExternalArrival,
): Promise<ExternalOutcome> => {
  const row = await takeDeparture(ctx, input);
  const checks = row === undefined ? undefined : checksOf(ctx, row);
  if (row === undefined || checks === undefined) {
    // Whoever set out was counted then; whoever did not would fill the log unhindered.
    await ctx.write((tx) => countAttempts(ctx, tx, [externalLimit(input.address)]));
    return refuseArrival(ctx, input, "not-under-way");
  }
  const arrived = await ctx.auth.oidc.finish(row.provider, input.query, checks);
  if (!arrived.ok) return refuseArrival(ctx, input, arrived.refusal.reason);
  const identity = arrived.value;
  const signedIn = await takeStep(ctx, { row, identity, input });
  return {
    ...(signedIn === undefined ? {} : { signedIn }),
    returnTo: row.returnTo,
    organisationUrn: identity.organisation?.urn ?? null,
  };
};

import type { Session } from "@alongside/auth";
import type { Write } from "@alongside/db";
import { findPersonByEmail, findRightsOf, type PersonRow } from "@alongside/db/views/identity";
import { normalEmail, toActor, type Actor, type PersonId } from "@alongside/domain/identity";
import { found, record, refuse } from "../context/index.ts";
import { asPerson, type IdentityContext } from "./context.ts";
import {
  accountLimit,
  addressLimit,
  countAttempts,
  forgetAttempts,
  takeBack,
  type Limit,
} from "./throttle.ts";

export type Credentials = {
  readonly email: string;
  readonly password: string;
  /** Where the request came from, as the server sees it. */
  readonly address: string;
  readonly userAgent: string;
};

export type SignedIn = {
  /** For the cookie, and nowhere else. */
  readonly token: string;
  readonly session: Session;
  readonly actor: Actor;
};

/** Opens a session for a person whose proof was judged elsewhere, ends the one that the browser brought, and records it. */
export const openSession = async (
  ctx: IdentityContext,
  tx: Write,
  input: {
    readonly personId: PersonId;
    readonly by: "password" | "invitation" | "external";
    readonly from: Pick<Credentials, "address" | "userAgent">;
  },
): Promise<SignedIn> => {
  const rights = found(await findRightsOf(tx, input.personId));
  const issued = await ctx.auth.sessions.within(tx).start({
    personId: input.personId,
    userAgent: input.from.userAgent,
    replaces: ctx.sessionId,
  });
  await record(asPerson(ctx, { id: input.personId, name: rights.name }), tx, {
    areaId: null,
    entity: "person",
    entityId: input.personId,
    entityVersion: 0,
    kind: "signed-in",
    payload: { by: input.by, session: issued.session.id, ...input.from },
  });
  return { ...issued, actor: toActor({ ...rights, secondFactorAt: null }) };
};

const recordFailure = (
  ctx: IdentityContext,
  input: Credentials,
  about: { readonly person: PersonRow | undefined; readonly account: Limit },
): Promise<void> => {
  const { address, userAgent } = input;
  return ctx.write((tx) =>
    record(ctx, tx, {
      areaId: null,
      entity: about.person === undefined ? "account" : "person",
      entityId: about.person?.id ?? about.account.key,
      entityVersion: 0,
      kind: "sign-in-failed",
      payload: { address, userAgent },
    }),
  );
};

/**
 * Signs a person in by e-mail address and password. Refuses with `sign-in-refused`, the same and as fast for an unknown account, a
 * wrong password and a deactivated account; with `too-many-attempts` while the account or the address has to wait.
 */
export const signIn = async (ctx: IdentityContext, input: Credentials): Promise<SignedIn> => {
  const email = normalEmail(input.email);
  const account = accountLimit(email);
  const address = addressLimit(input.address);
  await ctx.write((tx) => countAttempts(ctx, tx, [account, address]));
  const person = await findPersonByEmail(ctx.read, email);
  const isRight = await ctx.auth.passwords.verify(person?.passwordHash, input.password);
  if (!isRight || person === undefined || person.deactivatedAt !== null) {
    await recordFailure(ctx, input, { person, account });
    return refuse({ kind: "sign-in-refused" });
  }
  return ctx.write(async (tx) => {
    await forgetAttempts(tx, account);
    await takeBack(tx, address);
    return openSession(ctx, tx, { personId: person.id, by: "password", from: input });
  });
};

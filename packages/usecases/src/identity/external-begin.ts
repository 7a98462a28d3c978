import { hashToken, type OidcChecks } from "@alongside/auth";
import {
  recordExternalSignIn,
  type ExternalSignInRow,
} from "@alongside/db/stores/identity-external";
import { findPerson } from "@alongside/db/views/identity";
import { safePath, type PersonId } from "@alongside/domain/identity";
import { found, refuse } from "../context/index.ts";
import { findUsable } from "./accept.ts";
import { whoIsSignedIn, type IdentityContext } from "./context.ts";
import { requireRecentProof } from "./recent-proof.ts";
import { accountLimit, countAttempts, externalLimit, forgetAttempts } from "./throttle.ts";

const lasts = 10 * 60_000;

/** Why somebody goes to another service: to sign in, to link their account there, or to accept an invitation with it. */
export type ExternalPurpose =
  | { readonly kind: "sign-in" }
  /** Whoever has no second factor to show gives their password: a device left open must not open a second door. */
  | { readonly kind: "link"; readonly password?: string | undefined }
  | { readonly kind: "invitation"; readonly token: string };

export type ExternalStart = {
  readonly provider: string;
  readonly purpose: ExternalPurpose;
  /** A path inside the product to go on to afterwards; anything else becomes the first page. */
  readonly returnTo?: string | undefined;
  readonly address: string;
};

export type ExternalDeparture = {
  /** Where to send the browser. */
  readonly url: string;
  /** For `externalCookie`, and nowhere else: only this browser can come back. */
  readonly token: string;
};

/** The purpose under which the checks of one sign-in are sealed: nobody can move them to another. */
export const checksPurpose = (id: string): string => `external ${id}`;

type PurposeColumns = Pick<ExternalSignInRow, "purpose" | "personId" | "invitationHash">;

const hasSecondFactor = ({ actor }: IdentityContext): boolean =>
  actor.kind === "person" && actor.secondFactor !== undefined;

const requirePassword = async (
  ctx: IdentityContext,
  personId: PersonId,
  password: string,
): Promise<void> => {
  const person = found(await findPerson(ctx.read, personId));
  const limit = accountLimit(person.email);
  await ctx.write((tx) => countAttempts(ctx, tx, [limit]));
  if (!(await ctx.auth.passwords.verify(person.passwordHash, password))) {
    refuse({ kind: "sign-in-refused" });
  }
  await ctx.write((tx) => forgetAttempts(tx, limit));
};

const columnsOf = async (
  ctx: IdentityContext,
  purpose: ExternalPurpose,
): Promise<PurposeColumns> => {
  switch (purpose.kind) {
    case "sign-in":
      return { purpose: "sign-in", personId: null, invitationHash: null };
    case "link": {
      const { personId } = whoIsSignedIn(ctx);
      requireRecentProof(ctx);
      if (!hasSecondFactor(ctx)) await requirePassword(ctx, personId, purpose.password ?? "");
      return { purpose: "link", personId, invitationHash: null };
    }
    case "invitation":
      await findUsable(ctx, ctx.read, purpose.token);
      return {
        purpose: "invitation",
        personId: null,
        invitationHash: hashToken(purpose.token),
      };
  }
};

const sealChecks = (ctx: IdentityContext, id: string, checks: OidcChecks): string =>
  ctx.auth.seal.close(JSON.stringify(checks), checksPurpose(id));

/**
 * Sends a browser to another service. Refuses `not-found` for one that is not configured, `external-sign-in-refused` when it cannot be
 * reached, `too-many-attempts`; to link: `sign-in-required`, `second-factor-stale`, or `sign-in-refused` for a wrong password; for an
 * invitation: `link-closed`.
 */
export const beginExternal = async (
  ctx: IdentityContext,
  input: ExternalStart,
): Promise<ExternalDeparture> => {
  const columns = await columnsOf(ctx, input.purpose);
  await ctx.write((tx) => countAttempts(ctx, tx, [externalLimit(input.address)]));
  const begun = found(await ctx.auth.oidc.begin(input.provider));
  if (!begun.ok) return refuse({ kind: "external-sign-in-refused" });
  const { url, checks } = begun.value;
  const token = ctx.auth.newToken();
  const id = hashToken(token);
  await ctx.write((tx) =>
    recordExternalSignIn(tx, {
      ...columns,
      id,
      provider: input.provider,
      sealedChecks: sealChecks(ctx, id, checks),
      returnTo: safePath(input.returnTo),
      expiresAt: ctx.now() + lasts,
    }),
  );
  return { url, token };
};

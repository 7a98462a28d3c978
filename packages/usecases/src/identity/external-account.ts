import { recordExternalIdentityRemoved } from "@alongside/db/stores/identity-external";
import { findPerson } from "@alongside/db/views/identity";
import {
  listExternalIdentitiesOf,
  type ExternalIdentityRow,
} from "@alongside/db/views/identity-external";
import { found, record } from "../context/index.ts";
import { whoIsSignedIn, type IdentityContext } from "./context.ts";
import { requireRecentProof } from "./recent-proof.ts";

/** The accounts at other services that open one's own account here. */
export const listExternalAccounts = async (
  ctx: IdentityContext,
): Promise<readonly ExternalIdentityRow[]> =>
  listExternalIdentitiesOf(ctx.read, whoIsSignedIn(ctx).personId);

/**
 * Unlinks one of them; a password can always be set by mail. Refuses `not-found` for one that is not the person's own, and
 * `second-factor-stale`.
 */
export const unlinkExternalAccount = async (
  ctx: IdentityContext,
  account: { readonly issuer: string; readonly subject: string },
): Promise<void> => {
  const { personId } = whoIsSignedIn(ctx);
  requireRecentProof(ctx);
  await ctx.write(async (tx) => {
    const isRemoved = await recordExternalIdentityRemoved(tx, personId, account);
    const person = found(isRemoved ? await findPerson(tx, personId) : undefined);
    await record(ctx, tx, {
      areaId: null,
      entity: "person",
      entityId: personId,
      entityVersion: person.version,
      kind: "external-account-unlinked",
      payload: { issuer: account.issuer },
    });
  });
};

import { recordOldAttemptsForgotten } from "@alongside/db/stores/identity-attempt";
import { recordOldExternalSignInsForgotten } from "@alongside/db/stores/identity-external";
import { recordOldResetsForgotten } from "@alongside/db/stores/identity-reset";
import type { IdentityContext } from "./context.ts";

const day = 24 * 60 * 60_000;

/** Removes what has run out and tells nobody anything any more: for a job, once an hour. Answers how many rows. */
export const sweepIdentity = (ctx: IdentityContext): Promise<number> =>
  ctx.write(async (tx) => {
    const counts = [
      await ctx.auth.sessions.within(tx).sweep(),
      await recordOldAttemptsForgotten(tx, ctx.now() - day),
      await recordOldExternalSignInsForgotten(tx, ctx.now()),
      await recordOldResetsForgotten(tx, ctx.now() - 30 * day),
    ];
    return counts.reduce((sum, count) => sum + count, 0);
  });

import { isSignedIn, provedRecently } from "@alongside/domain/identity";
import { refuse, type Context } from "../context/index.ts";

/**
 * Asked before exports of personal data and changes of rights. Refuses `sign-in-required`, `second-factor-needed`, and
 * `second-factor-stale` when the second factor was shown more than 15 minutes ago.
 */
export const requireRecentProof = (ctx: Context): void => {
  if (provedRecently(ctx.actor, ctx.now())) return;
  if (ctx.actor.kind === "anonymous") refuse({ kind: "sign-in-required" });
  refuse({ kind: isSignedIn(ctx.actor) ? "second-factor-stale" : "second-factor-needed" });
};

import { refuse } from "@alongside/usecases/context";
import { readMailbox } from "@alongside/usecases/mail";
import { publicProcedure, router } from "../trpc.ts";

export const mailboxRouter = router({
  /** What a demonstration would have mailed. Elsewhere there is no such thing. */
  list: publicProcedure.query(({ ctx }) =>
    ctx.mailboxOrigin === undefined
      ? refuse({ kind: "not-found" })
      : readMailbox(ctx, { seal: ctx.auth.seal, origin: ctx.mailboxOrigin }),
  ),
});

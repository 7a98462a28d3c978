import { endedSessionCookie } from "@alongside/auth";
import { endDevice, listDevices, signOutEverywhere } from "@alongside/usecases/identity";
import { z } from "zod";
import { router, signedInProcedure } from "../trpc.ts";

/** Where the person is signed in. */
export const deviceRouter = router({
  list: signedInProcedure.query(({ ctx }) => listDevices(ctx)),
  end: signedInProcedure
    .input(z.object({ id: z.string().max(200) }))
    .mutation(({ ctx, input }) => endDevice(ctx, input)),
  /** Ends all sessions, the one that asks among them. */
  endAll: signedInProcedure.mutation(async ({ ctx }) => {
    const devices = await signOutEverywhere(ctx);
    ctx.setCookie(endedSessionCookie(ctx.cookies));
    return { devices };
  }),
});

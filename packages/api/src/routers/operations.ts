import { showOperations, verifyLog } from "@alongside/usecases/operations";
import { router, signedInProcedure } from "../trpc.ts";

export const operationsRouter = router({
  get: signedInProcedure.query(({ ctx }) => showOperations(ctx)),
  verify: signedInProcedure.mutation(({ ctx }) => verifyLog(ctx)),
});

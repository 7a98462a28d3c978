import { listMyAreas } from "@alongside/usecases/area";
import { areaProcedure, router, signedInProcedure } from "../trpc.ts";

export const areaRouter = router({
  list: signedInProcedure.query(async ({ ctx }) =>
    (await listMyAreas(ctx)).map(({ slug, name }) => ({ slug, name })),
  ),
  get: areaProcedure.query(({ ctx }) => ctx.area),
});

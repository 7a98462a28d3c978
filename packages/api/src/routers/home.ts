import { showHome } from "@alongside/usecases/home";
import { areaProcedure, router } from "../trpc.ts";

export const homeRouter = router({
  show: areaProcedure.query(({ ctx }) => showHome(ctx, ctx.area)),
});

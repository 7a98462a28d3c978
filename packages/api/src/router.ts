import { areaRouter } from "./routers/area.ts";
import { schoolRouter } from "./routers/school.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  area: areaRouter,
  school: schoolRouter,
});

export type AppRouter = typeof appRouter;

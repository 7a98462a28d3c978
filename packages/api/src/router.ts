import { areaRouter } from "./routers/area.ts";
import { importRouter } from "./routers/import.ts";
import { sessionRouter } from "./routers/session.ts";
import { schoolRouter } from "./routers/school.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  area: areaRouter,
  import: importRouter,
  school: schoolRouter,
  session: sessionRouter,
});

export type AppRouter = typeof appRouter;

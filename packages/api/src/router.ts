import { areaRouter } from "./routers/area.ts";
import { capacityRouter } from "./routers/capacity.ts";
import { deviceRouter } from "./routers/device.ts";
import { identityRouter } from "./routers/identity.ts";
import { importRouter } from "./routers/import.ts";
import { invitationRouter } from "./routers/invitation.ts";
import { needRouter } from "./routers/need.ts";
import { sessionRouter } from "./routers/session.ts";
import { personRouter } from "./routers/person.ts";
import { schoolRouter } from "./routers/school.ts";
import { codeListRouter } from "./routers/code-list.ts";
import { rateRouter } from "./routers/rate.ts";
import { termRouter } from "./routers/term.ts";
import { weightRouter } from "./routers/weight.ts";
import { zoneRouter } from "./routers/zone.ts";
import { mailboxRouter } from "./routers/mailbox.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  mailbox: mailboxRouter,
  area: areaRouter,
  capacity: capacityRouter,
  import: importRouter,
  device: deviceRouter,
  identity: identityRouter,
  need: needRouter,
  school: schoolRouter,
  invitation: invitationRouter,
  session: sessionRouter,
  person: personRouter,
  codeList: codeListRouter,
  rate: rateRouter,
  term: termRouter,
  weight: weightRouter,
  zone: zoneRouter,
});

export type AppRouter = typeof appRouter;

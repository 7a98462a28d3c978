import { answerLinkRouter } from "./routers/answer-link.ts";
import { areaRouter } from "./routers/area.ts";
import { capacityRouter } from "./routers/capacity.ts";
import { boardRouter } from "./routers/board.ts";
import { concernRouter } from "./routers/concern.ts";
import { conflictRouter } from "./routers/conflict.ts";
import { deploymentRouter } from "./routers/deployment.ts";
import { deviceRouter } from "./routers/device.ts";
import { externalRouter } from "./routers/external.ts";
import { identityRouter } from "./routers/identity.ts";
import { impactRouter } from "./routers/impact.ts";
import { importRouter } from "./routers/import.ts";
import { invitationRouter } from "./routers/invitation.ts";
import { leaderRouter } from "./routers/leader.ts";
import { needRouter } from "./routers/need.ts";
import { offerRouter } from "./routers/offer.ts";
import { operationsRouter } from "./routers/operations.ts";
import { organisationRouter } from "./routers/organisation.ts";
import { personRouter } from "./routers/person.ts";
import { attachmentRouter } from "./routers/attachment.ts";
import { meetingRouter } from "./routers/meeting.ts";
import { menuRouter } from "./routers/menu.ts";
import { queueRouter } from "./routers/queue.ts";
import { reviewRouter } from "./routers/review.ts";
import { retentionRouter } from "./routers/retention.ts";
import { roundRouter } from "./routers/round.ts";
import { shortlistRouter } from "./routers/shortlist.ts";
import { surveyRouter } from "./routers/survey.ts";
import { subjectAccessRouter } from "./routers/subject-access.ts";
import { sessionRouter } from "./routers/session.ts";
import { schoolRouter } from "./routers/school.ts";
import { codeListRouter } from "./routers/code-list.ts";
import { rateRouter } from "./routers/rate.ts";
import { termRouter } from "./routers/term.ts";
import { visitRouter } from "./routers/visit.ts";
import { weightRouter } from "./routers/weight.ts";
import { zoneRouter } from "./routers/zone.ts";
import { homeRouter } from "./routers/home.ts";
import { liveRouter } from "./routers/live.ts";
import { mailRouter } from "./routers/mail.ts";
import { mailboxRouter } from "./routers/mailbox.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  home: homeRouter,
  live: liveRouter,
  mail: mailRouter,
  mailbox: mailboxRouter,
  answerLink: answerLinkRouter,
  area: areaRouter,
  capacity: capacityRouter,
  board: boardRouter,
  concern: concernRouter,
  conflict: conflictRouter,
  deployment: deploymentRouter,
  leader: leaderRouter,
  device: deviceRouter,
  external: externalRouter,
  identity: identityRouter,
  impact: impactRouter,
  import: importRouter,
  invitation: invitationRouter,
  need: needRouter,
  offer: offerRouter,
  operations: operationsRouter,
  retention: retentionRouter,
  survey: surveyRouter,
  subjectAccess: subjectAccessRouter,
  attachment: attachmentRouter,
  meeting: meetingRouter,
  menu: menuRouter,
  queue: queueRouter,
  review: reviewRouter,
  round: roundRouter,
  shortlist: shortlistRouter,
  organisation: organisationRouter,
  person: personRouter,
  school: schoolRouter,
  session: sessionRouter,
  codeList: codeListRouter,
  rate: rateRouter,
  term: termRouter,
  visit: visitRouter,
  weight: weightRouter,
  zone: zoneRouter,
});

export type AppRouter = typeof appRouter;

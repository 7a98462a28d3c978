import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";
import { answerLinkRoutes } from "../features/answer-link/routes.tsx";
import { boardRoutes } from "../features/board/routes.tsx";
import { capacityRoutes } from "../features/capacity/routes.tsx";
import { concernRoutes } from "../features/concern/routes.tsx";
import { conflictRoutes } from "../features/conflict/routes.tsx";
import { deploymentRoutes } from "../features/deployment/routes.tsx";
import { impactRoutes } from "../features/impact/routes.tsx";
import { leaderRoutes } from "../features/leader/routes.tsx";
import { meetingRoutes } from "../features/meeting/routes.tsx";
import { menuRoutes } from "../features/menu/routes.tsx";
import { partnershipRoutes } from "../features/partnership/routes.tsx";
import { needRoutes } from "../features/need/routes.tsx";
import { notificationRoutes } from "../features/notification/routes.tsx";
import { offerRoutes } from "../features/offer/routes.tsx";
import { operationsRoutes } from "../features/operations/routes.tsx";
import { organisationRoutes } from "../features/organisation/routes.tsx";
import { peopleRoutes } from "../features/people/routes.tsx";
import { registerRoutes } from "../features/register/routes.tsx";
import { retentionRoutes } from "../features/retention/routes.tsx";
import { reviewRoutes } from "../features/review/routes.tsx";
import { roundRoutes } from "../features/round/routes.tsx";
import { shortlistRoutes } from "../features/shortlist/routes.tsx";
import { sessionRoutes } from "../features/session/routes.tsx";
import { schoolRoutes } from "../features/school/routes.tsx";
import { surveyRoutes } from "../features/survey/routes.tsx";
import { visitRoutes } from "../features/visit/routes.tsx";
import { NotFound } from "./not-found.tsx";

const Mailbox = lazy(async () => ({
  default: (await import("../features/mailbox/pages/mailbox.tsx")).Mailbox,
}));

/** Every address but those of sign-in and home, which come first. Pages come as they are asked for. */
export const routes: RouteDefinition[] = [
  ...sessionRoutes,
  ...schoolRoutes,
  ...needRoutes,
  ...offerRoutes,
  ...visitRoutes,
  ...impactRoutes,
  ...deploymentRoutes,
  ...reviewRoutes,
  ...surveyRoutes,
  ...boardRoutes,
  ...meetingRoutes,
  ...concernRoutes,
  ...conflictRoutes,
  ...answerLinkRoutes,
  ...notificationRoutes,
  ...roundRoutes,
  ...shortlistRoutes,
  ...menuRoutes,
  ...leaderRoutes,
  ...capacityRoutes,
  ...organisationRoutes,
  ...peopleRoutes,
  ...registerRoutes,
  ...partnershipRoutes,
  ...operationsRoutes,
  ...retentionRoutes,
  { path: "/mailbox", component: Mailbox },
  { path: "*", component: NotFound },
];

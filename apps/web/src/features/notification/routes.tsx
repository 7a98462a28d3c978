import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const choice = lazy(() =>
  import("./pages/choice.tsx").then((page) => ({ default: page.MailChoice })),
);
const log = lazy(() => import("./pages/log.tsx").then((page) => ({ default: page.MailLog })));

export const notificationRoutes: RouteDefinition[] = [
  { path: "/account/mail", component: choice },
  { path: "/areas/:area/set-up/mail", component: log },
];

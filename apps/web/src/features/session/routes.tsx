import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const ask = lazy(() => import("./pages/reset.tsx").then((page) => ({ default: page.AskForReset })));
const reset = lazy(() =>
  import("./pages/new-password.tsx").then((page) => ({ default: page.NewPasswordPage })),
);
const invitation = lazy(() =>
  import("./pages/invitation.tsx").then((page) => ({ default: page.InvitationPage })),
);
const secondFactor = lazy(() =>
  import("./pages/second-factor.tsx").then((page) => ({ default: page.SecondFactor })),
);
const places = lazy(() => import("./pages/places.tsx").then((page) => ({ default: page.Places })));
const account = lazy(() =>
  import("./pages/account-pages.tsx").then((page) => ({ default: page.AccountPages })),
);
const external = lazy(() =>
  import("./pages/external.tsx").then((page) => ({ default: page.External })),
);
const privacy = lazy(() =>
  import("./pages/privacy.tsx").then((page) => ({ default: page.Privacy })),
);
const accessibility = lazy(() =>
  import("./pages/accessibility.tsx").then((page) => ({ default: page.Accessibility })),
);
const help = lazy(() => import("./pages/help.tsx").then((page) => ({ default: page.Help })));

/** All but sign-in and home, which come first. */
export const sessionRoutes: RouteDefinition[] = [
  { path: "/sign-in/with/:what", component: external },
  { path: "/reset", component: ask },
  { path: "/reset/:token", component: reset },
  { path: "/invitation/:token", component: invitation },
  { path: "/second-factor", component: secondFactor },
  { path: "/places", component: places },
  { path: "/account/:part?", component: account },
  { path: "/privacy", component: privacy },
  { path: "/accessibility", component: accessibility },
  { path: "/help", component: help },
];

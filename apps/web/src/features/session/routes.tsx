import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";
import { Home } from "./pages/home.tsx";
import { SignIn } from "./pages/sign-in.tsx";

const areaHome = lazy(() =>
  import("../home/pages/area-home.tsx").then((page) => ({ default: page.AreaHomePage })),
);
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
  import("./pages/account.tsx").then((page) => ({ default: page.Account })),
);
const devices = lazy(() =>
  import("./pages/devices.tsx").then((page) => ({ default: page.Devices })),
);
const password = lazy(() =>
  import("./pages/password.tsx").then((page) => ({ default: page.ChangePassword })),
);
const name = lazy(() => import("./pages/name.tsx").then((page) => ({ default: page.ChangeName })));
const ownFactor = lazy(() =>
  import("./pages/own-second-factor.tsx").then((page) => ({ default: page.OwnSecondFactor })),
);
const privacy = lazy(() =>
  import("./pages/privacy.tsx").then((page) => ({ default: page.Privacy })),
);
const accessibility = lazy(() =>
  import("./pages/accessibility.tsx").then((page) => ({ default: page.Accessibility })),
);
const help = lazy(() => import("./pages/help.tsx").then((page) => ({ default: page.Help })));

export const sessionRoutes: RouteDefinition[] = [
  { path: "/", component: Home },
  { path: "/sign-in", component: SignIn },
  { path: "/areas/:area", component: areaHome },
  { path: "/reset", component: ask },
  { path: "/reset/:token", component: reset },
  { path: "/invitation/:token", component: invitation },
  { path: "/second-factor", component: secondFactor },
  { path: "/places", component: places },
  { path: "/account", component: account },
  { path: "/account/devices", component: devices },
  { path: "/account/name", component: name },
  { path: "/account/password", component: password },
  { path: "/account/second-factor", component: ownFactor },
  { path: "/privacy", component: privacy },
  { path: "/accessibility", component: accessibility },
  { path: "/help", component: help },
];

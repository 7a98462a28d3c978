import type { RouteDefinition } from "@solidjs/router";
import { lazy } from "solid-js";
import { Home } from "../features/session/pages/home.tsx";

const areaHome = lazy(() =>
  import("../features/home/pages/area-home.tsx").then((page) => ({ default: page.AreaHomePage })),
);
const signIn = lazy(() =>
  import("../features/session/pages/sign-in.tsx").then((page) => ({ default: page.SignIn })),
);

// What is drawn first comes while the browser still asks who is signed in.
const { pathname } = window.location;
if (pathname === "/sign-in") void signIn.preload();
else if (/^\/(areas\/[^/]+\/?)?$/.test(pathname)) void areaHome.preload();

/** Where nearly everybody begins. */
export const firstRoutes: RouteDefinition[] = [
  { path: "/", component: Home },
  { path: "/sign-in", component: signIn },
  { path: "/areas/:area", component: areaHome },
];

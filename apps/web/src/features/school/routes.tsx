import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(() => import("./pages/list.tsx").then((page) => ({ default: page.SchoolList })));
const one = lazy(() => import("./pages/school.tsx").then((page) => ({ default: page.SchoolPage })));
const map = lazy(() => import("./pages/map.tsx").then((page) => ({ default: page.SchoolMap })));

export const schoolRoutes: RouteDefinition[] = [
  { path: "/areas/:area/schools", component: list },
  { path: "/areas/:area/schools/:urn", component: one },
  { path: "/areas/:area/map", component: map },
];

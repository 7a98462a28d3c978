import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(async () => ({ default: (await import("./pages/list.tsx")).Conflicts }));
const declare = lazy(async () => ({
  default: (await import("./pages/declare.tsx")).DeclareInterest,
}));
const tie = lazy(async () => ({ default: (await import("./pages/tie.tsx")).DeclaredTie }));
const one = lazy(async () => ({ default: (await import("./pages/conflict.tsx")).OneConflict }));

export const conflictRoutes: RouteDefinition[] = [
  { path: "/areas/:area/conflicts", component: list },
  { path: "/areas/:area/conflicts/declare", component: declare },
  { path: "/areas/:area/conflicts/ties/:tie", component: tie },
  { path: "/areas/:area/conflicts/:conflict", component: one },
];

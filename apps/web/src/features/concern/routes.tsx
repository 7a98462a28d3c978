import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(async () => ({ default: (await import("./pages/list.tsx")).Concerns }));
const raise = lazy(async () => ({ default: (await import("./pages/raise.tsx")).RaiseConcern }));
const one = lazy(async () => ({ default: (await import("./pages/concern.tsx")).OneConcern }));
const letter = lazy(async () => ({ default: (await import("./pages/letter.tsx")).WriteLetter }));

export const concernRoutes: RouteDefinition[] = [
  { path: "/areas/:area/concerns", component: list },
  { path: "/areas/:area/concerns/new", component: raise },
  { path: "/areas/:area/concerns/:concern", component: one },
  { path: "/areas/:area/concerns/:concern/letter", component: letter },
];

import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(() =>
  import("./pages/imports.tsx").then((page) => ({ default: page.ImportList })),
);
const upload = lazy(() => import("./pages/new.tsx").then((page) => ({ default: page.NewImport })));
const one = lazy(() => import("./pages/import.tsx").then((page) => ({ default: page.ImportPage })));

export const registerRoutes: RouteDefinition[] = [
  { path: "/areas/:area/imports", component: list },
  { path: "/areas/:area/imports/new", component: upload },
  { path: "/areas/:area/imports/:id", component: one },
];

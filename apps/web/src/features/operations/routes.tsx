import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const operations = lazy(() =>
  import("./pages/operations.tsx").then((page) => ({ default: page.OperationsPage })),
);

export const operationsRoutes: RouteDefinition[] = [
  { path: "/operate", component: operations },
  { path: "/areas/:area/set-up/operations", component: operations },
];

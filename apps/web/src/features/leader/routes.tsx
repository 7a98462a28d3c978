import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const reviews = lazy(() =>
  import("./pages/reviews.tsx").then((page) => ({ default: page.ReviewsDue })),
);
const designations = lazy(() =>
  import("./pages/designations.tsx").then((page) => ({ default: page.Designations })),
);
const add = lazy(() =>
  import("./pages/add.tsx").then((page) => ({ default: page.AddDesignation })),
);
const step = lazy(() =>
  import("./pages/step.tsx").then((page) => ({ default: page.StepDesignation })),
);

const fresh = lazy(() =>
  import("./pages/new.tsx").then((page) => ({ default: page.NewLeaderPage })),
);

export const leaderRoutes: RouteDefinition[] = [
  { path: "/areas/:area/leaders/new", component: fresh },
  { path: "/areas/:area/leaders/reviews", component: reviews },
  { path: "/areas/:area/leaders/:leader/designations", component: designations },
  { path: "/areas/:area/leaders/:leader/designations/new", component: add },
  { path: "/areas/:area/leaders/:leader/designations/:designation", component: step },
];

import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const retention = lazy(() =>
  import("./pages/retention.tsx").then((page) => ({ default: page.RetentionPage })),
);
const rule = lazy(() => import("./pages/rule.tsx").then((page) => ({ default: page.RulePage })));
const hold = lazy(() => import("./pages/hold.tsx").then((page) => ({ default: page.PlaceHold })));
const release = lazy(() =>
  import("./pages/release.tsx").then((page) => ({ default: page.ReleaseHold })),
);

export const retentionRoutes: RouteDefinition[] = [
  { path: "/areas/:area/set-up/keeping", component: retention },
  { path: "/areas/:area/set-up/keeping/rules/:kind", component: rule },
  { path: "/areas/:area/set-up/keeping/holds/new", component: hold },
  { path: "/areas/:area/set-up/keeping/holds/:hold", component: release },
];

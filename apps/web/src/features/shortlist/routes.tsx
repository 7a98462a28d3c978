import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(() =>
  import("./pages/shortlist.tsx").then((page) => ({ default: page.NeedShortlist })),
);

export const shortlistRoutes: RouteDefinition[] = [
  { path: "/areas/:area/needs/:need/shortlist", component: list },
];

import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const own = lazy(() => import("./pages/own.tsx").then((page) => ({ default: page.OwnNeeds })));
const queue = lazy(() => import("./pages/queue.tsx").then((page) => ({ default: page.NeedQueue })));
const start = lazy(() => import("./pages/start.tsx").then((page) => ({ default: page.StartNeed })));
const one = lazy(() => import("./pages/need.tsx").then((page) => ({ default: page.OneNeed })));
const write = lazy(() => import("./pages/write.tsx").then((page) => ({ default: page.WriteNeed })));
const check = lazy(() => import("./pages/check.tsx").then((page) => ({ default: page.CheckNeed })));
const sent = lazy(() => import("./pages/sent.tsx").then((page) => ({ default: page.NeedSent })));
const remind = lazy(() =>
  import("./pages/remind.tsx").then((page) => ({ default: page.RemindMany })),
);
const act = lazy(() => import("./pages/act.tsx").then((page) => ({ default: page.ActOnNeed })));

export const needRoutes: RouteDefinition[] = [
  { path: "/areas/:area/needs", component: own },
  { path: "/areas/:area/needs/new", component: start },
  { path: "/areas/:area/needs/:need", component: one },
  { path: "/areas/:area/needs/:need/sent", component: sent },
  { path: "/areas/:area/needs/:need/write/check", component: check },
  { path: "/areas/:area/needs/:need/write/:step", component: write },
  { path: "/areas/:area/needs/:need/:act", component: act },
  { path: "/areas/:area/queue", component: queue },
  { path: "/areas/:area/queue/remind", component: remind },
];

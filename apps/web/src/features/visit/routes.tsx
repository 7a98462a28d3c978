import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(async () => ({ default: (await import("./pages/list.tsx")).Visits }));
const one = lazy(async () => ({ default: (await import("./pages/visit.tsx")).OneVisit }));
const write = lazy(async () => ({ default: (await import("./pages/record.tsx")).RecordVisit }));
const act = lazy(async () => ({ default: (await import("./pages/act.tsx")).ActOnVisit }));
const work = lazy(async () => ({ default: (await import("./pages/work.tsx")).VisitsOfWork }));
const plan = lazy(async () => ({ default: (await import("./pages/plan.tsx")).PlanVisit }));
const calendar = lazy(async () => ({
  default: (await import("./pages/calendar.tsx")).OwnCalendar,
}));

export const visitRoutes: RouteDefinition[] = [
  { path: "/areas/:area/visits", component: list },
  { path: "/areas/:area/visits/calendar", component: calendar },
  { path: "/areas/:area/visits/:visit", component: one },
  { path: "/areas/:area/visits/:visit/record", component: write },
  { path: "/areas/:area/visits/:visit/:act", component: act },
  { path: "/areas/:area/deployments/:deployment/visits", component: work },
  { path: "/areas/:area/deployments/:deployment/visits/plan", component: plan },
];

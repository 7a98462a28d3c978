import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const bodies = lazy(async () => ({ default: (await import("./pages/bodies.tsx")).Bodies }));
const addBody = lazy(async () => ({ default: (await import("./pages/body-form.tsx")).AddBody }));
const changeBody = lazy(async () => ({
  default: (await import("./pages/body-form.tsx")).ChangeBody,
}));
const body = lazy(async () => ({ default: (await import("./pages/body.tsx")).OneBody }));
const planMeeting = lazy(async () => ({
  default: (await import("./pages/meeting-form.tsx")).PlanMeeting,
}));
const changeMeeting = lazy(async () => ({
  default: (await import("./pages/meeting-form.tsx")).ChangeMeeting,
}));
const meeting = lazy(async () => ({ default: (await import("./pages/meeting.tsx")).OneMeeting }));
const minutes = lazy(async () => ({ default: (await import("./pages/minutes.tsx")).Minutes }));
const pack = lazy(async () => ({ default: (await import("./pages/pack.tsx")).PackPage }));
const actions = lazy(async () => ({ default: (await import("./pages/actions.tsx")).Actions }));
const decisions = lazy(async () => ({
  default: (await import("./pages/decisions.tsx")).Decisions,
}));

export const meetingRoutes: RouteDefinition[] = [
  { path: "/areas/:area/board/bodies", component: bodies },
  { path: "/areas/:area/board/bodies/new", component: addBody },
  { path: "/areas/:area/board/bodies/:body", component: body },
  { path: "/areas/:area/board/bodies/:body/change", component: changeBody },
  { path: "/areas/:area/board/bodies/:body/meeting", component: planMeeting },
  { path: "/areas/:area/board/meetings/:meeting", component: meeting },
  { path: "/areas/:area/board/meetings/:meeting/change", component: changeMeeting },
  { path: "/areas/:area/board/meetings/:meeting/minutes", component: minutes },
  { path: "/areas/:area/board/meetings/:meeting/pack/:number", component: pack },
  { path: "/areas/:area/board/actions", component: actions },
  { path: "/areas/:area/board/decisions", component: decisions },
];

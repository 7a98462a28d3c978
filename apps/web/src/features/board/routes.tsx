import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const board = lazy(async () => ({ default: (await import("./pages/board.tsx")).Board }));
const records = lazy(async () => ({
  default: (await import("./pages/records.tsx")).BoardRecordsPage,
}));

export const boardRoutes: RouteDefinition[] = [
  { path: "/areas/:area/board", component: board },
  { path: "/areas/:area/board/records", component: records },
];

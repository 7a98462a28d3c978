import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(() =>
  import("./pages/list.tsx").then((page) => ({ default: page.CapacityList })),
);
const map = lazy(() => import("./pages/map.tsx").then((page) => ({ default: page.SupplyMapPage })));
const home = lazy(() => import("./pages/home.tsx").then((page) => ({ default: page.HomeDays })));
const days = lazy(() => import("./pages/days.tsx").then((page) => ({ default: page.LeaderDays })));
const edit = lazy(() =>
  import("./pages/edit.tsx").then((page) => ({ default: page.EditCapacity })),
);
const release = lazy(() =>
  import("./pages/release.tsx").then((page) => ({ default: page.ReleaseLeader })),
);
const statement = lazy(() =>
  import("./pages/statement.tsx").then((page) => ({ default: page.StatementOfDays })),
);

export const capacityRoutes: RouteDefinition[] = [
  { path: "/areas/:area/capacity", component: list },
  { path: "/areas/:area/capacity/map", component: map },
  { path: "/areas/:area/capacity/schools/:urn", component: home },
  { path: "/areas/:area/leaders/:leader", component: days },
  { path: "/areas/:area/leaders/:leader/statement", component: statement },
  { path: "/areas/:area/leaders/:leader/capacity/:term", component: edit },
  { path: "/areas/:area/leaders/:leader/release/:line", component: release },
];

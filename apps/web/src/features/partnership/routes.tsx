import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const setUp = lazy(() => import("./pages/set-up.tsx").then((page) => ({ default: page.SetUp })));
const terms = lazy(() => import("./pages/terms.tsx").then((page) => ({ default: page.TermList })));
const year = lazy(() => import("./pages/year.tsx").then((page) => ({ default: page.YearPage })));
const zones = lazy(() => import("./pages/zones.tsx").then((page) => ({ default: page.ZoneList })));
const zone = lazy(() => import("./pages/zone.tsx").then((page) => ({ default: page.ZonePage })));
const newZone = lazy(() =>
  import("./pages/zone-new.tsx").then((page) => ({ default: page.NewZone })),
);
const editZone = lazy(() =>
  import("./pages/zone-edit.tsx").then((page) => ({ default: page.EditZone })),
);
const boundary = lazy(() =>
  import("./pages/boundary.tsx").then((page) => ({ default: page.Boundary })),
);
const zonePeople = lazy(() =>
  import("./pages/zone-people.tsx").then((page) => ({ default: page.ZonePeople })),
);
const place = lazy(() =>
  import("./pages/place.tsx").then((page) => ({ default: page.PlaceSchools })),
);
const codeLists = lazy(() =>
  import("./pages/code-lists.tsx").then((page) => ({ default: page.CodeLists })),
);
const codeList = lazy(() =>
  import("./pages/code-list.tsx").then((page) => ({ default: page.CodeListPage })),
);
const codeEntry = lazy(() =>
  import("./pages/code-entry.tsx").then((page) => ({ default: page.CodeEntryPage })),
);
const rates = lazy(() => import("./pages/rates.tsx").then((page) => ({ default: page.RateCard })));
const rate = lazy(() => import("./pages/rate.tsx").then((page) => ({ default: page.RatePage })));
const weights = lazy(() =>
  import("./pages/weights.tsx").then((page) => ({ default: page.Weights })),
);
const areas = lazy(() => import("./pages/areas.tsx").then((page) => ({ default: page.AreaList })));
const area = lazy(() => import("./pages/area.tsx").then((page) => ({ default: page.AreaPage })));

export const partnershipRoutes: RouteDefinition[] = [
  { path: "/operate/areas", component: areas },
  { path: "/operate/areas/new", component: area },
  { path: "/operate/areas/:slug", component: area },
  { path: "/areas/:area/zones", component: zones },
  { path: "/areas/:area/zones/:zone", component: zone },
  { path: "/areas/:area/set-up", component: setUp },
  { path: "/areas/:area/set-up/terms", component: terms },
  { path: "/areas/:area/set-up/terms/:year", component: year },
  { path: "/areas/:area/set-up/zones/new", component: newZone },
  { path: "/areas/:area/set-up/zones/:zone", component: editZone },
  { path: "/areas/:area/set-up/zones/:zone/boundary", component: boundary },
  { path: "/areas/:area/set-up/zones/:zone/people", component: zonePeople },
  { path: "/areas/:area/set-up/place", component: place },
  { path: "/areas/:area/set-up/lists", component: codeLists },
  { path: "/areas/:area/set-up/lists/:list", component: codeList },
  { path: "/areas/:area/set-up/lists/:list/new", component: codeEntry },
  { path: "/areas/:area/set-up/lists/:list/entries/:code", component: codeEntry },
  { path: "/areas/:area/set-up/rates", component: rates },
  { path: "/areas/:area/set-up/rates/new", component: rate },
  { path: "/areas/:area/set-up/rates/entries/:rate", component: rate },
  { path: "/areas/:area/set-up/weights", component: weights },
];

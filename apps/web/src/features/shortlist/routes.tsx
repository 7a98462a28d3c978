import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(() =>
  import("./pages/shortlist.tsx").then((page) => ({ default: page.NeedShortlist })),
);
const map = lazy(() =>
  import("./pages/map.tsx").then((page) => ({ default: page.MapOfShortlist })),
);
const compare = lazy(() =>
  import("./pages/compare.tsx").then((page) => ({ default: page.CompareLeaders })),
);
const send = lazy(() => import("./pages/send.tsx").then((page) => ({ default: page.SendToHead })));
const aside = lazy(() =>
  import("./pages/set-aside.tsx").then((page) => ({ default: page.SetRuleAside })),
);
const rank = lazy(() => import("./pages/rank.tsx").then((page) => ({ default: page.RankLeaders })));

export const shortlistRoutes: RouteDefinition[] = [
  { path: "/areas/:area/needs/:need/shortlist", component: list },
  { path: "/areas/:area/needs/:need/shortlist/map", component: map },
  { path: "/areas/:area/needs/:need/shortlist/compare", component: compare },
  { path: "/areas/:area/needs/:need/shortlist/send", component: send },
  { path: "/areas/:area/needs/:need/shortlist/set-aside/:leader", component: aside },
  { path: "/areas/:area/needs/:need/rank", component: rank },
];

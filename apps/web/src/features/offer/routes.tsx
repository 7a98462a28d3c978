import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(() => import("./pages/list.tsx").then((page) => ({ default: page.Offers })));
const one = lazy(() => import("./pages/offer.tsx").then((page) => ({ default: page.OneOffer })));
const send = lazy(() => import("./pages/send.tsx").then((page) => ({ default: page.SendOffer })));
const act = lazy(() => import("./pages/act.tsx").then((page) => ({ default: page.ActOnOffer })));

export const offerRoutes: RouteDefinition[] = [
  { path: "/areas/:area/needs/:need/offer/:leader", component: send },
  { path: "/areas/:area/offers", component: list },
  { path: "/areas/:area/offers/:offer", component: one },
  { path: "/areas/:area/offers/:offer/:act", component: act },
];

import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(() => import("./pages/list.tsx").then((page) => ({ default: page.Rounds })));
const begin = lazy(() => import("./pages/new.tsx").then((page) => ({ default: page.NewRound })));
const one = lazy(() => import("./pages/round.tsx").then((page) => ({ default: page.OneRound })));
const scope = lazy(() => import("./pages/scope.tsx").then((page) => ({ default: page.Scope })));
const plan = lazy(() => import("./pages/plan.tsx").then((page) => ({ default: page.PlanPage })));
const need = lazy(() => import("./pages/need.tsx").then((page) => ({ default: page.ByHand })));
const compare = lazy(() =>
  import("./pages/compare.tsx").then((page) => ({ default: page.Compare })),
);
const decisions = lazy(() =>
  import("./pages/decisions.tsx").then((page) => ({ default: page.Decisions })),
);
const panel = lazy(() => import("./pages/panel.tsx").then((page) => ({ default: page.Panel })));
const offers = lazy(() => import("./pages/offers.tsx").then((page) => ({ default: page.Offers })));
const method = lazy(() =>
  import("./pages/method.tsx").then((page) => ({ default: page.MethodPage })),
);
const proposal = lazy(() =>
  import("./pages/proposal.tsx").then((page) => ({ default: page.ProposalPage })),
);

const at = "/areas/:area/rounds";

export const roundRoutes: RouteDefinition[] = [
  { path: at, component: list },
  { path: `${at}/new`, component: begin },
  { path: `${at}/:round`, component: one },
  { path: `${at}/:round/needs-and-days`, component: scope },
  { path: `${at}/:round/plan`, component: plan },
  { path: `${at}/:round/plan/:need`, component: need },
  { path: `${at}/:round/compare`, component: compare },
  { path: `${at}/:round/decisions`, component: decisions },
  { path: `${at}/:round/panel`, component: panel },
  { path: `${at}/:round/offers`, component: offers },
  { path: `${at}/:round/method`, component: method },
  { path: `${at}/:round/proposal`, component: proposal },
];

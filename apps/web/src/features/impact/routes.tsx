import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const impact = lazy(async () => ({ default: (await import("./pages/impact.tsx")).ImpactOfWork }));
const reading = lazy(async () => ({ default: (await import("./pages/reading.tsx")).AddReading }));
const review = lazy(async () => ({ default: (await import("./pages/review.tsx")).ReviewWork }));
const evaluate = lazy(async () => ({
  default: (await import("./pages/evaluate.tsx")).EvaluateWork,
}));
const followUp = lazy(async () => ({ default: (await import("./pages/follow-up.tsx")).FollowUp }));
const study = lazy(async () => ({ default: (await import("./pages/case-study.tsx")).WriteStudy }));
const compare = lazy(async () => ({ default: (await import("./pages/compare.tsx")).Comparison }));
const statement = lazy(async () => ({
  default: (await import("./pages/statement.tsx")).StatementOfWork,
}));
const alerts = lazy(async () => ({ default: (await import("./pages/alerts.tsx")).LeaderAlerts }));
const record = lazy(async () => ({
  default: (await import("./pages/track-record.tsx")).OwnTrackRecord,
}));

const work = "/areas/:area/deployments/:deployment";

export const impactRoutes: RouteDefinition[] = [
  { path: `${work}/impact`, component: impact },
  { path: `${work}/impact/review`, component: review },
  { path: `${work}/impact/follow-up`, component: followUp },
  { path: `${work}/impact/case-study`, component: study },
  { path: `${work}/impact/reading/:objective`, component: reading },
  { path: `${work}/impact/evaluate/:side`, component: evaluate },
  { path: `${work}/impact/compare/:objective`, component: compare },
  { path: `${work}/statement`, component: statement },
  { path: "/areas/:area/leader-alerts", component: alerts },
  { path: "/areas/:area/leaders/:leader/track-record", component: record },
];

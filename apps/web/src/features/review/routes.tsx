import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(async () => ({ default: (await import("./pages/list.tsx")).ReviewList }));
const one = lazy(async () => ({ default: (await import("./pages/review.tsx")).OneReview }));
const school = lazy(async () => ({ default: (await import("./pages/school.tsx")).JudgeSchool }));
const agree = lazy(async () => ({ default: (await import("./pages/agree.tsx")).AgreeReview }));
const own = lazy(async () => ({ default: (await import("./pages/own.tsx")).OurReview }));
const counts = lazy(async () => ({ default: (await import("./pages/counts.tsx")).CountPage }));

export const reviewRoutes: RouteDefinition[] = [
  { path: "/areas/:area/reviews", component: list },
  { path: "/areas/:area/reviews/:review", component: one },
  { path: "/areas/:area/reviews/:review/agree", component: agree },
  { path: "/areas/:area/reviews/:review/schools/:urn", component: school },
  { path: "/areas/:area/our-review", component: own },
  { path: "/areas/:area/board/review", component: counts },
];

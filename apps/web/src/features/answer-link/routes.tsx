import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const answer = lazy(() =>
  import("./pages/answer.tsx").then((page) => ({ default: page.AnswerByLink })),
);

export const answerLinkRoutes: RouteDefinition[] = [{ path: "/answer/:token", component: answer }];

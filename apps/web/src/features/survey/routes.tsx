import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(async () => ({ default: (await import("./pages/list.tsx")).SurveyList }));
const fresh = lazy(async () => ({ default: (await import("./pages/write.tsx")).WriteSurvey }));
const edit = lazy(async () => ({ default: (await import("./pages/write.tsx")).ReviseSurvey }));
const one = lazy(async () => ({ default: (await import("./pages/survey.tsx")).OneSurvey }));
const answer = lazy(async () => ({ default: (await import("./pages/answer.tsx")).AnswerSurvey }));
const result = lazy(async () => ({ default: (await import("./pages/result.tsx")).ResultPage }));

export const surveyRoutes: RouteDefinition[] = [
  { path: "/areas/:area/surveys", component: list },
  { path: "/areas/:area/surveys/new", component: fresh },
  { path: "/areas/:area/surveys/:survey", component: one },
  { path: "/areas/:area/surveys/:survey/edit", component: edit },
  { path: "/areas/:area/survey", component: answer },
  { path: "/areas/:area/board/survey", component: result },
];

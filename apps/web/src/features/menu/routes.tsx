import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const menu = lazy(() => import("./pages/menu.tsx").then((page) => ({ default: page.ZoneMenu })));
const fresh = lazy(() =>
  import("./pages/edit.tsx").then((page) => ({ default: page.PublishPackage })),
);
const edit = lazy(() =>
  import("./pages/edit.tsx").then((page) => ({ default: page.RevisePackage })),
);
const answer = lazy(() =>
  import("./pages/answer.tsx").then((page) => ({ default: page.AnswerPackage })),
);

export const menuRoutes: RouteDefinition[] = [
  { path: "/areas/:area/menu", component: menu },
  { path: "/areas/:area/menu/new", component: fresh },
  { path: "/areas/:area/menu/:package/edit", component: edit },
  { path: "/areas/:area/menu/:package/answer", component: answer },
];

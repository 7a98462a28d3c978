import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";
import { sessionRoutes } from "../features/session/routes.tsx";
import { NotFound } from "./not-found.tsx";

const Schools = lazy(() =>
  import("../features/school/pages/list.tsx").then((page) => ({ default: page.SchoolList })),
);

/** Every address of the product. Pages come as they are asked for; sign-in and home come at once. */
export const routes: RouteDefinition[] = [
  ...sessionRoutes,
  { path: "/areas/:area/schools", component: Schools },
  { path: "*", component: NotFound },
];

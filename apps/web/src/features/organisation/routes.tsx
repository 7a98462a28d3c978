import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(() =>
  import("./pages/list.tsx").then((page) => ({ default: page.OrganisationList })),
);
const edit = lazy(() =>
  import("./pages/edit.tsx").then((page) => ({ default: page.EditOrganisation })),
);
const home = lazy(() =>
  import("./pages/organisation.tsx").then((page) => ({ default: page.OrganisationPage })),
);

export const organisationRoutes: RouteDefinition[] = [
  { path: "/areas/:area/set-up/organisations", component: list },
  { path: "/areas/:area/set-up/organisations/new", component: edit },
  { path: "/areas/:area/set-up/organisations/:organisation", component: edit },
  { path: "/areas/:area/organisations/:organisation", component: home },
];

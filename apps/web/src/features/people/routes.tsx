import { lazy } from "solid-js";
import type { RouteDefinition } from "@solidjs/router";

const list = lazy(() => import("./pages/list.tsx").then((page) => ({ default: page.PeopleList })));
const invite = lazy(() =>
  import("./pages/invite.tsx").then((page) => ({ default: page.InvitePerson })),
);
const many = lazy(() =>
  import("./pages/invite-many.tsx").then((page) => ({ default: page.InviteMany })),
);
const invitations = lazy(() =>
  import("./pages/invitations.tsx").then((page) => ({ default: page.Invitations })),
);
const access = lazy(() =>
  import("./pages/access.tsx").then((page) => ({ default: page.AccessLog })),
);
const person = lazy(() =>
  import("./pages/person.tsx").then((page) => ({ default: page.PersonPage })),
);

export const peopleRoutes: RouteDefinition[] = [
  { path: "/areas/:area/people", component: list },
  { path: "/areas/:area/people/invite", component: invite },
  { path: "/areas/:area/people/invite-many", component: many },
  { path: "/areas/:area/people/invitations", component: invitations },
  { path: "/areas/:area/people/access", component: access },
  { path: "/areas/:area/people/:person", component: person },
];

import type { Policy } from "./policy.ts";

/**
 * Every address beside the procedures, by method and path, and its policy. The server answers none that has no line here: its record is
 * asked for by the use case, as a procedure's is.
 */
export const routePolicies: Readonly<Record<string, Policy>> = {
  "GET /health": "everyone",
  "GET /ready": "everyone",
  /** Counts and times; the route itself asks for its token, or for a caller on the same machine. */
  "GET /metrics": "everyone",
  /** Each procedure behind it has its own line above. */
  "ALL /trpc/*": "everyone",
  /** The private address is the key: calendar programs bring nothing else. */
  "GET /calendar/:file": "everyone",
  "GET /files/areas/:area/capacity.csv": "area-reader",
  "GET /files/areas/:area/capacity.xlsx": "area-reader",
  "GET /files/areas/:area/conflicts.csv": "area-reader",
  "GET /files/areas/:area/conflicts.xlsx": "area-reader",
  "GET /files/areas/:area/deployments.csv": "area-reader",
  "GET /files/areas/:area/deployments.xlsx": "area-reader",
  "GET /files/areas/:area/deployments/:deployment/agreements/:file": "area-reader",
  "GET /files/areas/:area/deployments/:deployment/statement.csv": "area-reader",
  "GET /files/areas/:area/deployments/:deployment/statement.xlsx": "area-reader",
  "GET /files/areas/:area/concerns.csv": "area-reader",
  "GET /files/areas/:area/concerns.xlsx": "area-reader",
  "GET /files/areas/:area/visits.csv": "area-reader",
  "GET /files/areas/:area/visits.xlsx": "area-reader",
  "GET /files/areas/:area/imports/:id/not-taken.csv": "area-administrator",
  "GET /files/areas/:area/imports/:id/not-taken.xlsx": "area-administrator",
  "GET /files/areas/:area/leaders/:leader/statement.csv": "area-reader",
  "GET /files/areas/:area/leaders/:leader/statement.xlsx": "area-reader",
  "GET /files/areas/:area/board/:figure": "area-reader",
  "GET /files/areas/:area/board-review.csv": "area-reader",
  "GET /files/areas/:area/board-review.xlsx": "area-reader",
  "GET /files/areas/:area/board-survey.csv": "area-reader",
  "GET /files/areas/:area/board-survey.xlsx": "area-reader",
  "GET /files/areas/:area/boards/actions.csv": "area-reader",
  "GET /files/areas/:area/boards/actions.xlsx": "area-reader",
  "GET /files/areas/:area/boards/decisions.csv": "area-reader",
  "GET /files/areas/:area/boards/decisions.xlsx": "area-reader",
  "GET /files/areas/:area/meetings/:meeting/packs/:file": "area-reader",
  "GET /files/areas/:area/needs.csv": "area-reader",
  "GET /files/areas/:area/needs.xlsx": "area-reader",
  "GET /files/areas/:area/needs/:need/files/:file": "area-reader",
  "POST /files/areas/:area/needs/:need/files": "area-reader",
  "POST /files/areas/:area/needs/:need/files/:file/remove": "area-reader",
  "GET /files/areas/:area/offers.csv": "area-reader",
  "GET /files/areas/:area/offers.xlsx": "area-reader",
  "GET /files/areas/:area/people.csv": "area-reader",
  "GET /files/areas/:area/people.xlsx": "area-reader",
  "GET /files/areas/:area/people/:person/everything.json": "area-administrator",
  /** What is kept of whoever asks. */
  "GET /files/account/everything.json": "signed-in",
  "GET /files/areas/:area/reviews/:review/schools.csv": "area-reader",
  "GET /files/areas/:area/reviews/:review/schools.xlsx": "area-reader",
  "GET /files/areas/:area/rounds.csv": "area-reader",
  "GET /files/areas/:area/rounds.xlsx": "area-reader",
  "GET /files/areas/:area/rounds/:round/plan.csv": "area-reader",
  "GET /files/areas/:area/rounds/:round/plan.xlsx": "area-reader",
  "GET /files/areas/:area/rounds/:round/unserved.csv": "area-reader",
  "GET /files/areas/:area/rounds/:round/unserved.xlsx": "area-reader",
  "GET /files/areas/:area/schools.csv": "area-reader",
  "GET /files/areas/:area/schools.xlsx": "area-reader",
  "GET /files/areas/:area/schools/:urn/days.csv": "area-reader",
  "GET /files/areas/:area/schools/:urn/days.xlsx": "area-reader",
  "POST /files/imports": "area-administrator",
  "POST /files/imports/:id/confirm": "area-administrator",
  /** What the browser left with decides who comes back. */
  "GET /sign-in/with/:provider/return": "everyone",
  "GET /assets/*": "everyone",
  "GET /favicon.svg": "everyone",
  /** The app's page, for every address of the app. */
  "GET /*": "everyone",
};

const byRoute: ReadonlyMap<string, Policy> = new Map(Object.entries(routePolicies));

/** The policy of a route such as `GET /health`; undefined for one that has none. */
export const routePolicyOf = (route: string): Policy | undefined => byRoute.get(route);

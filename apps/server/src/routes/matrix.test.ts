import { routePolicies, type Policy } from "@alongside/api";
import {
  mayAdministerArea,
  mayOperate,
  maySeeArea,
  toId,
  type Actor,
  type AreaId,
} from "@alongside/domain/identity";
import { inspectRoutes } from "hono/dev";
import { keepFigure } from "@alongside/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { here, there } from "../../../../packages/api/test/callers.ts";
import { openHttpCast, type HttpCast } from "../../test/cast.ts";
import { origin } from "../../test/app.ts";

let http: HttpCast;
beforeAll(async () => {
  http = await openHttpCast();
});
afterAll(() => http.close());

type Place = { readonly area: string; readonly urn: number; readonly leader: string };

const own: Place = { area: here, urn: 900_001, leader: "leader" };
const places: readonly (readonly [string, Place])[] = [
  ["the own area and school", own],
  ["another school", { ...own, urn: 900_002, leader: "nobody" }],
  ["a school of another area", { ...own, urn: 900_003, leader: "headofanotherarea" }],
  ["another area", { area: there, urn: 900_003, leader: "headofanotherarea" }],
  ["no area", { area: "nowhere", urn: 900_001, leader: "leader" }],
];

const methodOf = (route: string): string => route.split(" ")[0] ?? "";

/** A route's address with the place in it; ids that are nobody's stand for all others. */
const addressOf = (route: string, { area, urn, leader }: Place): string => {
  const path = (route.split(" ")[1] ?? "")
    .replace(":area", area)
    .replace(":urn", String(urn))
    .replace(":leader", leader)
    .replace(":person", leader)
    .replace(":provider", "unknown")
    .replace("/*", "/x")
    .replaceAll(/:\w+/g, "1");
  return `${path}?area=${area}&kind=gias&asOf=2026-01-01&name=x.csv`;
};

const send = (name: string, route: string, place: Place): Promise<Response> =>
  http.ask(name, addressOf(route, place), {
    method: methodOf(route) === "ALL" ? "GET" : methodOf(route),
    ...(methodOf(route) === "GET" || methodOf(route) === "ALL"
      ? {}
      : {
          body: "{}",
          headers: { origin, "content-length": "2", "content-type": "application/json" },
        }),
  });

/** What an answer comes to: the kind of its refusal, wherever it is told; `value` for all else that is no fault. */
const saidBy = async (answer: Response): Promise<string> => {
  const text = await answer.text();
  const refusal = /"refusal":\{"kind":"([\w-]+)"/.exec(text)?.[1];
  if (answer.status >= 500 || text.includes('"fault"')) return "fault";
  return refusal ?? (answer.status === 401 ? "sign-in-required" : "value");
};

/** What the gate says, read from the policy alone; undefined lets the asker through to the record. */
const refusalAtGate = (actor: Actor, policy: Policy, area: string): string | undefined => {
  if (policy === "everyone") return undefined;
  if (actor.kind !== "person") return "sign-in-required";
  if (policy === "signed-in") return undefined;
  if (policy === "operator") return mayOperate(actor) ? undefined : "not-allowed";
  const areaId = toId<AreaId>(area);
  if (area === "nowhere" || !maySeeArea(actor, areaId)) return "not-found";
  return policy === "area-reader" || mayAdministerArea(actor, areaId) ? undefined : "refused";
};

const isRight = (said: string, expected: string | undefined): boolean => {
  if (expected === undefined) return said !== "fault" && said !== "sign-in-required";
  // A record may hide itself from those who may not administer: both words keep them out.
  return expected === "refused" ? ["not-allowed", "not-found"].includes(said) : said === expected;
};

const staff = ["coordinator", "coordinator of another zone", "officer", "administrator"];

/** Who gets each file of the own area and of the own school (Alder), by name; nobody else does. A new file has its row here. */
const readersOfCsv: Readonly<Record<string, readonly string[]>> = {
  /** Everyone who is signed in gets their own. */
  "GET /files/account/everything.json": [
    ...staff,
    "person without a part",
    "head",
    "head of another school",
    "head of another area",
    "staff",
    "leader",
    "organisation administrator",
    "board member",
    "board clerk",
    "administrator of another area",
    "operator",
  ],
  /** Which readers get a figure is told beside its route: here none is named. */
  "GET /files/areas/:area/board/:figure": [],
  /** Neither a review nor a survey is there; who reads them is told by their use cases. */
  "GET /files/areas/:area/board-review.csv": [],
  "GET /files/areas/:area/board-survey.csv": [],
  "GET /files/areas/:area/reviews/:review/schools.csv": [],
  /** Neither a board nor a pack is there; who reads them is told by their use cases. */
  "GET /files/areas/:area/boards/actions.csv": [],
  "GET /files/areas/:area/boards/decisions.csv": [],
  "GET /files/areas/:area/meetings/:meeting/packs/:file": [],
  "GET /files/areas/:area/capacity.csv": [
    ...staff,
    "head",
    "head of another school",
    "leader",
    "organisation administrator",
  ],
  /** The register is the staff’s and the board’s; everyone else gets what they have a part in. */
  "GET /files/areas/:area/conflicts.csv": [
    ...staff,
    "head",
    "head of another school",
    "staff",
    "leader",
    "organisation administrator",
    "board member",
    "board clerk",
    "operator",
  ],
  "GET /files/areas/:area/deployments.csv": [
    ...staff,
    "head",
    "head of another school",
    "staff",
    "leader",
    "organisation administrator",
  ],
  /** None is there; who sees a deployment is told by its use case. */
  "GET /files/areas/:area/deployments/:deployment/agreements/:file": [],
  "GET /files/areas/:area/deployments/:deployment/statement.csv": [],
  "GET /files/areas/:area/imports/:id/not-taken.csv": [],
  "GET /files/areas/:area/leaders/:leader/statement.csv": [...staff, "head", "leader"],
  "GET /files/areas/:area/needs.csv": staff,
  /** None is there; who reads one is told beside its route. */
  "GET /files/areas/:area/needs/:need/files/:file": [],
  "GET /files/areas/:area/offers.csv": [
    ...staff,
    "head",
    "head of another school",
    "leader",
    "organisation administrator",
  ],
  "GET /files/areas/:area/people.csv": [
    ...staff,
    "head",
    "head of another school",
    "organisation administrator",
    "operator",
  ],
  "GET /files/areas/:area/people/:person/everything.json": ["administrator", "operator"],
  "GET /files/areas/:area/rounds.csv": staff,
  /** None is there; who runs a round is told by its use cases. */
  "GET /files/areas/:area/rounds/:round/plan.csv": [],
  "GET /files/areas/:area/rounds/:round/unserved.csv": [],
  "GET /files/areas/:area/schools.csv": [
    ...staff,
    "head",
    "head of another school",
    "staff",
    "leader",
    "organisation administrator",
    "board member",
    "board clerk",
    "operator",
  ],
  "GET /files/areas/:area/schools/:urn/days.csv": [...staff, "head"],
  "GET /files/areas/:area/concerns.csv": ["coordinator", "coordinator of another zone", "officer"],
  "GET /files/areas/:area/visits.csv": [
    ...staff,
    "head",
    "head of another school",
    "staff",
    "leader",
    "organisation administrator",
  ],
};

/** A list is given to the same readers as CSV and as a workbook. */
const readers = Object.fromEntries(
  Object.entries(readersOfCsv).flatMap(([route, names]) =>
    route.endsWith(".csv")
      ? [[route, names] as const, [route.replace(/csv$/, "xlsx"), names] as const]
      : [[route, names] as const],
  ),
);

const routes = Object.entries(routePolicies);

describe("the routes", () => {
  it("have a line in the policy file, each of them, and every line has its route", () => {
    const answering = inspectRoutes(http.app)
      .filter(({ method, isMiddleware }) => method !== "ALL" || !isMiddleware)
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(answering)].toSorted()).toEqual(Object.keys(routePolicies).toSorted());
  });

  it("let in whom their policy lets in, and nobody else, wherever the place is", async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const [name, actor] of http.cast.actors) {
      for (const [route, policy] of routes) {
        for (const [where, place] of places) {
          asked += 1;
          const expected = refusalAtGate(actor, policy, place.area);
          const said = await saidBy(await send(name, route, place));
          if (!isRight(said, expected)) {
            wrong.push(
              `${route} as ${name} in ${where}: ${said}, not ${expected ?? "let through"}`,
            );
          }
        }
      }
    }
    keepFigure(
      "authorisation.routes",
      `${asked} combinations of ${routes.length} routes, ${http.cast.actors.size} people and ${places.length} places asked, ${wrong.length} answered wrongly`,
    );
    expect(wrong).toEqual([]);
  }, 900_000);

  it("give each file to its readers, and to nobody of another school, zone or area", async () => {
    const files = routes.map(([route]) => route).filter((route) => route.startsWith("GET /files"));
    expect(Object.keys(readers).toSorted()).toEqual(files.toSorted());
    for (const route of files) {
      const given: string[] = [];
      for (const name of http.cast.actors.keys()) {
        const said = await saidBy(await send(name, route, own));
        if (said === "value") given.push(name);
      }
      expect({ route, given: given.toSorted() }).toEqual({
        route,
        given: [...(readers[route] ?? [])].toSorted(),
      });
    }
  });

  it("give the days of another school to its own head, and a leader's statement to no other leader", async () => {
    const [, other] = places[1] ?? [];
    if (other === undefined) throw new Error("there is no other school");
    const days = "GET /files/areas/:area/schools/:urn/days.csv";
    expect(await saidBy(await send("head", days, other))).toBe("not-found");
    expect(await saidBy(await send("head of another school", days, other))).toBe("value");
    const statement = "GET /files/areas/:area/leaders/:leader/statement.csv";
    expect(await saidBy(await send("head of another school", statement, own))).toBe("not-found");
    expect(await saidBy(await send("board member", statement, own))).toBe("not-found");
  });
});

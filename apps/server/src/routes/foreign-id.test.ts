import { routePolicies } from "@alongside/api";
import { keepFigure, sized } from "@alongside/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { here, there } from "../../../../packages/api/test/callers.ts";
import { idsOf, inputWith, type Foreign } from "../../../../packages/api/test/foreign.ts";
import { plantIn } from "../../../../packages/api/test/planted.ts";
import { origin } from "../../test/app.ts";
import { openHttpCast, type HttpCast } from "../../test/cast.ts";

let http: HttpCast;
let foreign: readonly Foreign[] = [];
beforeAll(async () => {
  http = await openHttpCast();
  await plantIn(http.cast.world, there, 2);
  foreign = await idsOf(http.cast.world, there);
}, 300_000);
afterAll(() => http.close());

const nothing: Foreign = { text: "AAAAAAAAAAAAAAAAAAAA", number: 999_999 };

const secrets = /Southmere|Cedar School|"South"|headofanotherarea|SecretOfTheSouth/i;

const people = [
  "administrator",
  "coordinator",
  "officer",
  "head",
  "leader",
  "board member",
  "organisation administrator",
];

/** Addresses with something in them besides the area: exports, PDFs, files, statements. */
const routes = Object.keys(routePolicies).filter(
  (route) =>
    route.includes("/files/") &&
    /:(?!area)\w+/.test(route) &&
    !route.endsWith(sized(1, 0) === 1 ? ".xlsx" : "none"),
);

const send = (name: string, route: string, id: Foreign): Promise<Response> => {
  const [method = "GET", pattern = ""] = route.split(" ");
  const path = pattern
    .replace(":area", here)
    .replace(":urn", String(id.number))
    .replaceAll(/:\w+/g, id.text);
  const unsafe = {
    body: "{}",
    headers: { origin, "content-length": "2", "content-type": "application/json" },
  };
  return http.ask(name, `${path}?area=${here}&kind=gias&asOf=2026-01-01&name=x.csv`, {
    method,
    ...(method === "GET" ? {} : unsafe),
  });
};

const bodyOf = async (answer: Response, id: Foreign): Promise<string> =>
  `${answer.status} ${(await answer.text()).replaceAll(id.text, "").replaceAll(String(id.number), "")}`.replaceAll(
    /"requestId":"[^"]*"/g,
    "",
  );

describe("an id of another area, over HTTP", () => {
  it("opens no export, statement, PDF or file, and answers like one that does not exist", async () => {
    const wrong: string[] = [];
    let asked = 0;
    const ids = foreign.filter((_, place) => place % sized(17, 1) === 0);
    for (const name of people.slice(0, sized(3, people.length))) {
      for (const route of routes) {
        const unknown = await bodyOf(await send(name, route, nothing), nothing);
        for (const id of ids) {
          asked += 1;
          const body = await bodyOf(await send(name, route, id), id);
          if (body !== unknown || secrets.test(body) || body.startsWith("500")) {
            wrong.push(
              `${route} as ${name} with ${id.text}: ${body.slice(0, 160)} against ${unknown.slice(0, 80)}`,
            );
          }
        }
      }
    }
    keepFigure(
      "authorisation.exports",
      `${asked} asks of ${routes.length} addresses and ${await batches()} in batches, ${wrong.length} leaks or faults`,
    );
    expect(routes.length).toBeGreaterThan(5);
    expect(wrong.slice(0, 20)).toEqual([]);
  }, 560_000);

  it("opens nothing in a batch, where calls that are allowed stand beside it", async () => {
    expect(await batches()).toBeGreaterThan(20);
  }, 120_000);

  it("opens no calendar: the private address is the only key", async () => {
    for (const { text } of foreign.slice(0, 20)) {
      const answer = await http.ask("administrator", `/calendar/${text}.ics`);
      expect([answer.status, (await answer.text()).includes("VCALENDAR")]).toEqual([404, false]);
    }
  });

  it("opens no live updates of another area", async () => {
    const input = encodeURIComponent(JSON.stringify({ area: there }));
    for (const name of people) {
      const answer = await http.ask(name, `/trpc/live.changes?input=${input}`);
      const reader = answer.body?.getReader();
      const { value } = (await reader?.read()) ?? {};
      const text = new TextDecoder().decode(value);
      await reader?.cancel();
      expect(text, name).not.toMatch(/"changes"|SecretOfTheSouth/);
    }
  });
});

/** Nine calls of one's own area with one foreign id each, in one request; answers how many calls were made. */
const batches = async (): Promise<number> => {
  const paths = [
    "need.get",
    "offer.get",
    "deployment.get",
    "visit.get",
    "round.get",
    "zone.get",
    "menu.get",
    "conflict.get",
    "leader.get",
  ];
  let made = 0;
  for (const id of foreign.slice(0, 6)) {
    const inputs = Object.fromEntries(
      paths.map((path, place) => [place, inputWith(path, here, id)]),
    );
    const address = `/trpc/${paths.join(",")}?batch=1&input=${encodeURIComponent(JSON.stringify(inputs))}`;
    const answers: unknown = await (await http.ask("administrator", address)).json();
    const text = JSON.stringify(answers);
    expect(text).not.toMatch(secrets);
    expect(text).not.toContain('"result"');
    made += paths.length;
  }
  return made;
};

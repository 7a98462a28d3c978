import { policies } from "@alongside/api";
import { keepFigure, sized } from "@alongside/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRandom, hostileTexts } from "../../../packages/api/test/fuzz.ts";
import { origin } from "../test/app.ts";
import { openHttpCast, type HttpCast } from "../test/cast.ts";

let http: HttpCast;
beforeAll(async () => {
  http = await openHttpCast();
});
afterAll(() => http.close());

const inside = /node_modules|\.ts:\d+|SQLITE|\bat (async )?\w+ \(|\$argon2|stack"/;

const deep = "[".repeat(5_000) + "]".repeat(5_000);

/** Bodies that are no input of anything. */
const bodies: readonly string[] = [
  "",
  "{",
  "null",
  "[]",
  "7",
  '"x"',
  "{}{}",
  "\u0000",
  '{"area":',
  '{"area":{"area":{"area":"here"}}}',
  '{"__proto__":{"isAdmin":true},"area":"here"}',
  '{"constructor":{"prototype":{}},"area":"here"}',
  deep,
  `{"area":"${"x".repeat(100_000)}"}`,
  '{"area":"\\ud800"}',
  '{"json":{"area":"here"}}',
  "<xml/>",
  "a=1&b=2",
];

const types = [
  "application/json",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/trpc+json",
  "",
];

/** Half a character cannot be written into an address at all. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

const addresses = (path: string, text: string): readonly string[] => [
  `/trpc/${path}`,
  `/trpc/${path}?batch=1`,
  `/trpc/${path}?input=${encoded(text)}`,
  `/trpc/${path}?batch=1&input=${encoded(`{"0":${text}}`)}`,
  `/trpc/${path},${path}?batch=1&input=${encoded(text)}`,
  `/trpc/${encoded(text.slice(0, 80))}`,
  `/trpc/${path}/../../files/areas/here/people.csv`,
  `/files/areas/${encoded(text.slice(0, 80))}/needs.csv`,
  `/files/areas/here/needs/${encoded(text.slice(0, 80))}/files/x`,
  `/calendar/${encoded(text.slice(0, 80))}.ics`,
  `/assets/${encoded("../../../etc/passwd")}`,
];

const names = ["administrator", "head", "visitor"];
const paths = Object.keys(policies).filter((path) => path !== "live.changes");

describe("a broken request", () => {
  it(
    "is refused in the product's own words, and never a fault",
    async () => {
      const random = createRandom(20_260_318);
      const pick = <Value>(values: readonly Value[]): Value | undefined =>
        values[Math.floor(random() * values.length)];
      const wrong: string[] = [];
      const count = sized(1_200, 30_000);
      const statuses = new Map<number, number>();
      for (let made = 0; made < count; made += 1) {
        const text =
          random() < 0.5
            ? (pick(bodies) ?? "")
            : JSON.stringify({ area: pick(hostileTexts), id: pick(hostileTexts) });
        const address = pick(addresses(pick(paths) ?? "", text)) ?? "/";
        const method = pick(["GET", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"]) ?? "GET";
        const hasBody = !["GET", "HEAD"].includes(method);
        const headers = {
          origin,
          "content-type": pick(types) ?? "",
          ...(hasBody ? { "content-length": String(Buffer.byteLength(text)) } : {}),
          ...(random() < 0.1
            ? { "last-event-id": "x".repeat(200), "accept-language": "=cmd" }
            : {}),
        };
        const answer = await http.ask(pick(names) ?? "head", address, {
          method,
          headers,
          ...(hasBody ? { body: text } : {}),
        });
        const body = await answer.text();
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status >= 500 || inside.test(body)) {
          wrong.push(
            `${answer.status} ${method} ${address.slice(0, 160)} ${text.slice(0, 120)}: ${body.slice(0, 200)}`,
          );
        }
      }
      const told = [...statuses]
        .toSorted()
        .map(([status, times]) => `${times} × ${status}`)
        .join(", ");
      keepFigure("input.shapes", `${count} broken requests: ${told}; ${wrong.length} faults`);
      expect(wrong.slice(0, 20)).toEqual([]);
    },
    sized(560_000, 7_200_000),
  );
});

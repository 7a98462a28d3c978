import { policies, routePolicies } from "@alongside/api";
import { sessionCookie } from "@alongside/auth";
import { keepFigure } from "@alongside/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApp, origin, type TestApp } from "../test/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.close());

/** Every route's address, with words for what it takes. */
const addresses = [
  ...new Set(
    Object.keys(routePolicies).map((route) =>
      (route.split(" ")[1] ?? "").replace("/*", "/x").replaceAll(/:\w+/g, "1"),
    ),
  ),
];

const post = (headers: Record<string, string>, body = "{}"): RequestInit => ({
  method: "POST",
  headers: {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    ...headers,
  },
  body,
});

const elsewhere: readonly (readonly [string, Record<string, string>])[] = [
  ["another site", { "sec-fetch-site": "cross-site" }],
  ["a neighbouring subdomain", { "sec-fetch-site": "same-site" }],
  ["an address typed into a form of a browser's own", { "sec-fetch-site": "none" }],
  ["another origin, in an old browser", { origin: "https://evil.example" }],
  ["the same name without TLS", { origin: "http://alongside.example" }],
  ["a frame without an origin", { origin: "null" }],
  [
    "another origin that says it is the same",
    { "sec-fetch-site": "same-origin", origin: "https://evil.example" },
  ],
];

describe("a request from elsewhere", () => {
  it.each(elsewhere)("is refused for every procedure: from %s", async (_, headers) => {
    const paths = Object.keys(policies);
    expect(paths.length).toBeGreaterThan(30);
    for (const path of paths) {
      const { status } = await app.ask(`/trpc/${path}`, post(headers));
      expect(`${path} ${status}`).toBe(`${path} 403`);
    }
  });

  it.each(elsewhere)(
    "is refused for every other address and method: from %s",
    async (_, headers) => {
      const paths = addresses.filter((path) => path !== "/health" && path !== "/ready");
      for (const path of paths) {
        for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
          const { status } = await app.ask(path, { ...post(headers), method });
          expect(`${method} ${path} ${status}`).toBe(`${method} ${path} 403`);
        }
      }
    },
  );

  it("is counted: procedures and addresses, by the ways to come from elsewhere", () => {
    const count = (Object.keys(policies).length + (addresses.length - 2) * 4) * elsewhere.length;
    keepFigure("sign-in.cross-site", `${count} requests from elsewhere, 0 accepted`);
    expect(count).toBeGreaterThan(1_000);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])(
    "is refused however a form may send it: %s",
    async (type) => {
      const init = post({ "content-type": type, "sec-fetch-site": "cross-site" });
      expect((await app.ask("/trpc/session.signIn", init)).status).toBe(403);
    },
  );

  it("is let through from the product's own pages", async () => {
    const init = post(
      { "sec-fetch-site": "same-origin", origin },
      '{"email":"a@b.example","password":"x"}',
    );
    expect((await app.ask("/trpc/session.signIn", init)).status).toBe(409);
  });
});

describe("every answer", () => {
  it.each([...addresses, "/", "/areas/anywhere", "/trpc/session.get"])(
    "forbids what the product does not need: %s",
    async (path) => {
      const { headers } = await app.ask(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      // What somebody brought is shut in: it may run nothing at all.
      expect(policy).toMatch(/script-src 'self';|; sandbox$/);
      expect(policy).not.toContain("unsafe");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get("strict-transport-security")).toContain("max-age=31536000");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-request-id")).toMatch(/^[\w-]{20}$/);
    },
  );

  it("is the app's page for every address of the app, and not for a file that is not there", async () => {
    expect(await (await app.ask("/areas/anywhere/schools")).text()).toContain("<title>Alongside");
    expect((await app.ask("/assets/none.js")).status).toBe(404);
  });
});

describe("procedures", () => {
  it("answer ten calls in one request, and refuse eleven", async () => {
    const batch = (calls: number) =>
      `/trpc/${Array(calls).fill("session.get").join(",")}?batch=1&input=%7B%7D`;
    expect((await app.ask(batch(10))).status).toBe(200);
    expect((await app.ask(batch(11))).status).toBe(400);
  });

  it("refuse a visitor who is not signed in, whatever the area", async () => {
    const input = encodeURIComponent(JSON.stringify({ area: "anywhere" }));
    expect((await app.ask(`/trpc/school.list?input=${input}`)).status).toBe(401);
    expect((await app.ask("/files/areas/anywhere/schools.csv")).status).toBeGreaterThanOrEqual(401);
  });

  it("say which field is wrong, and nothing of how the server is made", async () => {
    const answer = await app.ask(
      "/trpc/session.signIn",
      post({ origin }, '{"email":"","password":""}'),
    );
    expect(answer.status).toBe(400);
    const body = await answer.text();
    expect(JSON.parse(body).error.data.refusal.fields).toEqual({
      email: "Enter your e-mail address",
      password: "Enter your password",
    });
    expect(body).not.toMatch(/stack|node_modules|zod/i);
  });

  it("refuse a body that is too large, or no JSON at all", async () => {
    const large = JSON.stringify({ email: "x".repeat(2_000_000), password: "x" });
    expect((await app.ask("/trpc/session.signIn", post({ origin }, large))).status).toBe(413);
    expect((await app.ask("/trpc/session.signIn", post({ origin }, "{"))).status).toBe(400);
    const half = '{"email":"\\ud800","password":"x"}';
    expect((await app.ask("/trpc/session.signIn", post({ origin }, half))).status).toBe(400);
    const silent = { method: "POST", headers: { origin }, body: "{}" };
    expect((await app.ask("/trpc/session.signIn", silent)).status).toBe(411);
  });
});

describe("an outage", () => {
  it("is answered as such, without the statement or a value of it, and is not called a bug", async () => {
    const broken = await openApp();
    broken.database.drop();
    const init = post({ origin }, '{"email":"someone@alder.example","password":"a secret word"}');
    const answer = await broken.ask("/trpc/session.signIn", init);
    expect(answer.status).toBe(503);
    const text = `${await answer.text()}${broken.logged().join("")}`;
    expect(text).not.toContain("someone@alder.example");
    expect(text).not.toContain("a secret word");
    expect(text).not.toMatch(/select|insert|attempts/i);
    const cookie = sessionCookie(broken.auth.newToken(), { secure: true }).split(";")[0] ?? "";
    for (const path of ["/trpc/area.list", "/files/areas/here/needs.csv"]) {
      const met = await broken.ask(path, { headers: { cookie } });
      expect([path, met.status, met.headers.get("retry-after")]).toEqual([path, 503, "60"]);
      expect(await met.text()).toContain("try again in a few minutes");
    }
    broken.close();
    expect((await broken.ask("/ready")).status).toBe(503);
  });
});

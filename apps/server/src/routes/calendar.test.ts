import { hashToken } from "@alongside/auth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApp, type TestApp } from "../../test/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.close());

const token = "t".repeat(34);

describe("a private calendar address", () => {
  it("gives a calendar to whoever has it, with no sign-in, and nothing to anybody else", async () => {
    await app.database.client.executeMultiple(`
      INSERT INTO people (id, name, email, created_at) VALUES ('lena', 'Lena', 'lena@a.example', '2026-01-01');
      INSERT INTO calendar_feeds (id, person_id, token_hash, created_at) VALUES ('f', 'lena', '${hashToken(token)}', '2026-01-01');
    `);
    const answer = await app.ask(`/calendar/${token}.ics`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
    const wrong = await app.ask(`/calendar/${"u".repeat(34)}.ics`);
    expect([wrong.status, await wrong.text()]).toEqual([
      404,
      JSON.stringify({ refusal: { kind: "not-found" } }),
    ]);
  });

  it("is not written to the log", async () => {
    await app.ask(`/calendar/${token}.ics`);
    expect(app.logged().join("")).not.toContain(token);
    expect(app.logged().join("")).toContain("/calendar/…");
  });
});

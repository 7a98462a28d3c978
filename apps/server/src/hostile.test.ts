import { rmSync } from "node:fs";
import { createAuth, createSeal, type Auth } from "@alongside/auth";
import { toId, type PersonId } from "@alongside/domain/identity";
import { keepFigure } from "@alongside/testkit";
import { routePolicies } from "@alongside/api";
import { parse } from "csv-parse/sync";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeHostile, type Spoil } from "../../../e2e/support/hostile.ts";
import { openPopulated, type Populated } from "../../../packages/api/test/populated.ts";
import { listMails } from "@alongside/db/views/mail";
import { renderMail } from "../../../packages/usecases/src/mail/render.ts";
import { emptyWebFolder, origin } from "../test/app.ts";
import { createApp } from "./app.ts";
import { openFileStore } from "./file-store.ts";
import { newId } from "./open.ts";
import { toCsv } from "./table/table.ts";

const secret = "a secret of tests, long enough to be one";
const monday = Date.parse("2026-03-02T09:00:00Z");

/** Markup behind the words, a formula and a header before them. */
const spoil: Spoil = (words) =>
  `=HYPERLINK("http://evil.example")\r\nBcc: victim@evil.example\r\nBEGIN:VEVENT ${words}<script>alert(1)</script><img src=x onerror=alert(1)>`;

let populated: Populated;
let auth: Auth;
let app: ReturnType<typeof createApp>;
let changed = 0;
const printed: string[] = [];
const webFolder = emptyWebFolder();

beforeAll(async () => {
  populated = await openPopulated();
  const { database } = populated;
  changed = await makeHostile({ databaseUrl: database.url }, spoil);
  const now = () => monday;
  auth = createAuth({ database, now, secret });
  app = createApp({
    database,
    auth,
    log: pino({ level: "silent" }),
    now,
    newId,
    origin,
    showsMailbox: false,
    files: openFileStore("/nowhere"),
    printPdf: async (html) => {
      printed.push(html);
      return { ok: true, pdf: new Uint8Array([37, 80, 68, 70]) };
    },
    webFolder,
  });
}, 300_000);
afterAll(() => {
  populated.database.drop();
  rmSync(webFolder, { recursive: true });
});

const personOf = (role: string): PersonId => {
  const actor = populated.actors.get(role);
  return actor?.kind === "person" ? actor.personId : toId<PersonId>("nobody");
};

const ask = async (role: string, path: string): Promise<Response> => {
  const { token } = await auth.sessions.start({ personId: personOf(role), secondFactorAt: monday });
  const headers = { cookie: `__Host-session=${token}`, "x-forwarded-for": "192.0.2.1" };
  return app.request(path, { headers });
};

const oneOf = async (query: string): Promise<string> => {
  const { rows } = await populated.database.client.execute(query);
  return String(Object.values(rows[0] ?? { none: "none" })[0]);
};

/** Addresses of every file of the area, with records in them that are there. */
const addresses = async (ending: RegExp): Promise<readonly string[]> => {
  const ids = new Map([
    [":deployment", await oneOf("SELECT id FROM deployments WHERE state = 'active' LIMIT 1")],
    [":leader", await oneOf("SELECT person_id FROM leaders LIMIT 1")],
    [":urn", await oneOf("SELECT home_urn FROM leaders LIMIT 1")],
    [":figure.csv", "needs-by-stage.csv"],
  ]);
  const routes = Object.keys(routePolicies).filter(
    (route) => route.startsWith("GET /files/areas") && ending.test(route),
  );
  return routes.map((route) =>
    [...ids].reduce(
      (path, [part, id]) => path.replace(part, id),
      (route.split(" ")[1] ?? "").replace(":area", populated.slug),
    ),
  );
};

/** A cell that a spreadsheet would work out; a number is one. */
const isFormula = (cell: string): boolean =>
  /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell);

describe("hostile words in what leaves the product", () => {
  it("begin no formula in a list, and numbers stay numbers", async () => {
    let cells = 0;
    let shown = 0;
    const wrong: string[] = [];
    for (const path of await addresses(/\.csv$/)) {
      const answer = await ask("partnership-administrator", path);
      if (answer.status !== 200) continue;
      const rows: string[][] = parse(await answer.text(), { bom: true, relax_column_count: true });
      for (const cell of rows.flat()) {
        cells += 1;
        if (cell.includes("HYPERLINK")) shown += 1;
        if (isFormula(cell)) wrong.push(`${path}: ${cell.slice(0, 60)}`);
      }
      expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+"$/);
    }
    expect(cells).toBeGreaterThan(200);
    expect(shown).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
    expect(toCsv([{ days: -3, words: "-3 days", sum: "=1+1" }])).toMatch(
      /^\uFEFFdays,words,sum\r\n-3,'-3 days,'=1\+1\r\n$/,
    );
    figures.push(`${cells} cells of lists, ${wrong.length} formulas`);
  });

  it("begin no header of a mail, and nothing runs in its page", async () => {
    const rows = await listMails(populated.database.read, 5_000);
    const means = { seal: createSeal(secret), origin };
    const mails = rows.flatMap((row) => renderMail(row, means) ?? []);
    expect(mails.length).toBeGreaterThan(3);
    const wrong = mails.filter(
      ({ subject, html }) =>
        /[\r\n]/.test(subject) ||
        /<script|<img|onerror=alert\(1\)>[^&]*</i.test(html) ||
        /href="(?!https:\/\/alongside\.example)/.test(html),
    );
    expect(mails.some(({ html }) => html.includes("&lt;script"))).toBe(true);
    expect(
      wrong.map(({ subject, html }) => [subject, /.{60}(<script|<img).{40}/s.exec(html)?.[0]]),
    ).toEqual([]);
    figures.push(`${mails.length} mails, ${wrong.length} headers or scripts`);
  });

  it("begin no line of a calendar", async () => {
    const { token } = await auth.sessions.start({
      personId: personOf("leader"),
      secondFactorAt: monday,
    });
    const made = await app.request("/trpc/visit.makeFeed", {
      method: "POST",
      headers: {
        cookie: `__Host-session=${token}`,
        origin,
        "content-type": "application/json",
        "content-length": "2",
        "x-forwarded-for": "192.0.2.1",
      },
      body: "{}",
    });
    const address = /"token":"([\w-]+)"/.exec(await made.text())?.[1] ?? "";
    const path = `/calendar/${address}.ics`;
    const answer = await app.request(path, { headers: { "x-forwarded-for": "192.0.2.1" } });
    const text = await answer.text();
    const lines = text
      .replaceAll(/\r\n[ \t]/g, "")
      .trimEnd()
      .split("\r\n");
    expect(answer.status).toBe(200);
    expect(lines.filter((line) => line === "BEGIN:VEVENT").length).toBe(
      lines.filter((line) => line === "END:VEVENT").length,
    );
    expect(lines.filter((line) => /^Bcc/i.test(line) || !/^[A-Z-]+[;:]/.test(line))).toEqual([]);
    expect(text).toContain("HYPERLINK");
    figures.push(`${lines.length} lines of a calendar, 0 made`);
  });

  it("are text in every page that is printed", async () => {
    const agreements = await populated.database.client.execute(
      "SELECT deployment_id AS id, number FROM agreement_versions LIMIT 4",
    );
    for (const { id, number } of agreements.rows) {
      await ask(
        "partnership-administrator",
        `/files/areas/${populated.slug}/deployments/${String(id)}/agreements/${String(number)}.pdf`,
      );
      await ask(
        "partnership-administrator",
        `/files/areas/${populated.slug}/deployments/${String(id)}/agreements/version-${String(number)}.pdf`,
      );
    }
    expect(printed.length).toBeGreaterThan(0);
    for (const html of printed) {
      expect(html).toContain("&lt;script&gt;");
      expect(html).not.toMatch(/<script|<img/i);
    }
    figures.push(`${printed.length} printed pages, 0 scripts`);
  });

  it("are told in figures", () => {
    keepFigure("input.paper", `${changed} values made hostile: ${figures.join("; ")}`);
    expect(figures).toHaveLength(4);
  });
});

const figures: string[] = [];

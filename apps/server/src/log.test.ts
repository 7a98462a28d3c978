import { policies, routePolicies } from "@alongside/api";
import { keepFigure, sized } from "@alongside/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { origin } from "../test/app.ts";
import { openHttpCast, type HttpCast } from "../test/cast.ts";

let http: HttpCast;
beforeAll(async () => {
  http = await openHttpCast();
});
afterAll(() => http.close());

/** Words that somebody may write, and that no log may hold. */
const planted = {
  email: "plantedaddress@alder.example",
  password: "plantedpassword under lamps",
  name: "Plantedname O’Brien",
  token: "PlantedToken".padEnd(34, "x"),
  words: "plantedwords about a child",
};

const send = (name: string, path: string, body: unknown) => {
  const text = JSON.stringify(body);
  const headers = {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(text)),
    origin,
  };
  return http.ask(name, path, { method: "POST", headers, body: text });
};

/** Every field that a procedure may have, with planted words in it. */
const everyField = {
  area: "here",
  ...planted,
  text: planted.words,
  reason: planted.words,
  label: planted.name,
  title: planted.words,
  id: planted.token,
  personId: planted.token,
};

/** After these there is nobody left to ask; and listening goes on for as long as one listens. */
const endsSessions = /^(live\.changes|session\.signOut|device\.endAll)$/;

const busyRun = async (): Promise<number> => {
  let asked = 0;
  for (const name of ["administrator", "head", "visitor"].slice(sized(1, 0))) {
    for (const path of Object.keys(policies).filter((each) => !endsSessions.test(each))) {
      const query = encodeURIComponent(JSON.stringify(everyField));
      await http.ask(name, `/trpc/${path}?input=${query}`);
      await send(name, `/trpc/${path}`, everyField);
      asked += 2;
    }
    for (const route of Object.keys(routePolicies).filter((each) => each.startsWith("GET /"))) {
      const path = (route.split(" ")[1] ?? "")
        .replace(":area", "here")
        .replaceAll(/:\w+/g, planted.token);
      await http.ask(
        name,
        `${path.replace("/*", `/reset/${planted.token}`)}?words=${encodeURIComponent(planted.words)}`,
      );
      asked += 1;
    }
  }
  await send("visitor", "/trpc/session.signIn", {
    email: planted.email,
    password: planted.password,
  });
  return asked + 1;
};

describe("the log", () => {
  it("of a fault has the id that the screen shows; neither has a statement, a value or a stack of words", async () => {
    const { client } = http.cast.world.database;
    await client.execute("ALTER TABLE code_entries RENAME TO code_entries_elsewhere");
    const before = http.logged().length;
    const input = encodeURIComponent(
      JSON.stringify({ area: "here", list: planted.words.slice(0, 12) }),
    );
    const answer = await http.ask("administrator", `/trpc/codeList.get?input=${input}`);
    await client.execute("ALTER TABLE code_entries_elsewhere RENAME TO code_entries");
    const body = await answer.text();
    expect(answer.status).toBe(500);
    const id = answer.headers.get("x-request-id") ?? "";
    expect(JSON.parse(body)).toMatchObject({ error: { data: { requestId: id } } });
    const lines = http
      .logged()
      .slice(before)
      .map((line) => JSON.parse(line));
    expect(lines.find(({ msg }) => msg === "fault")).toMatchObject({
      requestId: id,
      path: "codeList.get",
    });
    expect(lines.find(({ msg }) => msg === "request")).toMatchObject({
      requestId: id,
      status: 500,
    });
    expect(lines.find(({ msg }) => msg === "fault").at[0]).toMatch(/^at /);
    for (const text of [body, JSON.stringify(lines)]) {
      expect(text).not.toMatch(/code_entries|select |SQLITE_|plantedwords/i);
    }
    expect(body).not.toMatch(/node_modules|\.ts:/);
  });

  it("of a busy run holds nothing that was planted: no address, name, word, token or password", async () => {
    const { client } = http.cast.world.database;
    await client.execute({
      sql: "UPDATE people SET name = ?, email = ? WHERE id = 'staff'",
      args: [planted.name, planted.email],
    });
    const asked = await busyRun();
    const log = http.logged().join("");
    const { rows } = await client.execute("SELECT name, email FROM people");
    const marks = [
      ...Object.values(planted),
      ...rows.flatMap(({ email }) => String(email)),
      encodeURIComponent(planted.words),
      "__Host-session",
    ];
    const found = marks.filter((mark) => log.toLowerCase().includes(mark.toLowerCase()));
    keepFigure(
      "operations.log",
      `${asked} requests, ${http.logged().length} lines, ${found.length} of ${marks.length} planted values found`,
    );
    expect(http.logged().length).toBeGreaterThanOrEqual(asked);
    expect(found).toEqual([]);
  }, 300_000);
});

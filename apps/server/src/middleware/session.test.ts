import { createPasswords } from "@alongside/auth";
import { recordGrant, recordPerson } from "@alongside/db/stores/identity";
import { createArea } from "@alongside/usecases/area";
import { commandLine, toId, type AreaId, type PersonId } from "@alongside/domain/identity";
import { londonDate, type LaCode } from "@alongside/domain/school";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeAt } from "@alongside/auth";
import { openApp, type TestApp } from "../../test/app.ts";
import { newTraveller, type Traveller } from "../../test/traveller.ts";

const password = "marmot sings under lamps";
const ada = toId<PersonId>("ada");

let app: TestApp;
beforeEach(async () => {
  app = await openApp();
  await addAda();
});
afterEach(() => app.close());

const addAda = async (): Promise<void> => {
  const { read, write } = app.database;
  let ids = 0;
  const context = {
    actor: commandLine,
    requestId: "r",
    now: Date.now,
    newId: () => `a-${(ids += 1)}`,
  };
  const given = {
    id: toId<AreaId>("here"),
    name: "Here",
    slug: "here",
    laCodes: ["901" as LaCode],
  };
  await createArea({ ...context, read, write }, { ...given, isDemonstration: false });
  const passwordHash = await createPasswords().hash(password);
  const createdAt = new Date().toISOString();
  await app.database.client.execute(
    "INSERT INTO schools (urn, la_code, la_name, name, status, phase, setting) VALUES (900001, '901', 'Here', 'Alder School', 'open', 'primary', 'mainstream')",
  );
  await write(async (tx) => {
    const email = "ada@alder.example";
    await recordPerson(tx, { id: ada, name: "Ada", email, passwordHash, createdAt });
    const grant = { id: "g1", personId: ada, role: "leader", areaId: given.id } as const;
    await recordGrant(tx, { ...grant, fromOn: londonDate(Date.now()) });
  });
};

const execute = (sql: string) => app.database.client.execute(sql);

const enter = async (): Promise<Traveller> => {
  const traveller = newTraveller(app);
  const answer = await traveller.send("/trpc/session.signIn", {
    email: "ada@alder.example",
    password,
  });
  expect(answer.status).toBe(200);
  return traveller;
};

const ask = (path: string, input: unknown): string =>
  `/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`;

const schools = ask("school.list", { area: "here" });
const file = "/files/areas/here/schools.csv";

/** The name of whoever the browser is; null for nobody. */
const nameOf = async (traveller: Traveller): Promise<string | null> => {
  const answer = await traveller.open("/trpc/session.get");
  return JSON.parse(await answer.text()).result.data?.name ?? null;
};

const dueForRotation = () => execute("UPDATE sessions SET rotation_due = 1");

const sessionCookies = (answer: Response): readonly string[] =>
  answer.headers.getSetCookie().filter((header) => header.startsWith("__Host-session="));

describe("a right that ended", () => {
  it("is gone at the next request: a role, in procedures and in files", async () => {
    const traveller = await enter();
    expect((await traveller.open(schools)).status).toBe(200);
    expect((await traveller.open(file)).status).toBe(200);
    await execute("UPDATE role_grants SET ended_at = '2026'");
    expect((await traveller.open(schools)).status).toBe(404);
    expect((await traveller.open(file)).status).toBe(404);
  });

  it("is gone at the next request: an account", async () => {
    const traveller = await enter();
    await execute("UPDATE people SET deactivated_at = '2026'");
    expect((await traveller.open(schools)).status).toBe(401);
    expect((await traveller.open(file)).status).toBe(401);
    expect(await nameOf(traveller)).toBeNull();
  });

  it("is gone at the next request: a session that another device signed out", async () => {
    const [one, other] = [await enter(), await enter()];
    expect(await nameOf(other)).toBe("Ada");
    expect((await one.send("/trpc/device.endAll", {})).status).toBe(200);
    expect(await nameOf(other)).toBeNull();
    expect((await other.open(file)).status).toBe(401);
  });

  it("is gone at the next request: an authority that the area lost, with its schools", async () => {
    const traveller = await enter();
    const count = async () =>
      JSON.parse(await (await traveller.open(schools)).text()).result.data.total;
    expect(await count()).toBe(1);
    await execute("DELETE FROM area_authorities");
    expect(await count()).toBe(0);
  });

  it("and one that is new is there at the next request", async () => {
    const traveller = await enter();
    const list = ask("person.list", { area: "here" });
    expect((await traveller.open(list)).status).toBe(403);
    await execute(
      "INSERT INTO role_grants (id, person_id, role, area_id, urn, from_on) VALUES ('g2', 'ada', 'head', 'here', 900001, '2026-01-01')",
    );
    expect((await traveller.open(list)).status).toBe(200);
  });
});

describe("a session whose token changes on the way", () => {
  it("goes on under the new one, which comes with the answer", async () => {
    const traveller = await enter();
    const before = traveller.cookies.get("__Host-session");
    await dueForRotation();
    expect(await nameOf(traveller)).toBe("Ada");
    expect(traveller.cookies.get("__Host-session")).not.toBe(before);
    expect(await nameOf(traveller)).toBe("Ada");
  });

  it("keeps the new token also when the answer is a refusal, or a file", async () => {
    for (const path of [ask("school.list", { area: "nowhere" }), file]) {
      const traveller = await enter();
      await dueForRotation();
      expect(sessionCookies(await traveller.open(path))).toHaveLength(1);
      expect(await nameOf(traveller)).toBe("Ada");
    }
  });

  it("ends when it signs out: the token of the way there does not come back", async () => {
    const traveller = await enter();
    await dueForRotation();
    const answer = await traveller.send("/trpc/session.signOut", {});
    expect(sessionCookies(answer)).toEqual([expect.stringContaining("Max-Age=0")]);
    expect(traveller.hasSession()).toBe(false);
    const { rows } = await execute("SELECT * FROM sessions");
    expect(rows).toHaveLength(0);
  });

  it("is the one of the second factor that was just shown, not the one of the way there", async () => {
    const traveller = await enter();
    const begun = await traveller.send("/trpc/identity.beginSecondFactor", {});
    const { secret } = JSON.parse(await begun.text()).result.data;
    await dueForRotation();
    const answer = await traveller.send("/trpc/identity.confirmSecondFactor", {
      code: codeAt(secret, Date.now()),
    });
    expect(answer.status).toBe(200);
    expect(sessionCookies(answer)).toHaveLength(1);
    expect(await nameOf(traveller)).toBe("Ada");
  });
});

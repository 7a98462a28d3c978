import { codeAt } from "@alongside/auth";
import { anonymous, toId, type Grant, type PersonId } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noteSensitiveRead, readAccessLog } from "./access-log.ts";
import type { IdentityContext } from "./context.ts";
import {
  changeName,
  deactivatePerson,
  exportPeople,
  getPerson,
  listPeople,
  reactivatePerson,
  resetSecondFactorOf,
} from "./people.ts";
import { beginSecondFactor, confirmSecondFactor } from "./second-factor.ts";
import { signIn } from "./sign-in.ts";
import {
  emailOf,
  from,
  grants,
  minute,
  openWorld,
  password,
  places,
  refusalOf,
  type World,
} from "./world.ts";

let world: World;
let admin: IdentityContext;
beforeEach(async () => {
  world = await openWorld();
  admin = await world.signedIn("Ada", grants.administrator);
});
afterEach(() => world.drop());

const { here, there } = places;
const page = { offset: 0, limit: 50 };
const names = async (ctx: IdentityContext, filter: object = {}) =>
  (await listPeople(ctx, { areaId: here, ...filter }, page)).people.map(({ name }) => name);
const enter = (name: string) =>
  signIn(world.as(anonymous), { email: emailOf(name), password, ...from });

describe("the people of an area", () => {
  beforeEach(async () => {
    await world.addPerson("Bea", [grants.head, grants.headOfCedar]);
    await world.addPerson("cy", [grants.staff]);
    await world.addPerson("Di", [grants.headOfBeech]);
    await world.addPerson("Eve", [grants.headOfCedar]);
    await world.addPerson("Flo", [grants.coordinator]);
  });

  it("are listed by name, with their roles here and nothing of elsewhere", async () => {
    const { people, total } = await listPeople(admin, { areaId: here }, page);
    expect(people.map(({ name }) => name)).toEqual(["Ada", "Bea", "cy", "Di", "Flo"]);
    expect(total).toBe(5);
    expect(people[1]).toMatchObject({
      email: emailOf("Bea"),
      hasSecondFactor: false,
      grants: [{ ...grants.head, schoolName: "Alder School" }],
    });
    expect(people[1]?.grants).toHaveLength(1);
    expect(people[4]?.grants).toMatchObject([{ zoneName: "North" }]);
    expect(JSON.stringify(people)).not.toContain("argon2");
  });

  it("are as many as the part reaches", async () => {
    const head = await world.signedIn("Gus", grants.head);
    expect(await names(head)).toEqual(["Bea", "cy", "Gus"]);
    const officer = await world.signedIn("Hal", grants.officer);
    expect(await names(officer)).toContain("Di");
    for (const part of ["staff", "leader", "board", "administratorThere"] as const) {
      const ctx = await world.signedIn(`No${part}`, grants[part]);
      expect(await refusalOf(() => names(ctx)), part).toEqual({ kind: "not-allowed" });
    }
  });

  it("are found by words, role, school, zone and state, a page at a time", async () => {
    expect(await names(admin, { words: "BEA" })).toEqual(["Bea"]);
    expect(await names(admin, { words: "di@alder" })).toEqual(["Di"]);
    expect(await names(admin, { words: "%" })).toEqual([]);
    expect(await names(admin, { words: "_" })).toEqual([]);
    expect(await names(admin, { role: "head" })).toEqual(["Bea", "Di"]);
    expect(await names(admin, { urn: places.alder })).toEqual(["Bea", "cy"]);
    expect(await names(admin, { zoneId: places.north })).toEqual(["Flo"]);
    expect(await names(admin, { state: "deactivated" })).toEqual([]);
    const second = await listPeople(admin, { areaId: here }, { offset: 2, limit: 2 });
    expect([second.people.map(({ name }) => name), second.total]).toEqual([["cy", "Di"], 5]);
  });

  it("are looked up one by one, and others answer as nobody does", async () => {
    const get = (ctx: IdentityContext, id: string) =>
      getPerson(ctx, { areaId: here, personId: toId<PersonId>(id) });
    expect(await get(admin, "bea")).toMatchObject({ name: "Bea" });
    const head = await world.signedIn("Gus", grants.head);
    for (const [ctx, id] of [
      [admin, "eve"],
      [admin, "nobody"],
      [head, "di"],
      [await world.signedIn("Hal", grants.leader), "bea"],
    ] as const) {
      expect(await refusalOf(() => get(ctx, id))).toEqual({ kind: "not-found" });
    }
  });

  it("are exported with a recent second factor, and it is recorded", async () => {
    expect(await exportPeople(admin, { areaId: here })).toHaveLength(5);
    expect(await world.events("people-exported")).toMatchObject([
      { actor: "ada", areaId: "here", payload: { people: 5 } },
    ]);
    world.pass(15 * minute);
    expect(await refusalOf(() => exportPeople(admin, { areaId: here }))).toEqual({
      kind: "second-factor-stale",
    });
    expect(await refusalOf(() => exportPeople(admin, { areaId: there }))).toEqual({
      kind: "not-allowed",
    });
  });
});

describe("an account", () => {
  const bea = toId<PersonId>("bea");
  const seen = { personId: bea, version: 1 };

  it("is shut at once, and opened again with its roles", async () => {
    await world.addPerson("Bea", [grants.head]);
    const { token } = await enter("Bea");
    const { version } = await deactivatePerson(admin, seen);
    expect((await world.bringing(token)).actor).toEqual(anonymous);
    expect(await refusalOf(() => enter("Bea"))).toEqual({ kind: "sign-in-refused" });
    expect(await names(admin, { state: "deactivated" })).toEqual(["Bea"]);
    await reactivatePerson(admin, { personId: bea, version });
    expect((await world.bringing(token)).actor).toEqual(anonymous);
    expect((await enter("Bea")).actor).toMatchObject({ grants: [grants.head] });
    const kinds = (await world.events()).filter(({ kind }) => kind.startsWith("person-"));
    expect(kinds).toMatchObject([
      { kind: "person-deactivated", actor: "ada" },
      { kind: "person-reactivated", actor: "ada" },
    ]);
  });

  it("is not written over: a second change says who was first", async () => {
    await world.addPerson("Bea", [grants.head]);
    await deactivatePerson(admin, seen);
    expect(await refusalOf(() => deactivatePerson(admin, seen))).toEqual({
      kind: "changed-since",
      version: 2,
      by: "Ada",
      at: "2026-03-02T09:00:00.000Z",
    });
    await deactivatePerson(admin, { personId: bea, version: 2 });
    expect(await world.events("person-deactivated")).toHaveLength(1);
  });

  const others: readonly (readonly [string, readonly Grant[], string])[] = [
    ["of another area too", [grants.head, grants.headOfCedar], "not-allowed"],
    ["of an operator", [grants.head, grants.operator], "not-allowed"],
    ["of another area only", [grants.headOfCedar], "not-found"],
    ["of nobody here", [], "not-found"],
  ];

  it.each(others)("is not an administrator's to shut when it is %s", async (_, given, kind) => {
    await world.addPerson("Bea", given);
    expect(await refusalOf(() => deactivatePerson(admin, seen))).toEqual({ kind });
  });

  it("is nobody else's to shut, nor one's own", async () => {
    await world.addPerson("Bea", [grants.staff]);
    const head = await world.signedIn("Cy", grants.head);
    const leader = await world.signedIn("Di", grants.leader);
    expect(await refusalOf(() => deactivatePerson(head, seen))).toEqual({ kind: "not-allowed" });
    expect(await refusalOf(() => deactivatePerson(leader, seen))).toEqual({ kind: "not-found" });
    const own = { personId: toId<PersonId>("ada"), version: 1 };
    expect(await refusalOf(() => deactivatePerson(admin, own))).toEqual({ kind: "not-allowed" });
  });

  it("is not shut when it is the last administrator's, or without a recent second factor", async () => {
    const operator = await world.signedIn("Cy", grants.operator);
    const ada = { personId: toId<PersonId>("ada"), version: 1 };
    expect(await refusalOf(() => deactivatePerson(operator, ada))).toEqual({
      kind: "last-administrator",
    });
    await world.addPerson("Bea", [grants.head]);
    world.pass(15 * minute);
    expect(await refusalOf(() => deactivatePerson(admin, seen))).toEqual({
      kind: "second-factor-stale",
    });
  });

  it("gets its second factor taken away when it was lost, and signs in to set up another", async () => {
    await world.addPerson("Bea", [grants.officer]);
    const ctx = await world.bringing((await enter("Bea")).token);
    const { secret } = await beginSecondFactor(ctx);
    const { token } = await confirmSecondFactor(ctx, { code: codeAt(secret, world.now()) });
    await resetSecondFactorOf(admin, { personId: bea });
    expect((await world.bringing(token)).actor).toEqual(anonymous);
    expect((await enter("Bea")).actor).toMatchObject({ awaits: "enrolment" });
    expect((await world.mails()).at(-1)).toMatchObject({
      template: "second-factor-removed",
      recipient: emailOf("Bea"),
    });
    expect(await world.events("second-factor-removed")).toMatchObject([{ actor: "ada" }]);
    const again = () => resetSecondFactorOf(admin, { personId: bea });
    expect(await refusalOf(again)).toEqual({ kind: "not-found" });
  });

  it("has the name that its owner gives it", async () => {
    await changeName(admin, { name: "  Ada  O'Brien " });
    await changeName(admin, { name: "Ada O'Brien" });
    expect(await names(admin)).toEqual(["Ada O'Brien"]);
    expect(await world.events("name-changed")).toHaveLength(1);
    expect(await refusalOf(() => changeName(admin, { name: "" }))).toMatchObject({
      kind: "invalid-input",
    });
  });
});

describe("the access log", () => {
  const kinds = async (ctx: IdentityContext, filter: object = {}) =>
    (await readAccessLog(ctx, { areaId: here, ...filter }, { limit: 50 })).map(({ kind }) => kind);

  beforeEach(async () => {
    await world.addPerson("Bea", [grants.head]);
    await world.addPerson("Eve", [grants.headOfCedar]);
    await enter("Bea");
    await enter("Eve");
    const wrong = { password: "wrong", ...from };
    const guess = (email: string) =>
      refusalOf(() => signIn(world.as(anonymous), { email, ...wrong }));
    await guess(emailOf("Bea"));
    await guess("nobody@alder.example");
    await noteSensitiveRead(admin, {
      areaId: here,
      entity: "need",
      entityId: "n1",
      what: "private note",
    });
  });

  it("tells an administrator of the area's people, the newest first, with who and where from", async () => {
    const lines = await readAccessLog(admin, { areaId: here }, { limit: 50 });
    expect(lines.map(({ kind, subjectName }) => [kind, subjectName])).toEqual([
      ["sensitive-read", null],
      ["sign-in-failed", "Bea"],
      ["signed-in", "Bea"],
    ]);
    expect(lines[0]).toMatchObject({ actorName: "Ada", entityId: "n1" });
    expect(lines[1]).toMatchObject({ actor: "anonymous", actorName: null, payload: from });
  });

  it("tells the operator of the whole instance, with attempts on accounts that do not exist", async () => {
    const operator = await world.signedIn("Cy", grants.operator);
    expect(await kinds(operator, { areaId: null })).toEqual([
      "sensitive-read",
      "sign-in-failed",
      "sign-in-failed",
      "signed-in",
      "signed-in",
    ]);
  });

  it("is filtered by group, person and time, and read on from where a page ended", async () => {
    expect(await kinds(admin, { group: "reading" })).toEqual(["sensitive-read"]);
    expect(await kinds(admin, { group: "rights" })).toEqual([]);
    expect(await kinds(admin, { personId: "bea" })).toEqual(["sign-in-failed", "signed-in"]);
    expect(await kinds(admin, { personId: "eve" })).toEqual([]);
    expect(await kinds(admin, { from: "2026-03-02T09:00:01.000Z" })).toEqual([]);
    expect(await kinds(admin, { to: "2026-03-02T09:00:00.000Z" })).toEqual([]);
    const [first] = await readAccessLog(admin, { areaId: here }, { limit: 1 });
    const rest = await readAccessLog(admin, { areaId: here }, { limit: 50, before: first?.seq });
    expect(rest.map(({ kind }) => kind)).toEqual(["sign-in-failed", "signed-in"]);
  });

  it("never tells one area of the events of another, also of people in both", async () => {
    const eve = toId<PersonId>("eve");
    await world.database.client.execute(
      "INSERT INTO role_grants (id, person_id, role, area_id, urn, from_on) VALUES ('g', 'eve', 'head', 'here', 900001, '2026-01-01')",
    );
    const adminThere = await world.signedIn("Gus", grants.administratorThere);
    await noteSensitiveRead(adminThere, {
      areaId: there,
      entity: "person",
      entityId: eve,
      what: "x",
    });
    expect(await kinds(admin, { personId: eve })).toEqual(["signed-in"]);
  });

  it("is for administrators of that area", async () => {
    for (const part of ["officer", "coordinator", "head", "administratorThere"] as const) {
      const ctx = await world.signedIn(`No${part}`, grants[part]);
      expect(await refusalOf(() => kinds(ctx)), part).toEqual({ kind: "not-allowed" });
      expect(await refusalOf(() => kinds(ctx, { areaId: null })), part).toEqual({
        kind: "not-allowed",
      });
    }
    expect(await refusalOf(() => kinds(admin, { areaId: null }))).toEqual({ kind: "not-allowed" });
  });
});

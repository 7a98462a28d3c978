import { verifyChain } from "@alongside/db/views/audit";
import { personalTables } from "@alongside/db/views/personal";
import type { Area } from "@alongside/db/views/area";
import { keepFigure } from "@alongside/testkit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commandLine } from "@alongside/domain/identity";
import { openArea } from "../area/index.ts";
import { record } from "../context/index.ts";
import type { IdentityContext } from "../identity/index.ts";
import { grants, openWorld, places, refusalOf, type World } from "../identity/world.ts";
import { placeHold, releaseHold } from "../retention/index.ts";
import { erasePerson, exportOwn, exportPerson } from "./index.ts";
import { placesOf, plantEverywhere } from "./test/plant.ts";

let world: World;
let area: Area;
let ada: IdentityContext;
let bea: IdentityContext;
let administrator: IdentityContext;

const idOf = ({ actor }: IdentityContext) => {
  if (actor.kind !== "person") throw new Error("nobody");
  return actor.personId;
};
const personOf = (ctx: IdentityContext) => {
  const id = idOf(ctx);
  return { id, email: `${id}@alder.example` };
};

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signedIn("Adalovelace", grants.leader);
  bea = await world.signedIn("Beatrixpotter", grants.head);
  administrator = await world.signedIn("Administrator", grants.administrator);
  area = await openArea(administrator, "here");
});
afterEach(() => world.drop());

const endParts = async (ctx: IdentityContext) => {
  await world.database.client.execute({
    sql: "UPDATE role_grants SET ended_at = '2026-01-01T00:00:00.000Z' WHERE person_id = ?",
    args: [idOf(ctx)],
  });
};

describe("what is given to a person who asks", () => {
  it("is everything of that person and nothing of another, in every table", async () => {
    const pair = { subject: personOf(ada), other: personOf(bea) };
    const { ofSubject } = await plantEverywhere(world.database, pair);
    const text = JSON.stringify(await exportOwn(ada));
    const missing = ofSubject.filter((mark) => !text.includes(mark));
    const leaked = ["OTHERMARK", pair.other.id, pair.other.email, "Beatrixpotter"].filter((mark) =>
      text.includes(mark),
    );
    keepFigure(
      "audit.subject-access",
      `${ofSubject.length} planted values of the person in ${personalTables.length} tables, ${missing.length} missing; ${leaked.length} of another’s told`,
    );
    expect(ofSubject.length).toBeGreaterThan(80);
    expect(missing).toEqual([]);
    expect(leaked).toEqual([]);
  });

  it("tells neither a password nor a secret, and is on record", async () => {
    await plantEverywhere(world.database, { subject: personOf(ada), other: personOf(bea) });
    const text = JSON.stringify(await exportOwn(ada));
    expect(text).not.toMatch(/argon2|sealed_secret|token_hash|password_hash|code_hash/);
    const given = await world.events("subject-access-given");
    expect(given).toMatchObject([{ actor: idOf(ada), entityId: idOf(ada) }]);
  });

  it("is given by an administrator of every area in which the person plays a part, and by nobody else", async () => {
    const { actor } = administrator;
    const input = { personId: idOf(ada) };
    expect((await exportPerson({ ...administrator, actor }, area, input)).name).toBe("Adalovelace");
    const officer = await world.signedIn("Officer", grants.officer);
    expect(await refusalOf(() => exportPerson(officer, area, input))).toEqual({
      kind: "not-allowed",
    });
    const both = await world.signedIn("Both", grants.head, grants.headOfCedar);
    const asked = () => exportPerson(administrator, area, { personId: idOf(both) });
    expect(await refusalOf(asked)).toEqual({ kind: "not-allowed" });
    const stranger = await world.signedIn("Stranger", grants.headOfCedar);
    const unknown = () => exportPerson(administrator, area, { personId: idOf(stranger) });
    expect(await refusalOf(unknown)).toEqual({ kind: "not-found" });
  });

  it("wants the second factor shown in the last quarter of an hour", async () => {
    world.pass(16 * 60_000);
    const asked = () => exportPerson(administrator, area, { personId: idOf(ada) });
    expect(await refusalOf(asked)).toEqual({ kind: "second-factor-stale" });
  });

  it("is not given to a visitor", async () => {
    expect(await refusalOf(() => exportOwn(world.as({ kind: "anonymous" })))).toEqual({
      kind: "sign-in-required",
    });
  });
});

describe("erasing a person", () => {
  const erase = (ctx = administrator, version = 1) =>
    erasePerson(ctx, area, { personId: idOf(ada), version, reason: "Asked to be forgotten" });

  it("leaves the chain whole, the acts by id alone, and no name or address but under a signed agreement", async () => {
    const pair = { subject: personOf(ada), other: personOf(bea) };
    await world.database.write((tx) =>
      record(bea, tx, {
        areaId: places.here,
        entity: "need",
        entityId: "n1",
        entityVersion: 1,
        kind: "leader-named",
        payload: { leader: "Adalovelace", email: pair.subject.email },
      }),
    );
    await plantEverywhere(world.database, pair);
    await endParts(ada);
    await erase();
    const where = await placesOf(world.database, "Adalovelace");
    const addresses = await placesOf(world.database, pair.subject.email);
    const report = await verifyChain(world.database.read);
    keepFigure(
      "audit.erasure",
      `${report.events} events verified after it, ${report.erased} of them without their words; name found in ${where.length} places, address in ${addresses.length}`,
    );
    expect(report.fault).toBeNull();
    expect(report.erased).toBeGreaterThan(0);
    expect(where).toEqual([]);
    expect(addresses).toEqual([]);
    expect(await world.events("person-erased")).toMatchObject([{ entityId: idOf(ada) }]);
  });

  it("deletes and empties what the register says, of that person alone", async () => {
    await plantEverywhere(world.database, { subject: personOf(ada), other: personOf(bea) });
    const count = async (table: string, column: string, id: string) => {
      const { rows } = await world.database.client.execute({
        sql: `SELECT count(*) AS rows FROM "${table}" WHERE "${column}" = ?`,
        args: [id],
      });
      return Number(rows[0]?.["rows"]);
    };
    const deleted = personalTables.filter(({ whenErased }) => whenErased === "deleted");
    const columnOf = (people: Readonly<Record<string, unknown>>) => Object.keys(people)[0] ?? "";
    const owned = deleted.filter(
      ({ people, address }) => columnOf(people) !== "" && address === undefined,
    );
    const before = new Map<string, number>();
    for (const { table, people } of owned) {
      before.set(table, await count(table, columnOf(people), idOf(bea)));
    }
    await endParts(ada);
    await erase();
    for (const { table, people } of owned) {
      expect({ table, rows: await count(table, columnOf(people), idOf(ada)) }).toEqual({
        table,
        rows: 0,
      });
      expect({ table, rows: await count(table, columnOf(people), idOf(bea)) }).toEqual({
        table,
        rows: before.get(table),
      });
    }
    for (const { table, people, whenErased } of personalTables) {
      if (typeof whenErased === "string") continue;
      const { rows } = await world.database.client.execute({
        sql: `SELECT * FROM "${table}" WHERE "${columnOf(people)}" = ?`,
        args: [idOf(ada)],
      });
      for (const column of whenErased.emptied) {
        expect(
          rows.map((row) => row[column]),
          `${table}.${column}`,
        ).toEqual(rows.map(() => ""));
      }
    }
  });

  it("is refused while the person plays a part, is on hold in any area, or was changed meanwhile", async () => {
    expect(await refusalOf(() => erase())).toEqual({ kind: "still-has-a-part" });
    await endParts(ada);
    const subject = { kind: "person", personId: idOf(ada) } as const;
    const { id } = await placeHold(administrator, area, { subject, reason: "A claim" });
    expect(await refusalOf(() => erase())).toEqual({ kind: "on-legal-hold" });
    await releaseHold(administrator, area, { id, reason: "The claim is settled" });
    expect(await refusalOf(() => erase(administrator, 7))).toMatchObject({ kind: "changed-since" });
    await erase();
  });

  it("of an account that was shut ends the roles that it had", async () => {
    await world.database.client.execute({
      sql: "UPDATE people SET deactivated_at = '2026-03-01' WHERE id = ?",
      args: [idOf(ada)],
    });
    await erase();
    const { rows } = await world.database.client.execute({
      sql: "SELECT ended_at FROM role_grants WHERE person_id = ?",
      args: [idOf(ada)],
    });
    expect(rows.map((row) => row["ended_at"])).not.toContain(null);
  });

  it("is for those who answer for the person, with a second factor shown lately", async () => {
    await endParts(ada);
    const officer = await world.signedIn("Officer", grants.officer);
    expect(await refusalOf(() => erase(officer))).toEqual({ kind: "not-allowed" });
    const there = await world.signedIn("There", grants.administratorThere);
    expect(await refusalOf(() => erase(there))).toEqual({ kind: "not-allowed" });
    await erase(world.as(commandLine));
  });

  it("ends the account: nobody signs in with it, and a session that is open is over", async () => {
    const { token } = await world.auth.sessions.start({ personId: idOf(ada) });
    await endParts(ada);
    await erase();
    expect(await world.auth.sessions.read(token)).toBeUndefined();
    const { rows } = await world.database.client.execute({
      sql: "SELECT name, email, password_hash, deactivated_at FROM people WHERE id = ?",
      args: [idOf(ada)],
    });
    expect(rows[0]).toMatchObject({ name: "Erased person", password_hash: null });
    expect(rows[0]?.["deactivated_at"]).not.toBeNull();
  });
});

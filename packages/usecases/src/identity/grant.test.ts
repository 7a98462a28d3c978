import { anonymous, toId, type Grant, type PersonId } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { actorOf } from "./actor.ts";
import { endRole, grantRole } from "./grant.ts";
import { command, grants, minute, openWorld, places, refusalOf, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.drop());

const rightsOf = async (personId: PersonId): Promise<readonly Grant[]> => {
  const actor = await actorOf(world.database.read, { personId, secondFactorAt: 0 });
  return actor.kind === "person" ? actor.grants : [];
};

const grantIdOf = async (name: string, role: string): Promise<string> => {
  const { rows } = await world.database.client.execute({
    sql: "SELECT id FROM role_grants WHERE person_id = ? AND role = ?",
    args: [name.toLowerCase(), role],
  });
  return String(rows[0]?.["id"]);
};

describe("giving a role", () => {
  it("holds at the person's next request, with a new token, and is recorded", async () => {
    const admin = await world.signedIn("Ada", grants.administrator);
    const personId = await world.addPerson("Bea", [grants.head]);
    const { token } = await world.auth.sessions.start({ personId });
    await grantRole(admin, { personId, grant: grants.leader });
    expect(await rightsOf(personId)).toEqual([grants.head, grants.leader]);
    expect((await world.auth.sessions.read(token))?.session.rotationDue).toBe(true);
    expect(await world.events("role-granted")).toMatchObject([
      { actor: "ada", areaId: "here", entityId: "bea", payload: grants.leader },
    ]);
  });

  it("withholds everything from a person until they set up the second factor that it needs", async () => {
    const admin = await world.signedIn("Ada", grants.administrator);
    const personId = await world.addPerson("Bea", [grants.head]);
    await grantRole(admin, { personId, grant: grants.officer });
    expect(await rightsOf(personId)).toEqual([]);
  });

  it("is refused for more than the giver holds", async () => {
    const coordinator = await world.signedIn("Ada", grants.coordinator);
    const personId = await world.addPerson("Bea", [grants.staff]);
    const give = (grant: Grant) => refusalOf(() => grantRole(coordinator, { personId, grant }));
    expect(await give(grants.officer)).toEqual({ kind: "role-not-yours-to-give", role: "officer" });
    expect(await give(grants.headOfBeech)).toMatchObject({ kind: "role-not-yours-to-give" });
    expect(await give(grants.operator)).toMatchObject({ kind: "role-not-yours-to-give" });
    expect(await rightsOf(personId)).toEqual([grants.staff]);
  });

  it("answers alike for people of another area and for nobody", async () => {
    const admin = await world.signedIn("Ada", grants.administrator);
    const theirs = await world.addPerson("Bea", [grants.headOfCedar]);
    const nobody = toId<PersonId>("nobody");
    for (const personId of [theirs, nobody]) {
      const work = () => grantRole(admin, { personId, grant: grants.staff });
      expect(await refusalOf(work)).toEqual({ kind: "not-found" });
    }
  });

  it("answers alike for places of another area, closed ones and none", async () => {
    const admin = await world.signedIn("Ada", grants.administrator);
    const personId = await world.addPerson("Bea", [grants.staff]);
    const elsewhere: readonly Grant[] = [
      { role: "officer", areaId: places.there },
      { role: "officer", areaId: toId("nowhere") },
      { ...grants.coordinator, zoneId: places.south },
      { ...grants.coordinator, zoneId: places.shut },
      { ...grants.coordinator, zoneId: toId("nowhere") },
      { ...grants.staff, urn: places.cedar },
    ];
    for (const grant of elsewhere) {
      expect(await refusalOf(() => grantRole(admin, { personId, grant }))).toEqual({
        kind: "not-found",
      });
    }
  });

  it("is refused when its place is missing, or the person has it already", async () => {
    const admin = await world.signedIn("Ada", grants.administrator);
    const personId = await world.addPerson("Bea", [grants.staff]);
    const give = (grant: Grant) => refusalOf(() => grantRole(admin, { personId, grant }));
    expect(await give({ role: "zone-coordinator", areaId: places.here })).toEqual({
      kind: "invalid-input",
      fields: { zoneId: "missing" },
    });
    expect(await give(grants.staff)).toEqual({ kind: "already-exists", field: "role" });
  });

  it("asks for a second factor shown in the last 15 minutes", async () => {
    const admin = await world.signedIn("Ada", grants.administrator);
    const personId = await world.addPerson("Bea", [grants.staff]);
    world.pass(15 * minute);
    const work = () => grantRole(admin, { personId, grant: grants.leader });
    expect(await refusalOf(work)).toEqual({ kind: "second-factor-stale" });
  });

  it("is nobody's without a session", async () => {
    const personId = await world.addPerson("Bea", [grants.staff]);
    const work = () => grantRole(world.as(anonymous), { personId, grant: grants.leader });
    expect(await refusalOf(work)).toEqual({ kind: "not-found" });
  });

  it("is the command line's for the first operator", async () => {
    const personId = await world.addPerson("Bea");
    await grantRole(world.as(command), { personId, grant: grants.operator });
    expect(await world.events("role-granted")).toMatchObject([{ actor: "command-line" }]);
  });
});

describe("ending a role", () => {
  it("takes it away at the next request, and is recorded", async () => {
    const admin = await world.signedIn("Ada", grants.administrator);
    const personId = await world.addPerson("Bea", [grants.head, grants.leader]);
    const { token } = await world.auth.sessions.start({ personId });
    await endRole(admin, { grantId: await grantIdOf("Bea", "leader") });
    expect(await rightsOf(personId)).toEqual([grants.head]);
    expect((await world.auth.sessions.read(token))?.session.rotationDue).toBe(true);
    expect(await world.events("role-ended")).toMatchObject([
      { actor: "ada", areaId: "here", entityId: "bea", payload: grants.leader },
    ]);
  });

  it("happens once", async () => {
    const admin = await world.signedIn("Ada", grants.administrator);
    await world.addPerson("Bea", [grants.head]);
    const grantId = await grantIdOf("Bea", "head");
    const outcomes = await Promise.allSettled([1, 2].map(() => endRole(admin, { grantId })));
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await world.events("role-ended")).toHaveLength(1);
  });

  it("answers not-found where the actor has no say", async () => {
    const coordinator = await world.signedIn("Ada", grants.coordinator);
    await world.addPerson("Bea", [grants.headOfBeech]);
    await world.addPerson("Cy", [grants.headOfCedar]);
    await world.addPerson("Di", [grants.officer]);
    for (const [name, role] of [
      ["Bea", "head"],
      ["Cy", "head"],
      ["Di", "officer"],
      ["Eve", "head"],
    ] as const) {
      const grantId = await grantIdOf(name, role);
      expect(await refusalOf(() => endRole(coordinator, { grantId }))).toEqual({
        kind: "not-found",
      });
    }
  });

  it("leaves every area an administrator who can sign in", async () => {
    const admin = await world.signedIn("Ada", grants.administrator);
    const grantId = await grantIdOf("Ada", "partnership-administrator");
    const end = () => endRole(admin, { grantId });
    expect(await refusalOf(end)).toEqual({ kind: "last-administrator" });
    await world.addPerson("Bea", [grants.administrator]);
    await world.addPerson("Cy", [grants.administratorThere]);
    await world.database.client.execute(
      "UPDATE people SET deactivated_at = '2026-01-01' WHERE id = 'bea'",
    );
    expect(await refusalOf(end)).toEqual({ kind: "last-administrator" });
    await world.database.client.execute("UPDATE people SET deactivated_at = NULL");
    await end();
  });

  it("leaves one of two administrators when both end each other's role at once", async () => {
    const ada = await world.signedIn("Ada", grants.administrator);
    const bea = await world.signedIn("Bea", grants.administrator);
    const ids = {
      ada: await grantIdOf("Ada", "partnership-administrator"),
      bea: await grantIdOf("Bea", "partnership-administrator"),
    };
    const outcomes = await Promise.allSettled([
      endRole(ada, { grantId: ids.bea }),
      endRole(bea, { grantId: ids.ada }),
    ]);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
  });

  it("leaves the instance an operator", async () => {
    const operator = await world.signedIn("Ada", grants.operator);
    const grantId = await grantIdOf("Ada", "operator");
    expect(await refusalOf(() => endRole(operator, { grantId }))).toEqual({
      kind: "last-administrator",
    });
  });

  it("asks for a second factor shown in the last 15 minutes", async () => {
    const admin = await world.signedIn("Ada", grants.administrator);
    await world.addPerson("Bea", [grants.head]);
    const grantId = await grantIdOf("Bea", "head");
    world.pass(15 * minute);
    expect(await refusalOf(() => endRole(admin, { grantId }))).toEqual({
      kind: "second-factor-stale",
    });
  });
});

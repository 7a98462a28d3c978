import { hashToken } from "@alongside/auth";
import { anonymous, toId, type PersonId } from "@alongside/domain/identity";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { beginExternal } from "./external-begin.ts";
import { requestReset } from "./reset.ts";
import { sweepIdentity } from "./sweep.ts";
import {
  openExternalWorld,
  startServices,
  travelsOf,
  zoe,
  type Services,
} from "./test/external-world.ts";
import { emailOf, from, grants, hour, minute, refusalOf, type World } from "./world.ts";

let services: Services;
let world: World;
let travels: ReturnType<typeof travelsOf>;

beforeAll(async () => {
  services = await startServices();
});
afterAll(() => {
  services.google.close();
  services.dfe.close();
});
beforeEach(async () => {
  world = await openExternalWorld(services);
  travels = travelsOf(world, services.google);
});
afterEach(() => world.drop());

const refused = { kind: "external-sign-in-refused" };

describe("signing in with another service", () => {
  it("opens the account that is linked to it, and says where to go on", async () => {
    await world.addPerson("Ada", [grants.head]);
    await travels.linkTo("Ada");
    const { signedIn, returnTo } = await travels.go(zoe, { returnTo: "/areas/here" });
    expect(returnTo).toBe("/areas/here");
    const ctx = await world.bringing(signedIn?.token);
    expect(ctx.actor).toMatchObject({ personId: "ada", grants: [grants.head] });
    expect((await world.events("signed-in")).at(-1)).toMatchObject({
      actor: "ada",
      payload: { by: "external" },
    });
  });

  it("never goes by an e-mail address, verified or not", async () => {
    await world.addPerson("Ada", [grants.head]);
    for (const email_verified of [true, false]) {
      const person = { sub: "a-stranger", email: emailOf("Ada"), email_verified, name: "Ada" };
      expect(await refusalOf(() => travels.go(person))).toEqual({
        kind: "external-account-unknown",
        provider: "google",
      });
    }
    expect(await world.events("sign-in-failed")).toHaveLength(2);
  });

  it("takes the same subject at another service for somebody else", async () => {
    await world.addPerson("Ada", [grants.head]);
    await travels.linkTo("Ada");
    const organisation = { id: "1", name: "Alder School", urn: "900001" };
    const work = () => travels.go({ ...zoe, organisation }, { by: services.dfe });
    expect(await refusalOf(work)).toMatchObject({ kind: "external-account-unknown" });
  });

  it("tells the organisation that was chosen at DfE Sign-in, which gives no right", async () => {
    await world.addPerson("Ada", [grants.head]);
    const organisation = { id: "2", name: "Beech School", urn: "900002" };
    await travels.linkTo("Ada", { ...zoe, organisation }, services.dfe);
    const { organisationUrn, signedIn } = await travels.go(
      { ...zoe, organisation },
      { by: services.dfe },
    );
    expect(organisationUrn).toBe("900002");
    expect(signedIn?.actor).toMatchObject({ grants: [grants.head] });
  });

  it("still asks for the second factor that a part needs", async () => {
    await world.addPerson("Ada", [grants.officer]);
    const { token } = await world.auth.sessions.start({
      personId: toId<PersonId>("ada"),
      secondFactorAt: world.now(),
    });
    await world.database.client.execute(
      "INSERT INTO second_factors (person_id, sealed_secret, created_at, confirmed_at) VALUES ('ada', 'x', 'x', 'x')",
    );
    await travels.go(zoe, { ctx: await world.bringing(token), purpose: { kind: "link" } });
    const { signedIn } = await travels.go(zoe);
    expect(signedIn?.actor).toMatchObject({ awaits: "second-factor", grants: [] });
  });

  it("does not open a deactivated account", async () => {
    await world.addPerson("Ada", [grants.head]);
    await travels.linkTo("Ada");
    await world.database.client.execute("UPDATE people SET deactivated_at = '2026'");
    expect(await refusalOf(() => travels.go(zoe))).toEqual(refused);
  });

  it("ends the session that the browser brought", async () => {
    await world.addPerson("Ada", [grants.head]);
    await travels.linkTo("Ada");
    const planted = await world.auth.sessions.start({ personId: toId<PersonId>("ada") });
    await travels.go(zoe, { ctx: await world.bringing(planted.token) });
    expect(await world.auth.sessions.read(planted.token)).toBeUndefined();
  });
});

describe("a return from another service is refused", () => {
  beforeEach(async () => {
    await world.addPerson("Ada", [grants.head]);
    await travels.linkTo("Ada");
  });

  const setOut = async () => {
    const { url, token } = await travels.depart();
    return { token, query: services.google.visit(url, zoe) };
  };

  it("in another browser than set out: nobody is signed in to somebody else's account", async () => {
    const { query } = await setOut();
    expect(await refusalOf(() => travels.arrive({ token: undefined, query }))).toEqual(refused);
    const other = await setOut();
    expect(await refusalOf(() => travels.arrive({ token: other.token, query }))).toEqual(refused);
    const made = { token: world.auth.newToken(), query };
    expect(await refusalOf(() => travels.arrive(made))).toEqual(refused);
  });

  it("a second time, also when the first failed", async () => {
    const { token, query } = await setOut();
    await travels.arrive({ token, query });
    expect(await refusalOf(() => travels.arrive({ token, query }))).toEqual(refused);
    const next = await setOut();
    expect(await refusalOf(() => travels.arrive({ token: next.token, query: "?code=x" }))).toEqual(
      refused,
    );
    expect(await refusalOf(() => travels.arrive(next))).toEqual(refused);
  });

  it("of two that come at once", async () => {
    const back = await setOut();
    const outcomes = await Promise.allSettled([travels.arrive(back), travels.arrive(back)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("after ten minutes", async () => {
    const back = await setOut();
    world.pass(10 * minute);
    expect(await refusalOf(() => travels.arrive(back))).toEqual(refused);
  });

  it("at another service's address", async () => {
    const back = await setOut();
    expect(await refusalOf(() => travels.arrive({ ...back, provider: "dfe" }))).toEqual(refused);
  });

  it("with checks that were moved from another sign-in in the database", async () => {
    const [mine, theirs] = [await setOut(), await setOut()];
    await world.database.client.execute({
      sql: `UPDATE external_sign_ins SET sealed_checks =
              (SELECT sealed_checks FROM external_sign_ins WHERE id = ?) WHERE id = ?`,
      args: [hashToken(theirs.token), hashToken(mine.token)],
    });
    const moved = { token: mine.token, query: theirs.query };
    expect(await refusalOf(() => travels.arrive(moved))).toEqual(refused);
    await travels.arrive(theirs);
  });

  it("and recorded with its reason, which is not told", async () => {
    await refusalOf(() => travels.arrive({ token: undefined, query: "" }));
    expect((await world.events("sign-in-failed")).at(-1)).toMatchObject({
      entity: "external-sign-in",
      payload: { reason: "not-under-way", ...from },
    });
  });

  it("ever more slowly for whoever never set out", async () => {
    const made = () => travels.arrive({ token: undefined, query: "?code=x&state=y" });
    for (let i = 0; i < 29; i += 1) expect(await refusalOf(made)).toEqual(refused);
    const failures = (await world.events("sign-in-failed")).length;
    await refusalOf(made);
    expect(await refusalOf(made)).toMatchObject({ kind: "too-many-attempts" });
    expect(await world.events("sign-in-failed")).toHaveLength(failures + 1);
  });

  it("to anywhere but a page of the product", async () => {
    for (const returnTo of ["https://other.example", "//other.example", "/\\other.example"]) {
      expect((await travels.go(zoe, { returnTo })).returnTo).toBe("/");
    }
  });
});

describe("setting out to another service", () => {
  it("leaves nothing in the database that would let anyone come back in its place", async () => {
    const { url, token } = await travels.depart();
    const { rows } = await world.database.client.execute("SELECT * FROM external_sign_ins");
    const stored = JSON.stringify(rows);
    const asked = new URL(url).searchParams;
    for (const secret of [token, asked.get("state") ?? "x", asked.get("nonce") ?? "x"]) {
      expect(stored).not.toContain(secret);
    }
  });

  it("is refused for one that is not configured, and slowed for whoever does nothing else", async () => {
    const unknown = () =>
      beginExternal(world.as(anonymous), {
        provider: "unknown",
        purpose: { kind: "sign-in" },
        address: "198.51.100.1",
      });
    expect(await refusalOf(unknown)).toEqual({ kind: "not-found" });
    for (let i = 0; i < 30; i += 1) await travels.depart();
    expect(await refusalOf(() => travels.depart())).toMatchObject({ kind: "too-many-attempts" });
  });

  it("is forgotten when nobody comes back, with all else that has run out", async () => {
    await travels.depart();
    await requestReset(world.as(anonymous), { email: "a@b.example", address: "198.51.100.1" });
    await world.auth.sessions.start({ personId: await world.addPerson("Bea") });
    world.pass(31 * 24 * hour);
    expect(await sweepIdentity(world.as(anonymous))).toBe(6);
    for (const table of ["external_sign_ins", "password_resets", "sessions", "attempts"]) {
      const { rows } = await world.database.client.execute(`SELECT * FROM ${table}`);
      expect(rows, table).toHaveLength(0);
    }
  });
});

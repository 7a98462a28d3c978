import { anonymous } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signIn, type Credentials } from "./sign-in.ts";
import {
  emailOf,
  from,
  hour,
  minute,
  openWorld,
  password,
  refusalOf,
  type World,
} from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.addPerson("Ada");
});
afterEach(() => world.drop());

const enter = (input: Partial<Credentials>) =>
  signIn(world.as(anonymous), { email: emailOf("Ada"), password, ...from, ...input });

const deactivate = (name: string) =>
  world.database.client.execute({
    sql: "UPDATE people SET deactivated_at = '2026-03-01T00:00:00Z' WHERE name = ?",
    args: [name],
  });

const refusals = async (count: number, input: (i: number) => Partial<Credentials>) => {
  const kinds: string[] = [];
  for (let i = 0; i < count; i += 1) {
    kinds.push((await refusalOf(() => enter({ password: "wrong", ...input(i) }))).kind);
  }
  return kinds;
};

describe("signing in", () => {
  it("opens a session for the right password", async () => {
    const { token, session } = await enter({});
    expect((await world.auth.sessions.read(token))?.session.id).toBe(session.id);
    const [event] = await world.events("signed-in");
    expect(event).toMatchObject({
      actor: "ada",
      entityId: "ada",
      payload: { by: "password", session: session.id, ...from },
    });
  });

  it("takes the address in any case and with space around it", async () => {
    await expect(enter({ email: "  ADA@Alder.Example " })).resolves.toHaveProperty("token");
  });

  it("ends the session that the browser brought", async () => {
    const planted = await enter({});
    const ctx = await world.bringing(planted.token);
    const own = await signIn(ctx, { email: emailOf("Ada"), password, ...from });
    expect(await world.auth.sessions.read(planted.token)).toBeUndefined();
    expect(await world.auth.sessions.read(own.token)).toBeDefined();
  });

  it("answers alike for an unknown account, a wrong password, no password and a deactivated account", async () => {
    await world.addPerson("Bea");
    await deactivate("Bea");
    await world.addPerson("Cy");
    await world.database.client.execute("UPDATE people SET password_hash = NULL WHERE id = 'cy'");
    const answers = [
      await refusalOf(() => enter({ email: "nobody@alder.example" })),
      await refusalOf(() => enter({ password: "wrong" })),
      await refusalOf(() => enter({ email: emailOf("Bea") })),
      await refusalOf(() => enter({ email: emailOf("Cy"), password: "" })),
    ];
    expect(answers).toEqual(answers.map(() => ({ kind: "sign-in-refused" })));
  });

  it("records a failure with the person it was about, or with a hash when there is none, and never what was typed", async () => {
    await refusalOf(() => enter({ password: "my secret guess" }));
    await refusalOf(() => enter({ email: "typed-my-password-here" }));
    const [known, unknown] = await world.events("sign-in-failed");
    expect(known).toMatchObject({ actor: "anonymous", entity: "person", entityId: "ada" });
    expect(unknown).toMatchObject({ entity: "account" });
    const everything = JSON.stringify(await world.events());
    expect(everything).not.toContain("my secret guess");
    expect(everything).not.toContain("typed-my-password-here");
  });
});

describe("the throttle of an account", { timeout: 60_000 }, () => {
  it.each(["Ada", "nobody"])("makes the sixth attempt wait, known or not: %s", async (name) => {
    const kinds = await refusals(6, (i) => ({ email: emailOf(name), address: `198.51.100.${i}` }));
    expect(kinds).toEqual([...Array<string>(5).fill("sign-in-refused"), "too-many-attempts"]);
  });

  it("also refuses the right password while it lasts, then lets it in and forgets", async () => {
    await refusals(5, () => ({}));
    expect(await refusalOf(() => enter({}))).toEqual({
      kind: "too-many-attempts",
      retryAfterSeconds: 15,
    });
    world.pass(15_000);
    await enter({});
    expect(await refusals(4, () => ({}))).toEqual(Array<string>(4).fill("sign-in-refused"));
  });

  it("doubles the wait up to a quarter of an hour", async () => {
    await refusals(5, () => ({}));
    const waits: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      const refusal = await refusalOf(() => enter({ password: "wrong" }));
      const seconds = refusal.kind === "too-many-attempts" ? refusal.retryAfterSeconds : 0;
      waits.push(seconds);
      world.pass(seconds * 1000);
      await refusals(1, (n) => ({ address: `198.51.100.${i}${n}` }));
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it("lets no more than five of a hundred guesses through that come at once", async () => {
    const kinds = await Promise.all(
      Array.from({ length: 100 }, async (_, i) => {
        const guess = () => enter({ password: `guess ${i}`, address: `198.51.100.${i}` });
        return (await refusalOf(guess)).kind;
      }),
    );
    expect(kinds.filter((kind) => kind === "sign-in-refused")).toHaveLength(5);
  });

  it("is forgotten after a day", async () => {
    await refusals(4, () => ({}));
    world.pass(24 * hour);
    expect(await refusals(5, () => ({}))).toEqual(Array<string>(5).fill("sign-in-refused"));
  });
});

describe("the throttle of an address", { timeout: 60_000 }, () => {
  it("makes one that tries many accounts wait, and no other", async () => {
    const kinds = await refusals(31, (i) => ({ email: `p${i}@alder.example` }));
    expect(kinds.filter((kind) => kind === "sign-in-refused")).toHaveLength(30);
    expect(kinds.at(-1)).toBe("too-many-attempts");
    await expect(enter({ address: "198.51.100.1" })).resolves.toHaveProperty("token");
  });

  it("counts all addresses of one IPv6 network as one", async () => {
    const address = (i: number) => `2001:db8:1:2:${i}::${i}`;
    const kinds = await refusals(31, (i) => ({
      email: `p${i}@a.example`,
      address: address(i + 1),
    }));
    expect(kinds.at(-1)).toBe("too-many-attempts");
  });

  it("does not count those who get in", async () => {
    for (let i = 0; i < 40; i += 1) await enter({});
    expect(await refusals(1, () => ({}))).toEqual(["sign-in-refused"]);
    world.pass(minute);
  });
});

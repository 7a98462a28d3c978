import { anonymous } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changePassword, openReset, requestReset, resetPassword } from "./reset.ts";
import { signIn } from "./sign-in.ts";
import {
  emailOf,
  from,
  grants,
  hour,
  openWorld,
  password,
  refusalOf,
  type World,
} from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.addPerson("Ada", [grants.head]);
});
afterEach(() => world.drop());

const good = "violetgravelhymn";
const { address } = from;
const ask = (email: string, where = address) =>
  requestReset(world.as(anonymous), { email, address: where });
const lastToken = async (): Promise<string> => (await world.mails()).at(-1)?.token ?? "";
const enter = (text: string) =>
  signIn(world.as(anonymous), { email: emailOf("Ada"), password: text, ...from });
const reset = (token: string, text = good) =>
  resetPassword(world.as(anonymous), { token, password: text });

describe("a forgotten password", () => {
  it("is set anew by a mailed link, once, and ends every session", async () => {
    const { token: device } = await enter(password);
    await ask("ADA@alder.example");
    const token = await lastToken();
    expect(await openReset(world.as(anonymous), { token })).toEqual({ email: emailOf("Ada") });
    await reset(token);
    expect(await world.auth.sessions.read(device)).toBeUndefined();
    expect(await refusalOf(() => enter(password))).toEqual({ kind: "sign-in-refused" });
    await enter(good);
    expect(await refusalOf(() => reset(token))).toEqual({ kind: "link-closed", reason: "used" });
    expect((await world.mails()).map(({ template }) => template)).toEqual([
      "password-reset",
      "password-changed",
    ]);
    expect(await world.events("password-changed")).toMatchObject([{ actor: "ada" }]);
  });

  it("is set by one of two that come at once", async () => {
    await ask(emailOf("Ada"));
    const token = await lastToken();
    const outcomes = await Promise.allSettled([reset(token), reset(token, "anothergoodhymn")]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("has a link for an hour, stored as a hash and sealed in the mail", async () => {
    await ask(emailOf("Ada"));
    const token = await lastToken();
    for (const table of ["password_resets", "outbox_mails", "events"]) {
      const { rows } = await world.database.client.execute(`SELECT * FROM ${table}`);
      expect(JSON.stringify(rows), table).not.toContain(token);
    }
    world.pass(hour);
    const closed = { kind: "link-closed", reason: "expired" };
    expect(await refusalOf(() => openReset(world.as(anonymous), { token }))).toEqual(closed);
    expect(await refusalOf(() => reset(token))).toEqual(closed);
  });

  it("uses up all links that were asked for", async () => {
    await ask(emailOf("Ada"));
    const first = await lastToken();
    await ask(emailOf("Ada"));
    await reset(await lastToken());
    expect(await refusalOf(() => reset(first))).toEqual({ kind: "link-closed", reason: "used" });
  });

  it("may not be weak, and a refused one does not use the link", async () => {
    await ask(emailOf("Ada"));
    const token = await lastToken();
    expect(await refusalOf(() => reset(token, "short"))).toMatchObject({ fault: "too-short" });
    for (const weak of ["Northfield2026", "Alder School 1", "password1234"]) {
      expect(await refusalOf(() => reset(token, weak)), weak).toMatchObject({
        fault: "easy-to-guess",
      });
    }
    await reset(token);
  });

  it("lets in whom somebody else's guesses had shut out", async () => {
    for (let i = 0; i < 5; i += 1) await refusalOf(() => enter("wrong"));
    expect(await refusalOf(() => enter(password))).toMatchObject({ kind: "too-many-attempts" });
    await ask(emailOf("Ada"));
    await reset(await lastToken());
    await enter(good);
  });
});

describe("asking for a reset", () => {
  const stored = async () => {
    const { rows } = await world.database.client.execute(
      `SELECT (SELECT count(*) FROM password_resets) resets, (SELECT count(*) FROM outbox_mails) mails,
              (SELECT count(*) FROM events) events, (SELECT count(*) FROM attempts) attempts`,
    );
    return rows.map((row) => ({ ...row }))[0];
  };

  it("answers and writes alike for a known, an unknown and a deactivated account", async () => {
    await world.addPerson("Bea");
    await world.database.client.execute(
      "UPDATE people SET deactivated_at = '2026' WHERE id = 'bea'",
    );
    const answers: unknown[] = [];
    const writes: unknown[] = [];
    for (const [i, name] of ["Ada", "nobody", "Bea"].entries()) {
      answers.push(await ask(emailOf(name), `198.51.100.${i}`));
      writes.push(await stored());
    }
    expect(answers).toEqual([undefined, undefined, undefined]);
    expect(writes).toEqual(
      [1, 2, 3].map((n) => ({ resets: n, mails: n, events: n, attempts: 2 * n })),
    );
    expect((await world.mails()).map(({ template }) => template)).toEqual([
      "password-reset",
      "no-account",
      "no-account",
    ]);
  });

  it("leaves a link that opens nothing where there is no account", async () => {
    await ask("nobody@alder.example");
    const [mail] = await world.mails();
    expect(mail?.content).toEqual({});
  });

  it.each(["Ada", "nobody"])("sends three mails, then one after ten minutes: %s", async (name) => {
    for (let i = 0; i < 3; i += 1) await ask(emailOf(name), `198.51.100.${i}`);
    expect(await refusalOf(() => ask(emailOf(name)))).toEqual({
      kind: "too-many-attempts",
      retryAfterSeconds: 600,
    });
    world.pass(600_000);
    await ask(emailOf(name));
    expect(await world.mails()).toHaveLength(4);
  });

  it("is throttled by where it comes from", { timeout: 30_000 }, async () => {
    for (let i = 0; i < 30; i += 1) await ask(`p${i}@alder.example`);
    expect(await refusalOf(() => ask("p31@alder.example"))).toMatchObject({
      kind: "too-many-attempts",
    });
  });

  it("refuses what is no address", async () => {
    expect(await refusalOf(() => ask("a\nBcc: b@c.example"))).toMatchObject({
      kind: "invalid-input",
    });
  });
});

describe("changing one's password", () => {
  it("takes the current one, and signs out all other devices", async () => {
    const other = await enter(password);
    const own = await enter(password);
    const ctx = await world.bringing(own.token);
    await changePassword(ctx, { current: password, password: good });
    expect(await world.auth.sessions.read(other.token)).toBeUndefined();
    expect(await world.auth.sessions.read(own.token)).toBeDefined();
    await enter(good);
  });

  it("refuses a wrong current one, and after five makes it wait", async () => {
    const ctx = await world.bringing((await enter(password)).token);
    const change = () => changePassword(ctx, { current: "wrong", password: good });
    for (let i = 0; i < 5; i += 1) {
      expect(await refusalOf(change)).toEqual({ kind: "sign-in-refused" });
    }
    expect(await refusalOf(change)).toMatchObject({ kind: "too-many-attempts" });
  });

  it("refuses a weak one, and anybody who is not signed in", async () => {
    const ctx = await world.bringing((await enter(password)).token);
    const weak = () => changePassword(ctx, { current: password, password: "Northfield2026" });
    expect(await refusalOf(weak)).toMatchObject({ kind: "password-refused" });
    const nobody = () => changePassword(world.as(anonymous), { current: password, password: good });
    expect(await refusalOf(nobody)).toEqual({ kind: "sign-in-required" });
  });
});

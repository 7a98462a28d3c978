import { codeAt } from "@alongside/auth";
import { anonymous } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { IdentityContext } from "./context.ts";
import { listDevices } from "./device.ts";
import { invitePerson } from "./invite.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  proveSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  secondFactorState,
} from "./second-factor.ts";
import { signIn } from "./sign-in.ts";
import {
  emailOf,
  from,
  grants,
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
});
afterEach(() => world.drop());

const enter = async (name = "Ada") => {
  const signedIn = await signIn(world.as(anonymous), { email: emailOf(name), password, ...from });
  return world.bringing(signedIn.token);
};

const enrol = async (ctx: IdentityContext) => {
  const { secret } = await beginSecondFactor(ctx);
  const confirmed = await confirmSecondFactor(ctx, { code: codeAt(secret, world.now()) });
  world.pass(minute);
  return { secret, ...confirmed, ctx: await world.bringing(confirmed.token) };
};

const wrong = { kind: "second-factor-refused" };

describe("setting up a second factor", () => {
  it("opens the parts that need it, by a first code, with a new token", async () => {
    await world.addPerson("Ada", [grants.officer]);
    const before = await enter();
    expect(before.actor).toMatchObject({ awaits: "enrolment", grants: [] });
    const { token, recoveryCodes, actor } = await enrol(before);
    expect(actor).toMatchObject({ grants: [grants.officer] });
    expect(recoveryCodes).toHaveLength(10);
    expect((await world.bringing(token)).actor).toMatchObject({ grants: [grants.officer] });
    const { rows } = await world.database.client.execute("SELECT * FROM sessions");
    expect(rows).toHaveLength(1);
    expect(rows[0]?.["id"]).not.toBe(before.sessionId);
  });

  it("is all that a session that owes it may do", async () => {
    await world.addPerson("Ada", [grants.administrator]);
    const ctx = await enter();
    expect(await refusalOf(() => listDevices(ctx))).toEqual({ kind: "second-factor-needed" });
    const invite = () => invitePerson(ctx, { email: "zoe@alder.example", grant: grants.head });
    expect(await refusalOf(invite)).toEqual({ kind: "not-found" });
    expect(await secondFactorState(ctx)).toEqual({
      isSet: false,
      isNeeded: true,
      recoveryCodesLeft: 0,
    });
  });

  it("does not count before its first code is shown", async () => {
    await world.addPerson("Ada", [grants.officer]);
    const ctx = await enter();
    const { secret } = await beginSecondFactor(ctx);
    expect((await enter()).actor).toMatchObject({ awaits: "enrolment" });
    const code = codeAt(secret, world.now());
    expect(await refusalOf(() => proveSecondFactor(ctx, { code }))).toEqual(wrong);
    const other = code === "000000" ? "000001" : "000000";
    expect(await refusalOf(() => confirmSecondFactor(ctx, { code: other }))).toEqual(wrong);
    expect((await enter()).actor).toMatchObject({ awaits: "enrolment" });
  });

  it("starts anew with a new secret until then, and not at all once there is one", async () => {
    await world.addPerson("Ada", [grants.officer]);
    const ctx = await enter();
    const first = await beginSecondFactor(ctx);
    await beginSecondFactor(ctx);
    const stale = () => confirmSecondFactor(ctx, { code: codeAt(first.secret, world.now()) });
    expect(await refusalOf(stale)).toEqual(wrong);
    const enrolled = await enrol(ctx);
    expect(await refusalOf(() => beginSecondFactor(enrolled.ctx))).toEqual({
      kind: "already-exists",
      field: "secondFactor",
    });
    const onlyPassword = await enter();
    expect(await refusalOf(() => beginSecondFactor(onlyPassword))).toMatchObject({
      kind: "already-exists",
    });
  });

  it("is told to its owner by mail, recorded, and readable by nobody who holds only the database", async () => {
    await world.addPerson("Ada", [grants.officer]);
    const { secret, recoveryCodes } = await enrol(await enter());
    expect(await world.mails()).toMatchObject([
      { template: "second-factor-added", recipient: emailOf("Ada") },
    ]);
    expect(await world.events("second-factor-added")).toMatchObject([{ actor: "ada" }]);
    for (const table of ["second_factors", "recovery_codes", "events", "outbox_mails"]) {
      const { rows } = await world.database.client.execute(`SELECT * FROM ${table}`);
      const text = JSON.stringify(rows);
      expect(text, table).not.toContain(secret);
      for (const code of recoveryCodes) expect(text, table).not.toContain(code.replace("-", ""));
    }
  });

  it("may be done by those who need none, and is then asked of them too", async () => {
    await world.addPerson("Ada", [grants.head]);
    const ctx = await enter();
    expect(ctx.actor).toMatchObject({ grants: [grants.head] });
    await enrol(ctx);
    expect((await enter()).actor).toMatchObject({ awaits: "second-factor", grants: [] });
  });
});

describe("showing the second factor", () => {
  const enrolled = async () => {
    await world.addPerson("Ada", [grants.officer]);
    return enrol(await enter());
  };

  it("opens the session by a code of the authenticator", async () => {
    const { secret } = await enrolled();
    const ctx = await enter();
    expect(ctx.actor).toMatchObject({ awaits: "second-factor", grants: [] });
    const proved = await proveSecondFactor(ctx, { code: codeAt(secret, world.now()) });
    expect(proved.actor).toMatchObject({ grants: [grants.officer] });
    expect((await world.bringing(proved.token)).actor).toMatchObject({ grants: [grants.officer] });
    expect(await world.events("second-factor-shown")).toMatchObject([
      { payload: { by: "authenticator" } },
    ]);
  });

  it("takes each code once, whichever session shows it, and none before it", async () => {
    const { secret } = await enrolled();
    const [one, two] = [await enter(), await enter()];
    const code = codeAt(secret, world.now());
    await proveSecondFactor(one, { code });
    expect(await refusalOf(() => proveSecondFactor(two, { code }))).toEqual(wrong);
    const before = codeAt(secret, world.now() - 30_000);
    expect(await refusalOf(() => proveSecondFactor(two, { code: before }))).toEqual(wrong);
    const next = codeAt(secret, world.now() + 30_000);
    await proveSecondFactor(two, { code: next });
  });

  it("takes a code once when two sessions show it at the same time", async () => {
    const { secret } = await enrolled();
    const contexts = [await enter(), await enter()];
    const code = codeAt(secret, world.now());
    const outcomes = await Promise.allSettled(
      contexts.map((ctx) => proveSecondFactor(ctx, { code })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("does not take the code that set it up", async () => {
    await world.addPerson("Ada", [grants.officer]);
    const ctx = await enter();
    const { secret } = await beginSecondFactor(ctx);
    const code = codeAt(secret, world.now());
    await confirmSecondFactor(ctx, { code });
    const again = await enter();
    expect(await refusalOf(() => proveSecondFactor(again, { code }))).toEqual(wrong);
  });

  it("takes each recovery code once", async () => {
    const { recoveryCodes } = await enrolled();
    const [code = ""] = recoveryCodes;
    const proved = await proveSecondFactor(await enter(), { code: code.toUpperCase() });
    expect(proved.actor).toMatchObject({ grants: [grants.officer] });
    const again = await enter();
    expect(await refusalOf(() => proveSecondFactor(again, { code }))).toEqual(wrong);
    expect((await secondFactorState(again)).recoveryCodesLeft).toBe(9);
  });

  it("takes nobody else's recovery code or code", async () => {
    const { recoveryCodes, secret } = await enrolled();
    await world.addPerson("Bea", [grants.officer]);
    await enrol(await enter("Bea"));
    const bea = await enter("Bea");
    for (const code of [recoveryCodes[0] ?? "", codeAt(secret, world.now())]) {
      expect(await refusalOf(() => proveSecondFactor(bea, { code }))).toEqual(wrong);
    }
  });

  it("makes whoever guesses wait after five, also for the right code, and records each", async () => {
    const { secret } = await enrolled();
    const ctx = await enter();
    const guesses = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const refusal = await refusalOf(() => proveSecondFactor(ctx, { code: "22222-22222" }));
        return refusal.kind;
      }),
    );
    expect(guesses.filter((kind) => kind === "second-factor-refused")).toHaveLength(5);
    const right = () => proveSecondFactor(ctx, { code: codeAt(secret, world.now()) });
    expect(await refusalOf(right)).toEqual({ kind: "too-many-attempts", retryAfterSeconds: 30 });
    expect(await world.events("second-factor-failed")).toHaveLength(5);
    world.pass(30_000);
    await right();
  });

  it("does not open with a secret moved from another row, or sealed with another key", async () => {
    const { secret } = await enrolled();
    await world.addPerson("Bea", [grants.officer]);
    await enrol(await enter("Bea"));
    await world.database.client.execute(
      `UPDATE second_factors SET sealed_secret =
         (SELECT sealed_secret FROM second_factors WHERE person_id = 'ada') WHERE person_id = 'bea'`,
    );
    const bea = await enter("Bea");
    const code = codeAt(secret, world.now());
    expect(await refusalOf(() => proveSecondFactor(bea, { code }))).toEqual(wrong);
  });

  it("is nobody's without a session", async () => {
    const ctx = world.as(anonymous);
    const code = "123456";
    for (const work of [
      () => beginSecondFactor(ctx),
      () => confirmSecondFactor(ctx, { code }),
      () => proveSecondFactor(ctx, { code }),
    ]) {
      expect(await refusalOf(work)).toEqual({ kind: "sign-in-required" });
    }
  });
});

describe("the second factor later on", () => {
  it("is asked again after 15 minutes, and counts anew once shown", async () => {
    await world.addPerson("Ada", [grants.administrator]);
    const { ctx, secret } = await enrol(await enter());
    const invite = (by: IdentityContext, email: string) => () =>
      invitePerson(by, { email, grant: grants.head });
    await invite(ctx, "zoe@alder.example")();
    world.pass(15 * minute);
    expect(await refusalOf(invite(ctx, "yan@alder.example"))).toEqual({
      kind: "second-factor-stale",
    });
    const proved = await proveSecondFactor(ctx, { code: codeAt(secret, world.now()) });
    await invite(await world.bringing(proved.token), "yan@alder.example")();
  });

  it("gives ten new recovery codes in place of the old ones", async () => {
    await world.addPerson("Ada", [grants.officer]);
    const { ctx, recoveryCodes } = await enrol(await enter());
    const fresh = await renewRecoveryCodes(ctx);
    expect(fresh).toHaveLength(10);
    const again = await enter();
    const old = () => proveSecondFactor(again, { code: recoveryCodes[0] ?? "" });
    expect(await refusalOf(old)).toEqual(wrong);
    await proveSecondFactor(again, { code: fresh[0] ?? "" });
  });

  it("is removed by its owner, who then owes a new one, and signs out all other devices", async () => {
    await world.addPerson("Ada", [grants.officer]);
    const { ctx, token } = await enrol(await enter());
    await enter();
    await removeSecondFactor(ctx);
    expect((await world.bringing(token)).actor).toMatchObject({ awaits: "enrolment", grants: [] });
    const { rows } = await world.database.client.execute("SELECT * FROM sessions");
    expect(rows).toHaveLength(1);
    expect((await world.mails()).at(-1)).toMatchObject({ template: "second-factor-removed" });
  });

  it("is not removed, nor are codes renewed, by a session that showed it long ago or never", async () => {
    await world.addPerson("Ada", [grants.officer]);
    const { ctx } = await enrol(await enter());
    const onlyPassword = await enter();
    world.pass(hour / 2);
    for (const work of [removeSecondFactor, renewRecoveryCodes]) {
      expect(await refusalOf(async () => work(ctx))).toEqual({ kind: "second-factor-stale" });
      expect(await refusalOf(async () => work(onlyPassword))).toEqual({
        kind: "second-factor-needed",
      });
    }
  });
});

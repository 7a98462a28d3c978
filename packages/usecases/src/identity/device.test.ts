import { anonymous } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { endDevice, listDevices, signOut, signOutEverywhere } from "./device.ts";
import { signIn } from "./sign-in.ts";
import { emailOf, from, minute, openWorld, password, refusalOf, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.addPerson("Ada");
  await world.addPerson("Bea");
});
afterEach(() => world.drop());

const enter = (name: string, userAgent = from.userAgent) =>
  signIn(world.as(anonymous), { email: emailOf(name), password, ...from, userAgent });

describe("a person's devices", () => {
  it("are listed with the one that asks marked, and nobody else's", async () => {
    const phone = await enter("Ada", "Mozilla/5.0 (iPhone) Version/18.0 Safari/604.1");
    world.pass(minute);
    const desk = await enter("Ada");
    await enter("Bea");
    const devices = await listDevices(await world.bringing(desk.token));
    expect(devices.map(({ name, isThis }) => [name, isThis])).toEqual([
      ["Firefox on Windows", true],
      ["Safari on iPhone", false],
    ]);
    expect(JSON.stringify(devices)).not.toContain(phone.token);
  });

  it("are signed out one by one, and it is recorded", async () => {
    const phone = await enter("Ada");
    const desk = await enter("Ada");
    await endDevice(await world.bringing(desk.token), { id: phone.session.id });
    expect(await world.auth.sessions.read(phone.token)).toBeUndefined();
    expect(await world.events("device-signed-out")).toMatchObject([
      { actor: "ada", payload: { session: phone.session.id } },
    ]);
  });

  it("of somebody else answer as if they did not exist", async () => {
    const ada = await enter("Ada");
    const bea = await enter("Bea");
    const ctx = await world.bringing(ada.token);
    const theirs = await refusalOf(() => endDevice(ctx, { id: bea.session.id }));
    const none = await refusalOf(() => endDevice(ctx, { id: "0".repeat(64) }));
    expect(theirs).toEqual(none);
    expect(theirs).toEqual({ kind: "not-found" });
    expect(await world.auth.sessions.read(bea.token)).toBeDefined();
  });

  it("are signed out all at once", async () => {
    const phone = await enter("Ada");
    const desk = await enter("Ada");
    const bea = await enter("Bea");
    expect(await signOutEverywhere(await world.bringing(desk.token))).toBe(2);
    expect(await world.auth.sessions.read(phone.token)).toBeUndefined();
    expect(await world.auth.sessions.read(desk.token)).toBeUndefined();
    expect(await world.auth.sessions.read(bea.token)).toBeDefined();
    expect(await world.events("signed-out-everywhere")).toMatchObject([
      { payload: { sessions: 2 } },
    ]);
  });

  it("sign out alone", async () => {
    const phone = await enter("Ada");
    const desk = await enter("Ada");
    await signOut(await world.bringing(desk.token));
    expect(await world.auth.sessions.read(desk.token)).toBeUndefined();
    expect(await world.auth.sessions.read(phone.token)).toBeDefined();
    expect(await world.events("signed-out")).toHaveLength(1);
  });

  it("are nobody's business without a session", async () => {
    for (const work of [listDevices, signOut, signOutEverywhere]) {
      expect(await refusalOf(() => work(world.as(anonymous)))).toEqual({
        kind: "sign-in-required",
      });
    }
  });
});

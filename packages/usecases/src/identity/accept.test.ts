import { anonymous, type Grant } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acceptInvitation, joinByInvitation, openInvitation } from "./accept.ts";
import { invitePerson } from "./invite.ts";
import type { IdentityContext } from "./context.ts";
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
let admin: IdentityContext;
beforeEach(async () => {
  world = await openWorld();
  admin = await world.signedIn("Ada", grants.administrator);
});
afterEach(() => world.drop());

const newcomer = "zoe@alder.example";
const good = "violetgravelhymn";

const lastToken = async (): Promise<string> => (await world.mails()).at(-1)?.token ?? "";

const invite = async (grant: Grant = grants.head, email = newcomer) => {
  const { id } = await invitePerson(admin, { email, name: "Zoë", grant });
  return { id, token: await lastToken() };
};

const accept = (token: string, input: Partial<{ name: string; password: string }> = {}) =>
  acceptInvitation(world.as(anonymous), {
    token,
    name: "Zoë O'Brien",
    password: good,
    ...from,
    ...input,
  });

describe("an invitation", () => {
  it("makes an account for its address with its part, and signs in", async () => {
    const { token } = await invite();
    const signedIn = await accept(token);
    const ctx = await world.bringing(signedIn.token);
    expect(ctx.actor).toMatchObject({ name: "Zoë O'Brien", grants: [grants.head] });
    const again = await signIn(world.as(anonymous), { email: newcomer, password: good, ...from });
    expect(again.actor).toMatchObject({ name: "Zoë O'Brien" });
    const kinds = (await world.events()).map(({ kind }) => kind);
    expect(kinds).toEqual([
      "person-invited",
      "account-made",
      "role-granted",
      "invitation-accepted",
      "signed-in",
      "signed-in",
    ]);
  });

  it("is mailed to its address with a sealed link, and stored without it", async () => {
    const { token } = await invite();
    const [mail] = await world.mails();
    expect(mail).toMatchObject({
      template: "invitation",
      recipient: newcomer,
      content: {
        name: "Zoë",
        invitedBy: "Ada",
        role: "head",
        area: "Northfield Partnership",
        place: "Alder School",
        until: "2026-03-16",
      },
    });
    for (const table of ["invitations", "outbox_mails", "events"]) {
      const { rows } = await world.database.client.execute(`SELECT * FROM ${table}`);
      expect(JSON.stringify(rows), table).not.toContain(token);
    }
  });

  it("is not used by opening it", async () => {
    const { token } = await invite();
    for (let i = 0; i < 3; i += 1) {
      expect(await openInvitation(world.as(anonymous), { token })).toEqual({
        email: newcomer,
        name: "Zoë",
        invitedBy: "Ada",
        grant: grants.head,
        areaName: "Northfield Partnership",
        zoneName: null,
        schoolName: "Alder School",
        organisationName: null,
        hasAccount: false,
        expiresAt: world.now() + 14 * 24 * hour,
      });
    }
    await accept(token);
  });

  it("is used once, also when two use it at the same time", async () => {
    const { token } = await invite();
    const outcomes = await Promise.allSettled([accept(token), accept(token)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await refusalOf(() => accept(token))).toEqual({ kind: "link-closed", reason: "used" });
    const { rows } = await world.database.client.execute(
      "SELECT * FROM role_grants WHERE role = 'head'",
    );
    expect(rows).toHaveLength(1);
  });

  it("runs out after 14 days", async () => {
    const { token } = await invite();
    world.pass(14 * 24 * hour - 1);
    await openInvitation(world.as(anonymous), { token });
    world.pass(1);
    const closed = { kind: "link-closed", reason: "expired" };
    expect(await refusalOf(() => openInvitation(world.as(anonymous), { token }))).toEqual(closed);
    expect(await refusalOf(() => accept(token))).toEqual(closed);
  });

  it("opens nothing with an unknown link, or with its own id or hash", async () => {
    const { id } = await invite();
    const { rows } = await world.database.client.execute("SELECT token_hash FROM invitations");
    for (const token of [id, String(rows[0]?.["token_hash"]), "A".repeat(34), "", "'"]) {
      expect(await refusalOf(() => accept(token))).toEqual({
        kind: "link-closed",
        reason: "unknown",
      });
    }
  });

  it("takes no weak password and no empty name, and is not used by them", async () => {
    const { token } = await invite();
    const refusal = (input: Parameters<typeof accept>[1]) => refusalOf(() => accept(token, input));
    for (const weak of ["Northfield2026", "AlderSchool12", "Zoe OBrien 1"]) {
      expect(await refusal({ password: weak }), weak).toMatchObject({ kind: "password-refused" });
    }
    expect(await refusal({ password: "short" })).toEqual({
      kind: "password-refused",
      fault: "too-short",
    });
    expect(await refusal({ name: " \n " })).toEqual({
      kind: "invalid-input",
      fields: { name: "missing" },
    });
    await accept(token);
  });

  it("takes names of any shape", async () => {
    for (const [i, name] of ["O'Brien", "Jan de Souza", "Zoë", "Ng", "佐藤"].entries()) {
      const { token } = await invite(grants.staff, `p${i}@alder.example`);
      expect((await accept(token, { name: ` ${name}  ` })).actor).toMatchObject({ name });
    }
  });
});

describe("an invitation to an address that has an account", () => {
  it("is accepted by that account alone, and never sets its password", async () => {
    await world.addPerson("Bea", [grants.headOfCedar]);
    const { token } = await invite(grants.leader, emailOf("Bea"));
    expect((await openInvitation(world.as(anonymous), { token })).hasAccount).toBe(true);
    expect(await refusalOf(() => accept(token))).toEqual({ kind: "sign-in-as-invited" });
    expect(await refusalOf(() => joinByInvitation(admin, { token }))).toEqual({
      kind: "sign-in-as-invited",
    });
    expect(await refusalOf(() => joinByInvitation(world.as(anonymous), { token }))).toEqual({
      kind: "sign-in-required",
    });
    const bea = await signIn(world.as(anonymous), { email: emailOf("Bea"), password, ...from });
    await joinByInvitation(await world.bringing(bea.token), { token });
    const ctx = await world.bringing(bea.token);
    expect(ctx.actor).toMatchObject({ grants: [grants.headOfCedar, grants.leader] });
  });

  it("answers the inviter as for any other address", async () => {
    await world.addPerson("Bea", [grants.headOfCedar]);
    const known = await invitePerson(admin, { email: emailOf("Bea"), grant: grants.leader });
    const unknown = await invitePerson(admin, { email: newcomer, grant: grants.leader });
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    const [one, other] = await world.mails();
    expect(Object.keys(one?.content ?? {})).toEqual(Object.keys(other?.content ?? {}));
  });
});

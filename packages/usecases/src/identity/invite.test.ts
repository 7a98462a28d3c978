import { anonymous, toId, type Grant, type InvitationId } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acceptInvitation, openInvitation } from "./accept.ts";
import { endRole } from "./grant.ts";
import {
  inviteAgain,
  invitePerson,
  invitePersonAtCommandLine,
  listInvitations,
  revokeInvitation,
} from "./invite.ts";
import type { IdentityContext } from "./context.ts";
import {
  command,
  from,
  grants,
  hour,
  minute,
  openWorld,
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

describe("who may invite to what", () => {
  it.each([
    ["coordinator", "headOfBeech"],
    ["coordinator", "officer"],
    ["head", "head"],
    ["head", "leader"],
    ["leader", "staff"],
    ["officer", "staff"],
    ["board", "staff"],
    ["administrator", "operator"],
  ] as const)("a %s cannot invite as %s", async (inviter, part) => {
    const ctx = await world.signedIn("Bea", grants[inviter]);
    const work = () => invitePerson(ctx, { email: newcomer, grant: grants[part] });
    expect(await refusalOf(work)).toMatchObject({ kind: "role-not-yours-to-give" });
    expect(await world.mails()).toHaveLength(0);
  });

  it("nobody invites into another area", async () => {
    for (const grant of [grants.headOfCedar, grants.administratorThere]) {
      const work = () => invitePerson(admin, { email: newcomer, grant });
      expect(await refusalOf(work)).toEqual({ kind: "not-found" });
    }
  });

  it("asks for a second factor shown in the last 15 minutes", async () => {
    world.pass(15 * minute);
    const work = () => invitePerson(admin, { email: newcomer, grant: grants.head });
    expect(await refusalOf(work)).toEqual({ kind: "second-factor-stale" });
  });

  it("is judged again when it is accepted: the inviter may have lost the right", async () => {
    const other = await world.signedIn("Bea", grants.administrator);
    await invitePerson(other, { email: newcomer, grant: grants.head });
    const token = await lastToken();
    const { rows } = await world.database.client.execute(
      "SELECT id FROM role_grants WHERE person_id = 'bea'",
    );
    await endRole(admin, { grantId: String(rows[0]?.["id"]) });
    const closed = { kind: "link-closed", reason: "revoked" };
    expect(await refusalOf(() => openInvitation(world.as(anonymous), { token }))).toEqual(closed);
    expect(await refusalOf(() => accept(token))).toEqual(closed);
  });

  it("falls with the inviter's account", async () => {
    const { token } = await invite();
    await world.database.client.execute("UPDATE people SET deactivated_at = '2026-03-01'");
    expect(await refusalOf(() => accept(token))).toEqual({
      kind: "link-closed",
      reason: "revoked",
    });
  });

  it("refuses an address that is none, and a second invitation to the same part", async () => {
    const again = () => invitePerson(admin, { email: "ZOE@alder.example", grant: grants.head });
    await invite();
    expect(await refusalOf(again)).toEqual({ kind: "already-exists", field: "email" });
    await invitePerson(admin, { email: newcomer, grant: grants.leader });
    await accept(await lastToken());
    const held = () => invitePerson(admin, { email: newcomer, grant: grants.leader });
    expect(await refusalOf(held)).toEqual({ kind: "already-exists", field: "email" });
    const none = () => invitePerson(admin, { email: "a b@c", grant: grants.head });
    expect(await refusalOf(none)).toEqual({
      kind: "invalid-input",
      fields: { email: "not-an-address" },
    });
  });

  it("lets the command line make the first operator and prints that link", async () => {
    const input = { email: newcomer, grant: grants.operator };
    const { token } = await invitePersonAtCommandLine(world.as(command), input);
    const signedIn = await accept(token);
    expect(signedIn.actor).toMatchObject({ awaits: "enrolment", grants: [] });
    const asPerson = () => invitePersonAtCommandLine(admin, input);
    expect(await refusalOf(async () => asPerson())).toEqual({ kind: "not-allowed" });
  });
});

describe("an invitation that was not accepted", () => {
  it("is sent again with a new link, and the old one is worthless", async () => {
    const { id, token } = await invite();
    world.pass(20 * 24 * hour);
    const later = await world.signedIn("Bea", grants.administrator);
    await inviteAgain(later, { id });
    const fresh = await lastToken();
    expect(await refusalOf(() => accept(token))).toEqual({
      kind: "link-closed",
      reason: "unknown",
    });
    await accept(fresh);
    expect(await refusalOf(() => inviteAgain(later, { id }))).toEqual({
      kind: "link-closed",
      reason: "used",
    });
  });

  it("is taken back", async () => {
    const { id, token } = await invite();
    await revokeInvitation(admin, { id });
    expect(await refusalOf(() => accept(token))).toEqual({
      kind: "link-closed",
      reason: "revoked",
    });
    for (const work of [revokeInvitation, inviteAgain]) {
      expect(await refusalOf(() => work(admin, { id }))).toEqual({
        kind: "link-closed",
        reason: "revoked",
      });
    }
    expect((await world.events()).map(({ kind }) => kind)).toEqual([
      "person-invited",
      "invitation-revoked",
    ]);
  });

  it("is nobody else's to touch, and answers as one that does not exist", async () => {
    const { id } = await invite();
    const nobody = toId<InvitationId>("nobody");
    const others = [
      await world.signedIn("Bea", grants.administratorThere),
      await world.signedIn("Cy", grants.officer),
      await world.signedIn("Di", grants.headOfBeech),
      world.as(anonymous),
    ];
    for (const other of others) {
      for (const work of [revokeInvitation, inviteAgain]) {
        expect(await refusalOf(() => work(other, { id }))).toEqual({ kind: "not-found" });
        expect(await refusalOf(() => work(other, { id: nobody }))).toEqual({ kind: "not-found" });
      }
    }
  });

  it("is listed for those who may read the people of its place, without its link", async () => {
    await invite();
    await invite(grants.headOfBeech, "yan@beech.example");
    const emails = async (ctx: IdentityContext, areaId = places.here) =>
      (await listInvitations(ctx, areaId)).map(({ invitation }) => invitation.email).toSorted();
    expect(await emails(admin)).toEqual(["yan@beech.example", newcomer]);
    expect(await emails(await world.signedIn("Bea", grants.head))).toEqual([newcomer]);
    const [line] = await listInvitations(admin, places.here);
    expect(line).toMatchObject({ inviterName: "Ada", schoolName: "Beech School" });
    expect(JSON.stringify(line)).not.toContain("tokenHash");
    const there = await world.signedIn("Cy", grants.administratorThere);
    expect(await emails(there, places.there)).toEqual([]);
    expect(await refusalOf(async () => emails(there))).toEqual({ kind: "not-allowed" });
  });
});

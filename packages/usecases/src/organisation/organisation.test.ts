import { toId, type OrganisationId } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hub, lena, openSupplyWorld, type SupplyWorld } from "../capacity/supply-world.ts";
import { endRole } from "../identity/grant.ts";
import { acceptInvitation } from "../identity/accept.ts";
import { invitePerson } from "../identity/invite.ts";
import type { IdentityContext } from "../identity/context.ts";
import { from, password, places, refusalOf } from "../identity/world.ts";
import {
  addOrganisation,
  changeOrganisation,
  closeOrOpenOrganisation,
  getOrganisation,
  listOrganisationChoices,
  listOrganisations,
  placeLeader,
} from "./index.ts";

let world: SupplyWorld;
beforeEach(async () => {
  world = await openSupplyWorld();
});
afterEach(() => world.drop());

const other = toId<OrganisationId>("other");
const beacon = {
  name: "Alder Teaching School",
  kind: "teaching-school",
  urn: places.alder,
} as const;

const add = (ctx = world.administrator, more: Partial<typeof beacon> = {}) =>
  addOrganisation(ctx, world.area, { ...beacon, ...more });

/** The same request with what identity needs: the worlds of tests give it to all. */
const whole = (ctx: SupplyWorld["administrator"]): IdentityContext => ({
  ...ctx,
  auth: world.auth,
  sessionId: "session",
});

const lineOf = async (id: OrganisationId) => {
  const all = await listOrganisations(world.administrator, world.area);
  const line = all.find((each) => each.id === id);
  if (line === undefined) throw new Error(`there is no ${id}`);
  return line;
};

describe("an organisation", () => {
  it("is added by an administrator, with its school, and on record", async () => {
    const { id } = await add();
    expect(await lineOf(id)).toMatchObject({
      ...beacon,
      school: "Alder School",
      leaders: 0,
      administrators: [],
      version: 1,
    });
    expect(await world.events("organisation-added")).toMatchObject([
      { actor: "ada", entityId: id, areaId: "here" },
    ]);
  });

  it("has a name of its own in the area, and a school of the area", async () => {
    const lantern = { ...beacon, name: " lantern  HUB " };
    expect(
      await refusalOf(() => addOrganisation(world.administrator, world.area, lantern)),
    ).toEqual({ kind: "already-exists", field: "name" });
    const elsewhere = { ...beacon, urn: places.cedar };
    expect(
      await refusalOf(() => addOrganisation(world.administrator, world.area, elsewhere)),
    ).toEqual({ kind: "not-found" });
  });

  it("is changed at the version that was seen, and says nothing of what is the same", async () => {
    const seen = { id: hub, version: 1 };
    const same = { name: "Lantern Hub", kind: "teaching-school-hub", urn: null } as const;
    const change = (more = {}) =>
      changeOrganisation(world.administrator, world.area, { ...seen, ...same, ...more });
    expect(await change()).toEqual({ changed: false });
    const [one, two] = await Promise.allSettled([change({ name: "One" }), change({ name: "Two" })]);
    expect(one.status).toBe("fulfilled");
    expect(two).toMatchObject({ reason: { refusal: { kind: "changed-since", by: "Ada" } } });
    expect(await world.events("organisation-changed")).toHaveLength(1);
  });

  it("closes when it is empty, opens again, and is offered to nobody in between", async () => {
    const close = (isClosed: boolean, version: number, id = hub) =>
      closeOrOpenOrganisation(world.administrator, world.area, { id, version, isClosed });
    expect(await refusalOf(() => close(true, 1))).toEqual({
      kind: "organisation-in-use",
      leaders: 1,
      administrators: 1,
    });
    const { id } = await add();
    await close(true, 1, id);
    const names = async () =>
      (await listOrganisationChoices(world.officer, world.area)).map(({ name }) => name);
    expect(await names()).toEqual(["Beacon Trust", "Lantern Hub"]);
    const placed = { personId: lena, version: 1, organisationId: id };
    expect(await refusalOf(() => placeLeader(world.officer, world.area, placed))).toEqual({
      kind: "not-found",
    });
    await close(false, 2, id);
    expect(await names()).toContain("Alder Teaching School");
    expect(await world.events("organisation-opened-again")).toHaveLength(1);
  });

  it("is the administrator's to set up: nobody else's, and not from another area", async () => {
    const { officer, leader, homeHead, organisation, acting, strangers } = world;
    for (const ctx of [
      officer,
      leader,
      homeHead,
      organisation,
      acting,
      ...Object.values(strangers),
    ]) {
      const seen = { id: hub, version: 1 };
      expect([
        await refusalOf(() => add(ctx)),
        await refusalOf(() => changeOrganisation(ctx, world.area, { ...seen, ...beacon })),
        await refusalOf(() =>
          closeOrOpenOrganisation(ctx, world.area, { ...seen, isClosed: true }),
        ),
      ]).toEqual([{ kind: "not-allowed" }, { kind: "not-allowed" }, { kind: "not-allowed" }]);
    }
    const foreign = { id: toId<OrganisationId>("hub-there"), version: 1 };
    expect(
      await refusalOf(() =>
        changeOrganisation(world.administrator, world.area, { ...foreign, ...beacon }),
      ),
    ).toEqual({ kind: "not-found" });
  });
});

describe("a leader", () => {
  const move = (organisationId: OrganisationId | null, version = 1, ctx = world.officer) =>
    placeLeader(ctx, world.area, { personId: lena, version, organisationId });

  it("belongs to one organisation, whose administrator then has the days, and the one before no more", async () => {
    const { strangers, organisation } = world;
    const orla = strangers["another organisation"];
    if (orla === undefined) throw new Error("there is no other organisation");
    expect(await move(other)).toEqual({ changed: true });
    expect(await move(other)).toEqual({ changed: false });
    const [line] = (await getOrganisation(orla, world.area, { id: other })).leaders;
    expect(line).toMatchObject({ name: "Lena" });
    expect((await getOrganisation(organisation, world.area, { id: hub })).leaders).toEqual([]);
    expect(await refusalOf(() => world.publish(organisation))).toEqual({ kind: "not-found" });
    await world.publish(orla);
    expect(await world.events("leader-placed")).toMatchObject([
      { actor: "ollie", payload: { organisationId: other, before: hub } },
    ]);
  });

  it("is placed by those who manage leaders, once, and in no organisation of another area", async () => {
    const { leader, homeHead, organisation, acting } = world;
    for (const ctx of [leader, homeHead, organisation, acting, ...Object.values(world.strangers)]) {
      expect(await refusalOf(() => move(other, 1, ctx))).toEqual({ kind: "not-allowed" });
    }
    expect(await refusalOf(() => move(toId<OrganisationId>("hub-there")))).toEqual({
      kind: "not-found",
    });
    const [one, two] = await Promise.allSettled([move(other), move(null)]);
    expect(one.status).toBe("fulfilled");
    expect(two).toMatchObject({ reason: { refusal: { kind: "changed-since", by: "Ollie" } } });
  });
});

describe("the home of an organisation", () => {
  it("shows its leaders with their days of this term and the next, and what is left", async () => {
    await world.publish(world.organisation);
    const home = await getOrganisation(world.organisation, world.area, { id: hub });
    expect(home.terms.map(({ id }) => id)).toEqual(["t-spring", "t-summer"]);
    expect(home.leaders).toMatchObject([
      {
        name: "Lena",
        homeSchool: "Alder School",
        terms: [
          { state: "ready", published: 12, free: 12, held: 0 },
          { state: "silent", free: 0 },
        ],
      },
    ]);
    expect(home.may).toEqual({ administer: false, manage: false, invite: true });
    expect(home.elsewhere).toEqual([]);
    const seen = await getOrganisation(world.officer, world.area, { id: other });
    expect(seen.elsewhere).toMatchObject([{ name: "Lena", isElsewhere: true, version: 1 }]);
  });

  it("is for its own administrators and those who broker", async () => {
    for (const ctx of [world.officer, world.acting, world.administrator]) {
      expect((await getOrganisation(ctx, world.area, { id: hub })).leaders).toHaveLength(1);
    }
    for (const ctx of [world.leader, world.homeHead, ...Object.values(world.strangers)]) {
      expect(await refusalOf(() => getOrganisation(ctx, world.area, { id: hub }))).toEqual({
        kind: "not-found",
      });
    }
    const foreign = { id: toId<OrganisationId>("hub-there") };
    expect(await refusalOf(() => getOrganisation(world.officer, world.area, foreign))).toEqual({
      kind: "not-found",
    });
  });

  it("is named to those who administer it alone, beside the partnership's staff", async () => {
    const names = async (ctx: SupplyWorld["officer"]) =>
      (await listOrganisationChoices(ctx, world.area)).map(({ name }) => name);
    expect(await names(world.organisation)).toEqual(["Lantern Hub"]);
    expect(await names(world.leader)).toEqual([]);
    expect(await refusalOf(() => listOrganisations(world.organisation, world.area))).toEqual({
      kind: "not-allowed",
    });
  });
});

describe("an invitation to an organisation", () => {
  const grant = {
    role: "organisation-administrator",
    areaId: places.here,
    organisationId: other,
  } as const;
  const invite = (organisationId = other, ctx = world.administrator) =>
    invitePerson(whole(ctx), { email: "wren@alder.example", grant: { ...grant, organisationId } });

  it("is bound to the address, the organisation and the role, and names it in the mail", async () => {
    await invite();
    const mail = (await world.mails()).at(-1);
    expect(mail).toMatchObject({
      recipient: "wren@alder.example",
      content: { role: "organisation-administrator", place: "Beacon Trust" },
    });
    const { actor } = await acceptInvitation(world.as({ kind: "anonymous" }), {
      token: mail?.token ?? "",
      name: "Wren",
      password,
      ...from,
    });
    expect(actor).toMatchObject({ grants: [grant] });
  });

  it("names an open organisation of the area, or there is none", async () => {
    for (const id of ["hub-there", "nobody"]) {
      expect(await refusalOf(() => invite(toId<OrganisationId>(id)))).toEqual({
        kind: "not-found",
      });
    }
  });

  it("is given by the organisation's own administrators, and opens nothing once it is closed", async () => {
    expect(await refusalOf(() => invite(other, world.organisation))).toMatchObject({
      kind: "role-not-yours-to-give",
    });
    const { id } = await add();
    await invite(id);
    const token = (await world.mails()).at(-1)?.token ?? "";
    await closeOrOpenOrganisation(world.administrator, world.area, {
      id,
      version: 1,
      isClosed: true,
    });
    const accept = () =>
      acceptInvitation(world.as({ kind: "anonymous" }), { token, name: "W", password, ...from });
    expect(await refusalOf(accept)).toEqual({ kind: "link-closed", reason: "revoked" });
  });

  it("gives a part that, once ended, shows the organisation no more", async () => {
    const { rows } = await world.database.client.execute(
      "SELECT id FROM role_grants WHERE person_id = 'hubert'",
    );
    await endRole(whole(world.administrator), { grantId: String(rows[0]?.["id"]) });
    const gone = { ...world.organisation, actor: { ...world.organisation.actor, grants: [] } };
    expect(await refusalOf(() => getOrganisation(gone, world.area, { id: hub }))).toEqual({
      kind: "not-found",
    });
  });
});

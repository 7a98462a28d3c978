import { anonymous } from "@alongside/domain/identity";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listExternalAccounts, unlinkExternalAccount } from "./external-account.ts";
import { invitePerson } from "./invite.ts";
import { signIn } from "./sign-in.ts";
import {
  openExternalWorld,
  startServices,
  travelsOf,
  zoe,
  type Services,
} from "./test/external-world.ts";
import { emailOf, from, grants, hour, password, refusalOf, type World } from "./world.ts";

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

describe("linking an account at another service", () => {
  it("is for whoever is signed in, told by mail and recorded", async () => {
    await world.addPerson("Ada", [grants.head]);
    const ctx = await travels.linkTo("Ada");
    expect(await listExternalAccounts(ctx)).toMatchObject([
      { provider: "google", issuer: services.google.provider.issuer, subject: "zoe-1" },
    ]);
    expect((await world.mails()).at(-1)).toMatchObject({
      template: "external-account-linked",
      recipient: emailOf("Ada"),
    });
    expect(await world.events("external-account-linked")).toMatchObject([{ actor: "ada" }]);
  });

  it("is refused when it is somebody else's already", async () => {
    await world.addPerson("Ada", [grants.head]);
    await world.addPerson("Bea", [grants.head]);
    await travels.linkTo("Ada");
    expect(await refusalOf(() => travels.linkTo("Bea"))).toEqual({
      kind: "external-account-taken",
      provider: "google",
    });
  });

  it("is refused for a session of somebody else than set out, and without one", async () => {
    await world.addPerson("Ada", [grants.head]);
    await world.addPerson("Bea", [grants.head]);
    const ada = await travels.enter("Ada");
    const [one, two] = [
      await travels.depart({ ctx: ada, purpose: { kind: "link", password } }),
      await travels.depart({ ctx: ada, purpose: { kind: "link", password } }),
    ];
    const bea = await travels.enter("Bea");
    const asBea = { ctx: bea, token: one.token, query: services.google.visit(one.url, zoe) };
    expect(await refusalOf(() => travels.arrive(asBea))).toEqual(refused);
    const asNobody = { token: two.token, query: services.google.visit(two.url, zoe) };
    expect(await refusalOf(() => travels.arrive(asNobody))).toEqual({ kind: "sign-in-required" });
    const nobody = () => travels.depart({ purpose: { kind: "link" } });
    expect(await refusalOf(nobody)).toEqual({ kind: "sign-in-required" });
  });

  it("asks whoever has no second factor for their password, and counts the tries", async () => {
    await world.addPerson("Ada", [grants.head]);
    const ctx = await travels.enter("Ada");
    const wrong = () => travels.depart({ ctx, purpose: { kind: "link", password: "a guess" } });
    expect(await refusalOf(() => travels.depart({ ctx, purpose: { kind: "link" } }))).toEqual({
      kind: "sign-in-refused",
    });
    for (let i = 0; i < 4; i += 1) {
      expect(await refusalOf(wrong)).toEqual({ kind: "sign-in-refused" });
    }
    expect(await refusalOf(wrong)).toMatchObject({ kind: "too-many-attempts" });
  });

  it("asks whoever has a second factor to have shown it lately, and for nothing else", async () => {
    const officer = await world.signedIn("Ollie", grants.officer);
    const depart = () => travels.depart({ ctx: officer, purpose: { kind: "link" } });
    await depart();
    world.pass(hour);
    expect(await refusalOf(depart)).toEqual({ kind: "second-factor-stale" });
  });

  it("is undone by its owner alone", async () => {
    await world.addPerson("Ada", [grants.head]);
    await world.addPerson("Bea", [grants.head]);
    const ada = await travels.linkTo("Ada");
    const account = { issuer: services.google.provider.issuer, subject: zoe.sub };
    const bea = await travels.linkTo("Bea", { ...zoe, sub: "bea-1" });
    expect(await refusalOf(() => unlinkExternalAccount(bea, account))).toEqual({
      kind: "not-found",
    });
    await unlinkExternalAccount(ada, account);
    expect(await refusalOf(() => travels.go(zoe))).toMatchObject({
      kind: "external-account-unknown",
    });
  });
});

describe("accepting an invitation with an account at another service", () => {
  const invite = async (email: string) => {
    const admin = await world.signedIn("Admin", grants.administrator);
    await invitePerson(admin, { email, name: "Zoë", grant: grants.head });
    const token = (await world.mails()).at(-1)?.token ?? "";
    return { kind: "invitation", token } as const;
  };

  it("makes an account without a password, links it and signs in", async () => {
    const purpose = await invite("z@alder.example");
    const { signedIn } = await travels.go(zoe, { purpose });
    expect(signedIn?.actor).toMatchObject({ name: "Zoë O'Brien", grants: [grants.head] });
    expect((await travels.go(zoe)).signedIn?.actor).toMatchObject({ name: "Zoë O'Brien" });
    const byPassword = () =>
      signIn(world.as(anonymous), { email: "z@alder.example", password: "", ...from });
    expect(await refusalOf(byPassword)).toEqual({ kind: "sign-in-refused" });
    expect(await refusalOf(() => travels.depart({ purpose }))).toEqual({
      kind: "link-closed",
      reason: "used",
    });
  });

  it("takes the inviter's word for a name where the service tells none", async () => {
    const purpose = await invite("z@alder.example");
    const { signedIn } = await travels.go({ sub: "zoe-1" }, { purpose });
    expect(signedIn?.actor).toMatchObject({ name: "Zoë" });
  });

  it("does not take over an account that the invited address has", async () => {
    await world.addPerson("Ada", [grants.headOfBeech]);
    const purpose = await invite(emailOf("Ada"));
    expect(await refusalOf(() => travels.go(zoe, { purpose }))).toEqual({
      kind: "sign-in-as-invited",
    });
    await travels.linkTo("Ada");
    const { signedIn } = await travels.go(zoe, { purpose });
    expect(signedIn?.actor).toMatchObject({ grants: [grants.headOfBeech, grants.head] });
  });

  it("does not give the part to another person who is linked to that account", async () => {
    await world.addPerson("Ada", [grants.headOfBeech]);
    await travels.linkTo("Ada");
    const purpose = await invite("z@alder.example");
    expect(await refusalOf(() => travels.go(zoe, { purpose }))).toMatchObject({
      kind: "external-account-taken",
    });
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commandLine } from "@alongside/domain/identity";
import { amendAgreement, takeBackVersion } from "../deployment/index.ts";
import {
  openDeploymentWorld,
  wholeTerms,
  type DeploymentWorld,
} from "../deployment/deployment-world.ts";
import { hour } from "../identity/world.ts";
import { sendReminders } from "./index.ts";

const days = 24 * hour;
let world: DeploymentWorld;
beforeEach(async () => {
  world = await openDeploymentWorld();
});
afterEach(() => world.drop());

const remind = () => sendReminders(world.as(commandLine));
const told = async (template: string) =>
  (await world.mails())
    .filter((mail) => mail.template === template)
    .map(({ recipient }) => recipient.split("@")[0]);

describe("reminders of agreements", () => {
  it("go to whoever should write one, before the day and each week after it, until it is out", async () => {
    world.pass(4 * days);
    await remind();
    expect(await told("agreement-write-due")).toEqual([]);
    world.pass(2 * days);
    await Promise.all([remind(), remind()]);
    expect(await told("agreement-write-due")).toEqual(["cora"]);
    world.pass(2 * days);
    await remind();
    world.pass(3 * days);
    await remind();
    expect(await told("agreement-write-due")).toEqual(["cora", "cora"]);
    await world.issued();
    world.pass(7 * days);
    await remind();
    expect(await told("agreement-write-due")).toEqual(["cora", "cora"]);
  });

  it("go to those alone who have not signed, and stop when all have", async () => {
    await world.issued();
    await world.sign("leader");
    world.pass(13 * days);
    await remind();
    expect((await told("agreement-sign-due")).toSorted()).toEqual(["bea", "hana"]);
    await world.sign("home-school-head");
    world.pass(3 * days);
    await remind();
    expect((await told("agreement-sign-due")).toSorted()).toEqual(["bea", "hana", "hana"]);
    await world.sign("supported-head");
    world.pass(14 * days);
    await remind();
    expect(await told("agreement-sign-due")).toHaveLength(3);
  });

  it("follow a change that is being signed, and stop when it is taken back", async () => {
    const { id, version } = await world.inForce();
    const terms = { ...wholeTerms, pattern: "A whole day each fortnight" };
    await amendAgreement(world.coordinator, world.area, { id, version, terms });
    world.pass(13 * days);
    await remind();
    expect(new Set(await told("agreement-sign-due"))).toEqual(new Set(["bea", "hana", "lena"]));
    const seen = await world.seen();
    await takeBackVersion(world.coordinator, world.area, { ...seen, reason: "No longer" });
    world.pass(7 * days);
    await remind();
    expect(await told("agreement-sign-due")).toHaveLength(3);
  });
});

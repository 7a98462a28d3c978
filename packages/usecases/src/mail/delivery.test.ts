import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outboxMails } from "@alongside/db/schema";
import { commandLine } from "@alongside/domain/identity";
import type { Area } from "@alongside/db/views/area";
import type { Context } from "../context/index.ts";
import { grants, hour, openWorld, places, refusalOf, type World } from "../identity/world.ts";
import { showOperations } from "../operations/index.ts";
import {
  askDeliveries,
  deliverMails,
  listMailLog,
  sendMailAgain,
  type AskDelivery,
  type DeliveryAnswer,
} from "./index.ts";

const area: Area = {
  id: places.here,
  slug: "here",
  name: "Northfield Partnership",
  isDemonstration: false,
  outline: null,
  version: 1,
  createdAt: "2026-01-01",
  laCodes: [],
};

let world: World;
let clock: Context;
let ada: Context;
beforeEach(async () => {
  world = await openWorld();
  clock = world.as(commandLine);
  ada = await world.signedIn("Ada", grants.administrator);
});
afterEach(() => world.drop());

const put = (id: string) =>
  world.database.write(async (tx) => {
    await tx.insert(outboxMails).values({
      id,
      areaId: places.here,
      recipient: `${id}@alder.example`,
      template: "offer-sent",
      content: { name: "Hana", area: "Northfield", path: "/areas/here/offers/1" },
      createdAt: new Date(world.now()).toISOString(),
    });
  });

/** A carrier that names each mail after its reader; without names it is one that cannot be asked. */
const deliver = (names: boolean) =>
  deliverMails(clock, {
    seal: world.auth.seal,
    origin: "https://alongside.example",
    send: async ({ recipient }) => (names ? `n-${recipient}` : undefined),
  });

/** Asks, with an answer for everything; answers what was asked about. */
const asked = async (answer: DeliveryAnswer | Error) => {
  const about: string[] = [];
  const ask: AskDelivery = (id) => {
    about.push(id);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { counts: await askDeliveries(clock, ask), about };
};

const states = async () =>
  (await listMailLog(ada, area, { offset: 0, limit: 50 })).mails.map(({ state }) => state);

describe("what became of a mail", () => {
  it("is asked of whoever carried it, until it is known, and shown to the administrator", async () => {
    await put("hana");
    await deliver(true);
    expect(await states()).toEqual(["sent"]);
    expect(await asked("under-way")).toEqual({
      counts: { delivered: 0, undelivered: 0, unanswered: 0 },
      about: ["n-hana@alder.example"],
    });
    expect((await asked("delivered")).about).toEqual([]);
    world.pass(hour);
    expect((await asked("delivered")).counts).toMatchObject({ delivered: 1 });
    expect(await states()).toEqual(["delivered"]);
    world.pass(9 * 24 * hour);
    expect((await asked("permanent-failure")).about).toEqual([]);
  });

  it.each(["permanent-failure", "temporary-failure", "technical-failure"] as const)(
    "is plain to see when it is a %s, in the log of mails and on the page of operations",
    async (failure) => {
      await put("hana");
      await put("bea");
      await deliver(true);
      const ask: AskDelivery = async (id) => (id.includes("bea") ? failure : "delivered");
      expect(await askDeliveries(clock, ask)).toEqual({
        delivered: 1,
        undelivered: 1,
        unanswered: 0,
      });
      const found = { state: "undelivered", offset: 0, limit: 50 } as const;
      expect(await listMailLog(ada, area, found)).toMatchObject({
        total: 1,
        mails: [{ recipient: "bea@alder.example", delivery: failure, state: "undelivered" }],
      });
      expect((await showOperations(ada)).mails).toMatchObject({ undelivered: 1, failed: 0 });
    },
  );

  it("that did not arrive can be sent again, and is asked about anew; one that arrived cannot", async () => {
    await put("hana");
    await put("bea");
    await deliver(true);
    const ask: AskDelivery = async (id) => (id.includes("bea") ? "temporary-failure" : "delivered");
    await askDeliveries(clock, ask);
    await sendMailAgain(ada, area, { id: "bea" });
    expect(await refusalOf(() => sendMailAgain(ada, area, { id: "hana" }))).toEqual({
      kind: "mail-under-way",
    });
    expect((await deliver(true)).sent).toBe(1);
    expect(await asked("delivered")).toMatchObject({ about: ["n-bea@alder.example"] });
    expect(await states()).toEqual(["delivered", "delivered"]);
  });

  it("is put off while the carrier does not answer, ever longer, and given up after eight days", async () => {
    await put("hana");
    await deliver(true);
    const fault = new Error("no line");
    expect((await asked(fault)).counts).toMatchObject({ unanswered: 1 });
    let times = 1;
    for (let passed = 0; passed < 9 * 24; passed += 1) {
      world.pass(hour);
      times += (await asked(fault)).about.length;
    }
    expect(times).toBeLessThan(60);
    expect(times).toBeGreaterThan(20);
    expect(await states()).toEqual(["sent"]);
    const { mails } = await listMailLog(ada, area, { offset: 0, limit: 50 });
    expect(mails[0]).toMatchObject({ delivery: "unknown" });
  });

  it("is not asked where the carrier cannot tell, and by nobody but the clock", async () => {
    await put("hana");
    await deliver(false);
    expect((await asked("delivered")).about).toEqual([]);
    expect(await states()).toEqual(["sent"]);
    expect(await refusalOf(() => askDeliveries(ada, async () => "delivered"))).toEqual({
      kind: "not-allowed",
    });
  });

  it("of an earlier sending does not count for the one that went out since", async () => {
    await put("hana");
    await deliver(true);
    const sendAnew: AskDelivery = async () => {
      await world.database.client.execute("UPDATE outbox_mails SET carrier_id = 'n-later'");
      return "permanent-failure";
    };
    await askDeliveries(clock, sendAnew);
    expect(await states()).toEqual(["sent"]);
  });
});

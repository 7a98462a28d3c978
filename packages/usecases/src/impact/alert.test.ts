import { recordDesignation } from "@alongside/db/stores/leader";
import { dateOf } from "@alongside/domain/calendar";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { handleConcern, raiseConcernAbout, resolveConcern } from "../concern/index.ts";
import { endEarly } from "../deployment/index.ts";
import { showHome } from "../home/index.ts";
import { command, grants, places, refusalOf } from "../identity/world.ts";
import { grantRole } from "../identity/index.ts";
import { importFile } from "../register/index.ts";
import { fixture, silent } from "../register/world.ts";
import { openVisitWorld, type VisitWorld } from "../visit/visit-world.ts";
import { getAlerts, handleAlert, raiseAlerts } from "./index.ts";

let world: VisitWorld;
beforeEach(async () => {
  world = await openVisitWorld();
});
afterEach(() => world.drop());

const clock = () => raiseAlerts(world.as(command));
const shown = async () =>
  (await getAlerts(world.coordinator, world.area)).alerts.map(({ kind, on, leader, homeSchool }) =>
    [kind, on, leader.name, homeSchool].join(" "),
  );

/** A report card for a school, brought in as the file that Ofsted's figures come in. */
const bringInReportCard = (urn: number, on: string) => {
  const [heading = ""] = fixture("ofsted.csv").toString("latin1").split(/\r?\n/);
  const grades = "met,,strong,strong,strong,strong,strong,,,strong";
  const text = `${heading}\n${urn},A school,${on},,,,,,,,${on},${grades}\n`;
  const bytes = Buffer.from(text);
  return importFile(
    world.as(command),
    { kind: "ofsted", fileName: "ofsted.csv", bytes, asOf: dateOf(2026, 3, 10) },
    { previewOnly: false, progress: silent },
  );
};

describe("a leader who is promised to a school", () => {
  it("raises an alert when Ofsted’s file brings a new inspection of the own school, once", async () => {
    expect(await clock()).toEqual({ raised: 0 });
    world.until(12);
    await bringInReportCard(places.alder, "2026-03-09");
    expect(await clock()).toEqual({ raised: 0 });
    await bringInReportCard(places.beech, "2026-03-09");
    expect([await clock(), await clock()]).toEqual([{ raised: 1 }, { raised: 0 }]);
    expect(await shown()).toEqual(["inspection 2026-03-09 Lena Beech School"]);
    expect(await world.events("leader-alert-raised")).toMatchObject([
      { entity: "leader-alert", payload: { person: "lena", alert: "inspection" } },
    ]);
    const mails = (await world.mails()).filter(
      ({ template }) => template === "leader-alert-to-handle",
    );
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toMatch(/Lena|Beech/);
  });

  it("raises an alert when the own school gets a new head", async () => {
    world.until(12);
    const newcomer = await world.addPerson("Nadia", [grants.staff]);
    const administrator = await world.signedIn("Ada2", grants.administrator);
    await grantRole(administrator, { personId: newcomer, grant: grants.headOfBeech });
    expect(await clock()).toEqual({ raised: 1 });
    expect(await shown()).toEqual(["new-head 2026-03-12 Lena Beech School"]);
  });

  it("raises an alert while a concern about the own school is open, and none for one that is resolved", async () => {
    const { area, officer } = world;
    const about = (urn: typeof places.alder | typeof places.beech) =>
      raiseConcernAbout(officer, area, { urn, text: "Governors resigned" });
    await about(places.alder);
    expect(await clock()).toEqual({ raised: 0 });
    const over = await about(places.beech);
    const taken = await handleConcern(officer, area, { ...over, handling: "Met the head" });
    await resolveConcern(officer, area, { ...taken, resolution: "Settled" });
    expect(await clock()).toEqual({ raised: 0 });
    await about(places.beech);
    expect([await clock(), await clock()]).toEqual([{ raised: 1 }, { raised: 0 }]);
    expect(await shown()).toEqual(["concern 2026-03-02 Lena Beech School"]);
    const seen = JSON.stringify([await getAlerts(world.coordinator, area), await world.mails()]);
    expect(seen).not.toContain("Governors resigned");
    expect((await showHome(world.coordinator, area)).waiting).toContainEqual({
      kind: "leader-alerts",
      count: 1,
      late: 0,
      due: null,
      dueInDays: null,
    });
  });

  it("raises an alert when a review of the designation falls due, and nothing once the work is over", async () => {
    const { area, coordinator, lena } = world;
    await world.database.write((tx) =>
      recordDesignation(tx, {
        id: "second",
        areaId: places.here,
        personId: lena.personId,
        type: "sle",
        awardingBody: "The partnership",
        fromOn: dateOf(2022, 9, 1),
        toOn: null,
        reviewDue: dateOf(2026, 3, 20),
        evidence: "",
        status: "designated",
      }),
    );
    expect(await clock()).toEqual({ raised: 0 });
    world.until(20);
    expect(await clock()).toEqual({ raised: 1 });
    expect(await shown()).toEqual(["designation-review 2026-03-20 Lena Beech School"]);
    await endEarly(coordinator, area, { ...(await world.seen()), reason: "A trust" });
    await bringInReportCard(places.beech, "2026-03-19");
    expect(await clock()).toEqual({ raised: 0 });
  });

  it("has alerts that those who broker handle once, in words", async () => {
    const { area, officer, coordinator, head, strangers } = world;
    await raiseConcernAbout(officer, area, { urn: places.beech, text: "Governors resigned" });
    await clock();
    const [alert] = (await getAlerts(coordinator, area)).alerts;
    if (alert === undefined) throw new Error("there is no alert");
    const { id, version } = alert;
    const handle = (ctx = coordinator, words = "Talked to Lena") =>
      handleAlert(ctx, area, { id, version, words });
    expect(await refusalOf(() => handle(coordinator, " "))).toMatchObject({ kind: "words-needed" });
    const { "the coordinator of another zone": _staff, ...others } = strangers;
    for (const ctx of [head, ...Object.values(others)]) {
      expect(await refusalOf(() => handle(ctx))).toEqual({ kind: "not-found" });
      expect(await refusalOf(() => getAlerts(ctx, area))).toEqual({ kind: "not-found" });
    }
    const both = await Promise.allSettled([handle(), handle(officer)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await refusalOf(() => handle())).toMatchObject({ kind: "changed-since" });
    expect(await world.events("leader-alert-handled")).toHaveLength(1);
    expect(await refusalOf(() => raiseAlerts(officer))).toEqual({ kind: "not-allowed" });
  });
});

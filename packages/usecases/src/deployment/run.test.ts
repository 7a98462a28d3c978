import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listObjectives } from "@alongside/db/views/deployment";
import { listMovements } from "@alongside/db/views/ledger";
import { toVisitId } from "@alongside/domain/visit";
import { bookDays } from "../capacity/index.ts";
import type { Context } from "../context/index.ts";
import { hour, refusalOf } from "../identity/world.ts";
import { getNeed } from "../need/index.ts";
import { openDeploymentWorld, wholeTerms, type DeploymentWorld } from "./deployment-world.ts";
import {
  amendAgreement,
  completeDeployment,
  endEarly,
  pauseDeployment,
  resumeDeployment,
  takeBackVersion,
  type TermsInput,
} from "./index.ts";

const day = 24 * hour;

let world: DeploymentWorld;
beforeEach(async () => {
  world = await openDeploymentWorld();
});
afterEach(() => world.drop());

const [fundingLine] = wholeTerms.funding;
const lasting = (halfDays: number): Partial<TermsInput> => ({
  halfDays,
  funding: fundingLine === undefined ? [] : [{ ...fundingLine, halfDays }],
});

const amend = async (changes: Partial<TermsInput>, ctx: Context = world.coordinator) => {
  const { objectives = [] } = (await world.page()).terms ?? {};
  const terms = { ...wholeTerms, objectives, ...changes };
  return amendAgreement(ctx, world.area, { ...(await world.seen()), terms });
};
const signAll = async () => {
  for (const signatory of ["leader", "home-school-head", "supported-head"] as const) {
    await world.sign(signatory);
  }
};
const book = async () =>
  (await listMovements(world.database.read, [world.lena.line])).map(
    ({ movement, halfDays, from, to, reason }) => [movement, halfDays, from, to, reason] as const,
  );
const reason = "The school is inspected";

describe("an amendment", () => {
  it("counts once all three have signed it again, and moves the book by the change", async () => {
    await world.inForce();
    await amend(lasting(16));
    expect(await world.page()).toMatchObject({
      state: "active",
      inForce: 1,
      toSign: 2,
      terms: { halfDays: 12 },
      due: "2026-03-16T23:59:59.999Z",
      days: { committed: 12 },
    });
    await signAll();
    expect(await world.page()).toMatchObject({
      inForce: 2,
      toSign: null,
      due: null,
      terms: { halfDays: 16 },
      days: { committed: 16 },
    });
    expect((await book()).at(-1)?.slice(0, 4)).toEqual(["amend", 4, "published", "committed"]);
    const { versions } = await world.page();
    expect(versions.map(({ number, state }) => [number, state])).toEqual([
      [2, "in-force"],
      [1, "past"],
    ]);
  });

  it("gives days back when it is for fewer, and ends the objectives that it leaves out", async () => {
    await world.inForce();
    const [objective] = wholeTerms.objectives;
    if (objective === undefined) throw new Error("no objective");
    const other = { ...objective, text: "Fewer gaps in Year 2" };
    await amend({ ...lasting(8), objectives: [other] });
    await signAll();
    expect((await book()).at(-1)?.slice(0, 4)).toEqual(["amend", 4, "committed", "published"]);
    const kept = await listObjectives(world.database.read, world.drafted.id);
    expect(kept.map(({ text }) => text)).toEqual(["Fewer gaps in Year 2"]);
    const { rows } = await world.database.client.execute("SELECT ended_at FROM objectives");
    expect(rows.filter((row) => row["ended_at"] === null)).toHaveLength(1);
    expect(rows).toHaveLength(2);
  });

  it("is refused where the leader’s days do not reach, with the last signature still to give", async () => {
    await world.inForce();
    await amend(lasting(21));
    await world.sign("leader");
    await world.sign("home-school-head");
    expect(await refusalOf(() => world.sign("supported-head"))).toMatchObject({
      kind: "not-enough-days",
    });
    expect((await world.page()).versions[0]?.signatures).toHaveLength(2);
  });

  it("is one at a time, the coordinator’s to begin, and everyone’s who signs to send back", async () => {
    await world.inForce();
    expect(await refusalOf(() => amend(lasting(8), world.head))).toEqual({ kind: "not-allowed" });
    await amend(lasting(8));
    expect(await refusalOf(() => amend(lasting(10)))).toEqual({
      kind: "amendment-open",
      number: 2,
    });
    const complete = completeDeployment(world.coordinator, world.area, await world.seen());
    expect(await refusalOf(() => complete)).toEqual({ kind: "amendment-open", number: 2 });
    const words = "We need all six days";
    await takeBackVersion(world.lena.ctx, world.area, { ...(await world.seen()), reason: words });
    expect(await world.page()).toMatchObject({ toSign: null, inForce: 1, state: "active" });
    expect((await world.page()).versions[0]).toMatchObject({ state: "taken-back", reason: words });
  });

  it("and a pause at once: the second is told who was first", async () => {
    const seen = await world.inForce();
    const { objectives = [] } = (await world.page()).terms ?? {};
    const terms = { ...wholeTerms, objectives, ...lasting(8) };
    const results = await Promise.allSettled([
      amendAgreement(world.coordinator, world.area, { ...seen, terms }),
      pauseDeployment(world.officer, world.area, { ...seen, reason }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(results[1]).toMatchObject({
      reason: { refusal: { kind: "changed-since", by: "Cora" } },
    });
    expect(await world.page()).toMatchObject({ state: "active", toSign: 2 });
  });
});

describe("the work", () => {
  it("is paused with a reason and taken up again; the days stay promised", async () => {
    await world.inForce();
    await pauseDeployment(world.coordinator, world.area, { ...(await world.seen()), reason });
    expect(await world.page()).toMatchObject({ state: "paused", reason, days: { committed: 12 } });
    await resumeDeployment(world.coordinator, world.area, await world.seen());
    expect((await world.page()).state).toBe("active");
    const kinds = (await world.page()).timeline.slice(0, 2).map(({ kind }) => kind);
    expect(kinds).toEqual(["deployment-resumed", "deployment-paused"]);
  });

  it("ends early with a reason: what was not delivered is free again, booked visits too", async () => {
    await world.inForce();
    const { line: capacityLine } = world.lena;
    const { id: deployment } = world.drafted;
    const visit = toVisitId("visit-1");
    const booking = { capacityLine, deployment, visit, halfDays: 2 };
    await world.database.write((tx) => bookDays(world.coordinator, tx, booking));
    await endEarly(world.coordinator, world.area, { ...(await world.seen()), reason });
    expect(await world.page()).toMatchObject({
      state: "ended-early",
      reason,
      days: { committed: 0, booked: 0, released: 0 },
    });
    expect((await book()).slice(-2)).toEqual([
      ["unbook", 2, "booked", "committed", "The work ended early"],
      ["amend", 12, "committed", "published", "The work ended early"],
    ]);
    const { need } = await world.page();
    expect((await getNeed(world.coordinator, world.area, need.id)).state).toBe("agreed");
  });

  it("that is complete, or ends after its term, gives up what it did not use", async () => {
    await world.inForce();
    world.pass(60 * day);
    await completeDeployment(world.coordinator, world.area, await world.seen());
    expect(await world.page()).toMatchObject({
      state: "completing",
      days: { committed: 0, released: 12 },
      next: { who: "both-sides", what: "evaluate" },
    });
  });

  it("that ends before all have signed frees the hold, and the need is open again", async () => {
    await world.issued();
    await world.sign("leader");
    await endEarly(world.coordinator, world.area, { ...(await world.seen()), reason });
    const page = await world.page();
    expect(page).toMatchObject({ state: "ended-early", days: { held: 0, committed: 0 } });
    expect(page.versions[0]).toMatchObject({ state: "taken-back", reason });
    expect((await book()).at(-1)?.slice(0, 4)).toEqual(["release-hold", 12, "held", "published"]);
    const { state, disclosure } = await getNeed(world.coordinator, world.area, page.need.id);
    expect([state, disclosure.stage]).toEqual(["open", "coordinator"]);
  });

  it("is paused, completed and ended by whoever brokers, with a reason where one is due", async () => {
    const seen = await world.inForce();
    const acts = [
      (ctx: Context) => pauseDeployment(ctx, world.area, { ...seen, reason }),
      (ctx: Context) => completeDeployment(ctx, world.area, seen),
      (ctx: Context) => endEarly(ctx, world.area, { ...seen, reason }),
    ];
    for (const act of acts) {
      for (const ctx of [world.head, world.lena.ctx, world.homeHead, world.staff]) {
        expect(await refusalOf(() => act(ctx))).toEqual({ kind: "not-allowed" });
      }
      const stranger = world.strangers["the coordinator of another zone"];
      if (stranger === undefined) throw new Error("no stranger");
      expect(await refusalOf(() => act(stranger))).toEqual({ kind: "not-found" });
    }
    for (const act of [pauseDeployment, endEarly]) {
      const blank = act(world.coordinator, world.area, { ...seen, reason: " " });
      expect(await refusalOf(() => blank)).toEqual({ kind: "words-needed", field: "reason" });
    }
    expect(await refusalOf(() => resumeDeployment(world.coordinator, world.area, seen))).toEqual({
      kind: "wrong-state",
      machine: "deployment",
      state: "active",
      command: "resume",
    });
  });
});

describe("what is on record of an agreement", () => {
  it("cannot be changed, whoever writes to the database", async () => {
    await world.inForce();
    const run = (sql: string) => world.database.client.execute(sql);
    const attempts = [
      "UPDATE agreement_signatures SET typed_name = 'X'",
      "DELETE FROM agreement_signatures",
      "UPDATE agreement_versions SET terms = '{}'",
      "DELETE FROM agreement_versions",
      `INSERT INTO agreement_signatures (deployment_id, number, signatory, person_id, typed_name, signed_at, hash)
       SELECT deployment_id, number, 'leader2', person_id, typed_name, signed_at, 'other' FROM agreement_signatures LIMIT 1`,
    ];
    for (const sql of attempts)
      await expect(run(sql)).rejects.toThrow(/only ever added|never change|are kept|was read/);
  });
});

import { describe, expect, test } from "vitest";
import { addDays } from "@alongside/domain/calendar";
import { demonstration } from "../demonstration.ts";
import { toDate } from "../calendar.ts";
import type { DemonstrationArea } from "../area.ts";

/** A day in each part of the year: mid-term, first and last days of terms, half-term, all three holidays. */
const days = [
  "2026-11-22",
  "2026-09-02",
  "2026-09-18",
  "2026-10-29",
  "2026-12-18",
  "2026-12-29",
  "2027-01-04",
  "2027-02-16",
  "2027-03-30",
  "2027-04-13",
  "2027-06-14",
  "2027-07-23",
  "2027-08-19",
  "2028-02-29",
  "2027-03-22",
  "2027-04-05",
].map(toDate);

const areas = days.map((today) => [today, demonstration(today)] as const);
const latest = demonstration(toDate("2026-11-22"));
const { history } = latest;

const statesOf = (records: readonly { readonly record: { readonly state: string } }[]) =>
  new Set(records.map(({ record }) => record.state));

const toldRecords = ({ history: told }: DemonstrationArea) => [
  ...told.needs,
  ...told.offers,
  ...told.deployments,
  ...told.deployments.flatMap(({ visits }) => visits),
  ...told.concerns,
];

describe("two terms of history", () => {
  test("have fifty-five needs and every state that a need can be in, on any day", () => {
    for (const [today, { history: told }] of areas) {
      expect(told.needs, today).toHaveLength(55);
      expect(statesOf(told.needs), today).toEqual(
        new Set(["draft", "submitted", "open", "offered", "agreed", "on-hold", "closed"]),
      );
    }
  });

  test("show every end that a need can come to", () => {
    const outcomes = history.needs.flatMap(({ record }) =>
      record.state === "closed" ? [record.outcome] : [],
    );
    expect(new Set(outcomes)).toEqual(
      new Set(["met", "partly-met", "unmet", "withdrawn", "duplicate", "escalated"]),
    );
  });

  test("show offers, deployments, capacity and concerns in every state", () => {
    expect(statesOf(history.offers)).toEqual(
      new Set([
        "proposed",
        "sent",
        "accepted",
        "released",
        "confirmed",
        "declined",
        "expired",
        "withdrawn",
      ]),
    );
    expect(statesOf(history.deployments)).toEqual(
      new Set([
        "drafting",
        "awaiting-signatures",
        "active",
        "paused",
        "completing",
        "evaluated",
        "closed",
        "ended-early",
      ]),
    );
    expect(new Set(history.capacityLines.map(({ line }) => line.state))).toEqual(
      new Set(["indicative", "firm", "lapsed", "withdrawn"]),
    );
    expect(statesOf(history.concerns)).toEqual(
      new Set(["raised", "handled", "escalated", "resolved"]),
    );
  });

  test("show visits to come, done without a note, noted, agreed, disputed, put right and cancelled", () => {
    const visits = history.deployments.flatMap((deployment) => deployment.visits);
    expect(statesOf(visits)).toEqual(
      new Set([
        "planned",
        "done",
        "noted",
        "agreed-accurate",
        "marked-inaccurate",
        "amended",
        "cancelled",
      ]),
    );
    expect(visits.length).toBeGreaterThan(60);
  });

  test("are over before today and in the order of time, on any day", () => {
    for (const [today, area] of areas) {
      for (const { begunAt, steps, record } of toldRecords(area)) {
        const times = [begunAt, ...steps.map(({ command }) => command.at)];
        expect(times, JSON.stringify(record)).toEqual(times.toSorted());
        expect(
          String(times.at(-1)).slice(0, 10) < today,
          `${today} ${JSON.stringify(record)}`,
        ).toBe(true);
      }
    }
  });

  test("have an answer due and not overdue on every offer that is out, and one such offer for a need", () => {
    for (const [today, { history: told }] of areas) {
      const out = told.offers.filter(({ record }) => "due" in record);
      for (const { record } of out)
        expect("due" in record && record.due.slice(0, 10) >= today).toBe(true);
      expect(new Set(out.map(({ record }) => record.need)).size).toBe(out.length);
      const offered = told.needs.filter(({ record }) => record.state === "offered");
      expect(offered.map(({ record }) => record.id)).toEqual(out.map(({ record }) => record.need));
    }
  });

  test("leave something for each of those who sign in", () => {
    for (const [today, { history: told, signIns, people }] of areas) {
      const idOf = (role: string) => signIns.find((signIn) => signIn.role === role)?.personId;
      const head = people.find(({ id }) => id === idOf("head"));
      const urn = head?.grants[0]?.urn;
      const own = told.needs.filter(({ beginning }) => beginning.ask.school === urn);
      expect(statesOf(own), today).toEqual(new Set(["draft", "open", "agreed", "closed"]));
      const asked = told.offers.filter(
        ({ record }) => record.leader === idOf("leader") && record.state === "sent",
      );
      expect(asked, today).toHaveLength(1);
      expect(
        told.deployments.filter(({ record }) => record.leader === idOf("leader")).length,
      ).toBeGreaterThan(2);
    }
  });
});

describe("impact", () => {
  test("is read between baseline and today, never before the visit that read it", () => {
    for (const { deploymentId, date, objective } of history.readings) {
      const deployment = history.deployments.find(({ beginning }) => beginning.id === deploymentId);
      const baseline = deployment?.beginning.terms.objectives[objective]?.baseline;
      expect(baseline && baseline.date < date && date < "2026-11-22").toBe(true);
    }
  });

  test("moves the right way where a need was met", () => {
    const met = history.needs.flatMap(({ record }) =>
      record.state === "closed" && record.outcome === "met" ? [record.id] : [],
    );
    expect(met.length).toBeGreaterThan(4);
    for (const needId of met) {
      const deployment = history.deployments.find(({ beginning }) => beginning.need === needId);
      for (const [place, { measure, target }] of (
        deployment?.beginning.terms.objectives ?? []
      ).entries()) {
        const last = history.readings.findLast(
          (reading) =>
            reading.deploymentId === deployment?.beginning.id && reading.objective === place,
        );
        const isReached =
          measure.direction === "up"
            ? (last?.value ?? 0) >= target.value
            : (last?.value ?? 99) <= target.value;
        expect(isReached, needId).toBe(true);
      }
    }
  });

  test("is followed up two terms later; some have answered and one has not", () => {
    expect(history.followUps.some(({ answer }) => answer !== null)).toBe(true);
    expect(
      history.followUps.some(({ answer, askedAt }) => answer === null && askedAt !== null),
    ).toBe(true);
    expect(history.followUps.some(({ askedAt }) => askedAt === null)).toBe(true);
  });
});

describe("the boards", () => {
  test("met once a term, freeze their pack a week before and carry actions forward until they are done", () => {
    for (const { meetings } of history.boards) {
      expect(meetings).toHaveLength(4);
      const carried = meetings.flatMap(({ actions }, index) =>
        actions.filter(({ doneOn }) => doneOn === null || doneOn > (meetings[index + 1]?.on ?? "")),
      );
      expect(carried.length).toBeGreaterThan(0);
      for (const { on, packFrozenOn } of meetings) {
        if (packFrozenOn !== null) expect(addDays(packFrozenOn, 7)).toBe(on);
      }
    }
  });
});

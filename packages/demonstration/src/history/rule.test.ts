import { describe, expect, test } from "vitest";
import { addDays, londonDateOf, weekdayOf } from "@alongside/domain/calendar";
import { balancesOf, breachesOf } from "@alongside/domain/capacity";
import { isInForce } from "@alongside/domain/code-list";
import { phaseGroupOf } from "@alongside/domain/partnership";
import type { SchoolRecord, Urn } from "@alongside/domain/school";
import { demonstration } from "../demonstration.ts";
import { toDate } from "../calendar.ts";
import { metresBetween } from "../geography/polygon.ts";
import { isSchoolDay } from "./term.ts";

const areas = ["2026-11-22", "2026-09-07", "2027-01-09", "2027-04-20", "2027-08-01"]
  .map(toDate)
  .map(demonstration);

const schoolIn = (schools: readonly SchoolRecord[], urn: Urn | undefined): SchoolRecord => {
  const school = schools.find((candidate) => candidate.urn === urn);
  if (school === undefined) throw new Error(`No school ${urn}`);
  return school;
};

const pointOf = ({ easting, northing }: SchoolRecord) => [easting ?? 0, northing ?? 0] as const;

describe("the day ledger", () => {
  test("is sound after every entry: nothing negative, nothing oversold", () => {
    for (const { history } of areas) {
      for (const { entries, lineId } of history.ledgers) {
        for (const [index] of entries.entries()) {
          expect(breachesOf(balancesOf(entries.slice(0, index + 1))), `${lineId} ${index}`).toEqual(
            [],
          );
        }
      }
    }
  });

  test("delivers the half-days of the visits that were done, and holds those of the offers that are out", () => {
    for (const { history } of areas) {
      const sum = (account: "delivered" | "held" | "booked") =>
        history.ledgers.reduce((total, { accounts }) => total + accounts[account], 0);
      const visits = history.deployments.flatMap((deployment) => deployment.visits);
      const halfDays = (wanted: (state: string) => boolean) =>
        visits
          .filter(({ record }) => wanted(record.state))
          .reduce((total, { record }) => total + record.halfDays, 0);
      expect(sum("booked")).toBe(halfDays((state) => state === "planned"));
      expect(sum("delivered")).toBe(
        halfDays((state) => state !== "planned" && state !== "cancelled"),
      );
      const unsigned = new Set(
        history.deployments
          .filter(({ record }) => ["drafting", "awaiting-signatures"].includes(record.state))
          .map(({ beginning }) => beginning.offer),
      );
      const held = history.offers
        .filter(({ record }) => "due" in record || unsigned.has(record.id))
        .reduce((total, { record }) => total + record.halfDays, 0);
      expect(sum("held")).toBe(held);
    }
  });
});

describe("an offer", () => {
  test("goes only to a leader whom the hard rules allow", () => {
    for (const { history, leaders, schools } of areas) {
      for (const { beginning, begunAt } of history.offers) {
        const ask = history.needs.find((need) => need.beginning.id === beginning.need)?.beginning
          .ask;
        const leader = leaders.find(({ personId }) => personId === beginning.leader);
        const [home, school] = [schoolIn(schools, leader?.homeUrn), schoolIn(schools, ask?.school)];
        expect(home.urn).not.toBe(school.urn);
        expect(home.trustCode === null || home.trustCode !== school.trustCode).toBe(true);
        expect(leader?.expertise.map(({ area }) => area)).toContain(ask?.primaryArea);
        expect(leader?.phaseGroups).toContain(phaseGroupOf(school));
        expect(metresBetween(pointOf(home), pointOf(school)) / 1000).toBeLessThanOrEqual(
          leader?.maxKm ?? 0,
        );
        expect(leader?.designations.some((one) => isInForce(one, londonDateOf(begunAt)))).toBe(
          true,
        );
      }
    }
  });

  test("is made from a line that was firm by then", () => {
    for (const { history } of areas) {
      for (const { beginning, begunAt } of history.offers) {
        const capacity = history.capacityLines.find(({ line }) => line.id === beginning.line);
        expect(capacity?.published && capacity.published.at < begunAt, beginning.id).toBe(true);
      }
    }
  });

  test("never takes a leader past the schools that one term allows", () => {
    for (const { history, leaders } of areas) {
      for (const { line } of history.capacityLines) {
        const kept = history.offers.filter(
          ({ beginning, record }) => beginning.line === line.id && record.state === "confirmed",
        );
        const most = leaders.find(({ personId }) => personId === line.leader)?.maxSchools ?? 0;
        expect(kept.length).toBeLessThanOrEqual(most);
      }
    }
  });
});

describe("an agreement", () => {
  test("is signed by three different people", () => {
    for (const { history } of areas) {
      for (const { record } of history.deployments) {
        const signatures = "agreement" in record ? (record.agreement?.signatures ?? []) : [];
        expect(new Set(signatures.map(({ person }) => person)).size).toBe(signatures.length);
        if (record.state === "active") expect(signatures).toHaveLength(3);
      }
    }
  });

  test("grew once by a day, with a second version in force", () => {
    const grown = areas[0]?.history.deployments.filter(
      ({ record }) => record.state === "active" && record.past.length > 0,
    );
    expect(grown).toHaveLength(1);
  });
});

describe("a visit", () => {
  test("is on a school day that the leader gives, and never at two schools on one day", () => {
    for (const { history, terms } of areas) {
      const taken = new Set<string>();
      for (const { beginning, visits } of history.deployments) {
        const offer = history.offers.find((one) => one.beginning.id === beginning.offer);
        const capacity = history.capacityLines.find(
          ({ line }) => line.id === offer?.beginning.line,
        );
        const term = terms.find(({ id }) => id === capacity?.termId);
        for (const { record } of visits) {
          const entry = `${beginning.leader} ${record.date}`;
          if (record.state === "cancelled") continue;
          expect(taken.has(entry), entry).toBe(false);
          taken.add(entry);
          expect(term && isSchoolDay(record.date, term)).toBe(true);
          expect(capacity?.line.supply.weekdays).toContain(weekdayOf(record.date));
        }
      }
    }
  });
});

describe("a concern", () => {
  test("is never about a school from which a leader comes", () => {
    for (const { history, leaders } of areas) {
      const homes = new Set(leaders.map(({ homeUrn }) => homeUrn));
      for (const { beginning } of history.concerns) expect(homes.has(beginning.school)).toBe(false);
    }
  });

  test("has a reply that came in time, or a day that is still ahead", () => {
    const [area] = areas;
    for (const { record } of area?.history.concerns ?? []) {
      if (record.state !== "escalated") continue;
      const { reply, replyBy } = record.current;
      expect(
        reply === null ? replyBy > "2026-11-22" : londonDateOf(reply.at) <= addDays(replyBy, 0),
      ).toBe(true);
    }
  });
});

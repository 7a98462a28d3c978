import { describe, expect, test } from "vitest";
import { defaultCodeLists, holdsCode } from "@alongside/domain/code-list";
import type { PersonId } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import { demonstration } from "../demonstration.ts";
import { toDate } from "../calendar.ts";

const area = demonstration(toDate("2026-11-22"));
const { history } = area;
const people = new Set(area.people.map(({ id }) => id));
const leaders = new Set(area.leaders.map(({ personId }) => personId));
const urns = new Set(
  area.schools.filter(({ status }) => status !== "closed").map(({ urn }) => urn),
);
const visits = history.deployments.flatMap((deployment) => deployment.visits);

const missing = <Id>(known: ReadonlySet<Id>, ids: readonly (Id | null)[]): readonly Id[] =>
  ids.flatMap((id) => (id === null || known.has(id) ? [] : [id]));

const idsOf = <Id>(
  records: readonly { readonly beginning: { readonly id: Id } }[],
): ReadonlySet<Id> => new Set(records.map(({ beginning }) => beginning.id));

const isCode = (list: string, code: string): boolean =>
  defaultCodeLists.some((candidate) => candidate.id === list && holdsCode(candidate, code));

describe("every reference", () => {
  test("to a person is to someone of the area", () => {
    const told = [
      ...history.needs,
      ...history.offers,
      ...history.deployments,
      ...visits,
      ...history.concerns,
    ];
    const actors: readonly (PersonId | null)[] = [
      ...told.flatMap(({ begunBy, steps }) => [begunBy.by, ...steps.map(({ by }) => by)]),
      ...history.capacityLines.flatMap(({ steps }) => steps.map(({ by }) => by)),
      ...history.followUps.map(({ answer }) => answer?.by ?? null),
      ...history.boards.flatMap(({ chairId, clerkId, memberIds, meetings }) => [
        chairId,
        clerkId,
        ...memberIds,
        ...meetings.flatMap(({ actions }) => actions.map(({ ownerId }) => ownerId)),
      ]),
      ...history.conflicts.map(({ decision }) => decision?.by ?? null),
      ...visits.flatMap(({ record }) =>
        "note" in record ? record.note.actions.map(({ owner }) => owner) : [],
      ),
    ];
    expect(actors.length).toBeGreaterThan(500);
    expect(missing(people, actors)).toEqual([]);
  });

  test("to a leader is to a leader", () => {
    const ids = [
      ...history.capacityLines.map(({ line }) => line.leader),
      ...history.offers.map(({ beginning }) => beginning.leader),
      ...history.deployments.map(({ beginning }) => beginning.leader),
      ...history.packages.map(({ leaderId }) => leaderId),
      ...history.conflicts.map(({ leaderId }) => leaderId),
      ...history.needs.flatMap(({ beginning }) =>
        (beginning.ask.preferred ?? []).map(({ leader }) => leader),
      ),
    ];
    expect(missing(leaders, ids)).toEqual([]);
  });

  test("to a school is to an open one", () => {
    const ids: readonly (Urn | null)[] = [
      ...history.needs.map(({ beginning }) => beginning.ask.school),
      ...history.needs.flatMap(({ steps }) => steps.map(({ onBehalfOf }) => onBehalfOf)),
      ...history.concerns.map(({ beginning }) => beginning.school),
      ...history.packages.flatMap(({ interested }) => interested),
      ...history.conflicts.map(({ urn }) => urn),
    ];
    expect(missing(urns, ids)).toEqual([]);
  });

  test("from offer to need and line, from deployment to offer, from visit and reading to deployment holds", () => {
    const lines = new Set(history.capacityLines.map(({ line }) => line.id));
    const terms = new Set(area.terms.map(({ id }) => id));
    const deployments = idsOf(history.deployments);
    expect(
      missing(
        idsOf(history.needs),
        history.offers.map(({ beginning }) => beginning.need),
      ),
    ).toEqual([]);
    expect(
      missing(
        lines,
        history.offers.map(({ beginning }) => beginning.line),
      ),
    ).toEqual([]);
    expect(
      missing(
        lines,
        history.ledgers.map(({ lineId }) => lineId),
      ),
    ).toEqual([]);
    expect(
      missing(
        terms,
        history.capacityLines.map(({ termId }) => termId),
      ),
    ).toEqual([]);
    expect(
      missing(
        idsOf(history.offers),
        history.deployments.map(({ beginning }) => beginning.offer),
      ),
    ).toEqual([]);
    expect(
      missing(
        deployments,
        visits.map(({ beginning }) => beginning.deployment),
      ),
    ).toEqual([]);
    expect(
      missing(
        deployments,
        history.readings.map(({ deploymentId }) => deploymentId),
      ),
    ).toEqual([]);
    expect(
      missing(
        deployments,
        history.followUps.map(({ deploymentId }) => deploymentId),
      ),
    ).toEqual([]);
  });

  test("to a code is to one that a new partnership has", () => {
    for (const { beginning } of history.needs) {
      const {
        primaryArea = "",
        otherAreas = [],
        modes = [],
        focus = [],
        fundingSource = "",
      } = beginning.ask;
      for (const code of [primaryArea, ...otherAreas])
        expect(isCode("expertise", code), code).toBe(true);
      for (const code of modes) expect(isCode("work-mode", code), code).toBe(true);
      for (const code of focus) expect(isCode("need-focus-report-card", code), code).toBe(true);
      expect(isCode("funding-source", fundingSource)).toBe(true);
    }
    for (const { record } of history.offers) {
      if (record.state !== "declined") continue;
      const list =
        record.by === "supported-school" ? "school-decline-reason" : "leader-decline-reason";
      expect(isCode(list, record.reason)).toBe(true);
    }
    for (const { area: code } of history.packages) expect(isCode("expertise", code)).toBe(true);
    for (const { record } of history.concerns) {
      if (record.state === "escalated")
        expect(isCode("escalation-reason", record.current.reason)).toBe(true);
    }
  });

  test("is to an id that one record alone bears", () => {
    const all = [
      ...history.needs,
      ...history.offers,
      ...history.deployments,
      ...visits,
      ...history.concerns,
    ];
    const ids = all.map(({ beginning }) => String(beginning.id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

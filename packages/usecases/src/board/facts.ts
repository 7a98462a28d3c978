import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import {
  listConflictsForBoard,
  listNeedsForBoard,
  listPlacesForBoard,
  listSupplyForBoard,
  listWorkForBoard,
  type NeedForBoard,
  type SupplyForBoard,
  type WorkForBoard,
} from "@alongside/db/views/board";
import { listTrackedObjectives } from "@alongside/db/views/impact";
import type { Facts, NeedFact, Place, SupplyFact, WorkFact } from "@alongside/domain/board";
import type { Instant } from "@alongside/domain/calendar";
import { chargesOf, termsOf } from "@alongside/domain/deployment";
import { outcomeOfObjective, type ObjectiveOutcome } from "@alongside/domain/impact";
import { phaseGroupOf, zoneServes } from "@alongside/domain/partnership";
import type { Phase, Setting, Urn } from "@alongside/domain/school";
import { parseInstant } from "@alongside/domain/calendar";
import { toTracked } from "../impact/objective.ts";

type School = { readonly urn: Urn; readonly phase: Phase; readonly setting: Setting };
type ToPlace = (school: School) => Place;

const momentOf = (text: string): Instant => {
  const known = parseInstant(text);
  if (known === undefined) throw new Error(`${text} is no instant`);
  return known;
};

const placing = async (read: Read, area: Area): Promise<ToPlace> => {
  const places = Map.groupBy(await listPlacesForBoard(read, area.id), ({ urn }) => urn);
  return ({ urn, phase, setting }) => {
    const group = phaseGroupOf({ phase, setting });
    const own = places.get(urn)?.find(({ phaseGroup }) => zoneServes(phaseGroup, group));
    return { urn, group, zone: own?.zoneId ?? null };
  };
};

const toNeedFact = (row: NeedForBoard, place: ToPlace): readonly NeedFact[] =>
  row.submittedAt === null
    ? []
    : [
        {
          ...place(row),
          id: row.id,
          stage: row.state,
          band: row.band,
          area: row.area ?? "",
          halfDays: row.halfDays ?? 0,
          outcome: row.outcome,
          submittedAt: momentOf(row.submittedAt),
          matchedAt: row.matchedAt,
          offersLost: row.offersLost,
        },
      ];

const toSupplyFact = (row: SupplyForBoard): SupplyFact => ({
  id: row.id,
  leader: row.personId,
  term: row.termId,
  state: row.state,
  goodUntil: row.goodUntil,
  zones: row.zones,
  groups: [...new Set(row.phases.map((phase) => phaseGroupOf({ phase, setting: "mainstream" })))],
  areas: row.areas.map(({ area }) => area),
  published: row.state === "firm" ? row.free : 0,
  held: row.held,
  committed: row.committed,
  booked: row.booked,
  delivered: row.delivered,
});

const toWorkFact = (
  row: WorkForBoard,
  place: ToPlace,
  objectives: readonly ObjectiveOutcome[],
): WorkFact => ({
  ...place(row),
  id: row.id,
  leader: row.personId,
  state: row.state,
  openedAt: momentOf(row.createdAt),
  agreed: row.halfDays,
  delivered: row.delivered,
  pence: chargesOf(termsOf(row.deployment)?.funding ?? [], row.delivered).reduce(
    (sum, { pence }) => sum + pence,
    0,
  ),
  objectives,
  followUp: row.followUpDue === null ? null : { dueOn: row.followUpDue, answer: row.sustained },
});

type TrackedRow = Awaited<ReturnType<typeof listTrackedObjectives>>[number];
type ConflictRow = Awaited<ReturnType<typeof listConflictsForBoard>>[number];

/** The records of an area with what a reader of rows is shown of each. */
export type Records = {
  readonly needs: readonly NeedForBoard[];
  readonly work: readonly WorkForBoard[];
  readonly supply: readonly SupplyForBoard[];
  readonly conflicts: readonly ConflictRow[];
  readonly objectives: readonly TrackedRow[];
};

/** All that the figures of an area are made of, as it stands at an instant. */
export const readFacts = async (
  read: Read,
  area: Area,
  at: Instant,
): Promise<{ readonly facts: Facts; readonly records: Records }> => {
  const [place, needs, supply, work, conflicts] = await Promise.all([
    placing(read, area),
    listNeedsForBoard(read, area.id),
    listSupplyForBoard(read, area.id, at),
    listWorkForBoard(read, area.id),
    listConflictsForBoard(read, area.id),
  ]);
  const objectives = await listTrackedObjectives(
    read,
    work.map(({ id }) => id),
  );
  const byWork = Map.groupBy(objectives, ({ row }) => row.deploymentId);
  const outcomes = ({ id }: WorkForBoard): readonly ObjectiveOutcome[] =>
    (byWork.get(id) ?? []).map((one) => outcomeOfObjective(toTracked(one.row, one.readings)));
  return {
    facts: {
      needs: needs.flatMap((row) => toNeedFact(row, place)),
      supply: supply.map(toSupplyFact),
      work: work.map((row) => toWorkFact(row, place, outcomes(row))),
      conflicts: conflicts.map(({ id, state }) => ({ id, state })),
    },
    records: { needs, supply, work, conflicts, objectives },
  };
};

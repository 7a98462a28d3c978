import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listFinishedWork, listTrackedObjectives } from "@alongside/db/views/impact";
import { listCodeEntries } from "@alongside/db/views/partnership";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import { maySeeTrackRecord } from "@alongside/domain/identity";
import { outcomeOfObjective, shareOfAnswers } from "@alongside/domain/impact";
import {
  fewestWorks,
  priorOf,
  resultOfWork,
  shrink,
  trackRecords,
  type FinishedWork,
  type TrackRecord,
} from "@alongside/domain/track-record";
import { found, todayOf, type Context } from "../context/index.ts";
import { openLeader } from "../leader/place.ts";
import { toTracked } from "./objective.ts";

/** Every finished piece of work of an area with what came of it. */
const finishedWork = async (read: Read, areaId: AreaId): Promise<readonly FinishedWork[]> => {
  const rows = await listFinishedWork(read, areaId);
  if (rows.length === 0) return [];
  const objectives = await listTrackedObjectives(
    read,
    rows.map(({ row }) => row.id),
  );
  return rows.flatMap(({ row, primaryArea, sustained }): readonly FinishedWork[] => {
    const own = objectives.filter((objective) => objective.row.deploymentId === row.id);
    const given = "evaluations" in row.deployment ? row.deployment.evaluations : [];
    const bySchool = given.find(({ side }) => side === "supported-school");
    const result = resultOfWork({
      outcomes: own.map((objective) =>
        outcomeOfObjective(toTracked(objective.row, objective.readings)),
      ),
      evaluation: bySchool === undefined ? null : (shareOfAnswers(bySchool) ?? null),
      followUp: sustained,
    });
    if (result === null || primaryArea === null) return [];
    return [{ leader: row.personId, area: primaryArea, result }];
  });
};

export type TrackRecordOf = (leader: PersonId, expertise: string) => TrackRecord;

/**
 * How well each leader's finished work came out in an area of expertise, shrunk towards the partnership's mean: for the fit score. A leader
 * without any has the mean, so that nobody is put behind for being new. Undefined while the whole partnership has finished too little to
 * tell anybody apart.
 */
export const trackRecordOf = async (
  read: Read,
  areaId: AreaId,
): Promise<TrackRecordOf | undefined> => {
  const works = await finishedWork(read, areaId);
  if (works.length < fewestWorks) return undefined;
  const prior = priorOf(works);
  const known = new Map(
    trackRecords(works).map((record) => [`${record.leader} ${record.area}`, record]),
  );
  return (leader, area) => known.get(`${leader} ${area}`) ?? shrink({ leader, area }, [], prior);
};

/**
 * A leader's own record by area of expertise: for the leader and those who broker, never beside another's. Areas with fewer than three
 * finished pieces of work say how many, and no figure.
 */
export const getTrackRecord = async (
  ctx: Context,
  area: Area,
  input: { readonly personId: PersonId },
) => {
  const { row, place } = await openLeader(ctx, ctx.read, { area, personId: input.personId });
  found(maySeeTrackRecord(ctx.actor, place) ? row : undefined);
  const works = await finishedWork(ctx.read, area.id);
  const entries = await listCodeEntries(ctx.read, area.id);
  const labelOf = (code: string) =>
    entries.find((entry) => entry.list === "expertise" && entry.code === code)?.label ?? code;
  const prior = priorOf(works);
  const own = trackRecords(works).filter(({ leader }) => leader === input.personId);
  return {
    leader: { personId: input.personId, name: row.name, homeSchool: row.homeSchool },
    isSelf: ctx.actor.kind === "person" && ctx.actor.personId === input.personId,
    today: todayOf(ctx),
    fewestWorks,
    mean: works.length < fewestWorks ? null : prior.mean,
    works: works.length,
    areas: own.map(({ area: code, works: count, value, low, high }) => ({
      code,
      label: labelOf(code),
      works: count,
      figure: count < fewestWorks ? null : { value, low, high },
    })),
  };
};

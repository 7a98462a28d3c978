import type { Read } from "@alongside/db";
import type { ObjectiveRow } from "@alongside/db/views/deployment";
import { listObjectives } from "@alongside/db/views/deployment";
import { listReadings } from "@alongside/db/views/impact";
import { measureCatalogue } from "@alongside/domain/code-list";
import type { DeploymentId } from "@alongside/domain/deployment";
import {
  actualOf,
  outcomeOfObjective,
  progressOf,
  suggestedOutcome,
  type Reading,
  type TrackedObjective,
} from "@alongside/domain/impact";

/** An objective as the rules of progress know one. */
export const toTracked = (row: ObjectiveRow, readings: readonly Reading[]): TrackedObjective => ({
  direction: row.direction,
  baseline: { value: row.baseline, date: row.baselineOn, source: row.baselineSource },
  target: { value: row.target, by: row.targetBy },
  readings: readings.map(({ value, date, source }) => ({ value, date, source })),
});

/** Whether the Department publishes the measure, so that it can be set beside that of other schools. */
export const isPublished = (measure: string): boolean =>
  measureCatalogue.some(
    ({ code, publishedBy }) => code === measure && publishedBy === "department",
  );

/** The objectives of a deployment with all readings, the progress that the latest makes, and what they suggest for the whole. */
export const readObjectives = async (read: Read, id: DeploymentId) => {
  const [rows, given] = await Promise.all([listObjectives(read, id), listReadings(read, id)]);
  const objectives = rows.map((row) => {
    const own = given.filter((reading) => reading.row.objectiveId === row.id);
    const standing = own.filter((reading) => reading.row.takenBackAt === null);
    const tracked = toTracked(
      row,
      standing.map((reading) => reading.row),
    );
    const actual = actualOf(tracked);
    return {
      tracked,
      line: {
        id: row.id,
        text: row.text,
        measure: { code: row.measure, label: row.measureLabel, unit: row.unit },
        direction: row.direction,
        isPublished: isPublished(row.measure),
        baseline: tracked.baseline,
        target: tracked.target,
        readings: own.map(({ row: reading, by }) => ({
          id: reading.id,
          value: reading.value,
          date: reading.date,
          source: reading.source,
          by,
          takenBack: reading.takenBackReason,
        })),
        actual: actual?.value ?? null,
        progress: actual === undefined ? null : progressOf(tracked, actual.value),
        outcome: outcomeOfObjective(tracked),
      },
    };
  });
  return {
    lines: objectives.map(({ line }) => line),
    suggested: suggestedOutcome(objectives.map(({ tracked }) => tracked)),
  };
};

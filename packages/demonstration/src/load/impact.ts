import { recordFollowUp, recordReading, recordReview } from "@alongside/db/stores/impact";
import type { Write } from "@alongside/db";
import { addDays, instantOf, londonDateOf, type Instant } from "@alongside/domain/calendar";
import { termsOf } from "@alongside/domain/deployment";
import type { Context } from "@alongside/usecases/context";
import type { DemonstrationArea } from "../area.ts";
import type { DemonstrationDeployment } from "../history/index.ts";

const noon = (date: string): Instant => instantOf(Date.parse(`${date}T12:00:00Z`));

const deploymentIn = (area: DemonstrationArea, id: string): DemonstrationDeployment => {
  const told = area.history.deployments.find(({ beginning }) => beginning.id === id);
  if (told === undefined) throw new Error(`${id} is not told`);
  return told;
};

/** Readings are of the objectives in force; a baseline that was taken later than a reading keeps that reading out. */
const loadReadings = async (tx: Write, area: DemonstrationArea): Promise<void> => {
  for (const [index, reading] of area.history.readings.entries()) {
    const { deploymentId, objective: position, date, value, source } = reading;
    const { record, beginning } = deploymentIn(area, deploymentId);
    const objective = termsOf(record)?.objectives[position];
    if (objective === undefined || !("agreement" in record) || record.agreement === null) continue;
    if (date < objective.baseline.date) continue;
    await recordReading(tx, {
      id: `reading-${index + 1}`,
      areaId: area.id,
      deploymentId,
      objectiveId: objective.id,
      value,
      date,
      source,
      addedBy: beginning.leader,
      addedAt: noon(date),
    });
  }
};

const summaries = {
  "on-track": "Both sides see the change in lessons; the readings go the right way.",
  "at-risk": "The work goes on as agreed, and one objective has hardly moved.",
} as const;

/** Every second piece of work that has come past its middle was looked at on its middle visit. */
const loadReviews = async (tx: Write, area: DemonstrationArea): Promise<void> => {
  for (const [index, { beginning, record, visits }] of area.history.deployments.entries()) {
    const middle = visits[Math.floor((visits.length - 1) / 2)]?.record;
    const isSigned = "agreement" in record && record.agreement !== null;
    if (!isSigned || index % 2 === 1 || middle === undefined || !("doneAt" in middle)) continue;
    const track = index % 6 === 4 ? "at-risk" : "on-track";
    await recordReview(tx, {
      deploymentId: beginning.id,
      areaId: area.id,
      heldOn: middle.date,
      track,
      summary: summaries[track],
      change: track === "at-risk" ? "One more visit goes to the year group that is behind." : "",
      by: beginning.leader,
      at: noon(middle.date),
    });
  }
};

const loadFollowUps = async (tx: Write, area: DemonstrationArea, today: string): Promise<void> => {
  for (const { deploymentId, askedAt, dueOn, answer } of area.history.followUps) {
    const isAsked =
      askedAt !== null && londonDateOf(askedAt) <= today && addDays(dueOn, -60) <= today;
    if (!isAsked) continue;
    await recordFollowUp(tx, {
      deploymentId,
      areaId: area.id,
      dueOn,
      askedAt,
      ...(answer === null
        ? {}
        : {
            sustained: answer.sustained,
            comment: answer.comment,
            answeredBy: answer.by,
            answeredAt: answer.at,
            version: 2,
          }),
    });
  }
};

/** Writes what the invented work changed: readings, looks half-way and follow-ups. Evaluations are part of the deployments. */
export const loadImpact = (ctx: Context, area: DemonstrationArea): Promise<void> =>
  ctx.write(async (tx) => {
    await loadReadings(tx, area);
    await loadReviews(tx, area);
    await loadFollowUps(tx, area, londonDateOf(instantOf(ctx.now())));
  });

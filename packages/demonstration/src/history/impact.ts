import { addDays, type Instant } from "@alongside/domain/calendar";
import { measureCatalogue } from "@alongside/domain/code-list";
import type { DeploymentId, Objective } from "@alongside/domain/deployment";
import type { PersonId } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import { randomFrom, rounded } from "../random.ts";
import { followUpComments } from "../words/need-words.ts";
import type { Casting } from "./cast.ts";
import type { DemonstrationDeployment } from "./deployment.ts";
import { momentOn, workingDayUntil } from "./moment.ts";
import { termFromNow } from "./term.ts";

/** One value of an objective's measure between baseline and target. Objectives are named by their place, from 0. */
export type DemonstrationReading = {
  readonly deploymentId: DeploymentId;
  readonly objective: number;
  readonly date: IsoDate;
  readonly value: number;
  readonly source: string;
};

/** The look back two terms after the end of a deployment. */
export type DemonstrationFollowUp = {
  readonly deploymentId: DeploymentId;
  readonly askedAt: Instant | null;
  readonly dueOn: IsoDate;
  readonly answer: {
    readonly at: Instant;
    readonly by: PersonId;
    readonly sustained: "kept" | "partly";
    readonly comment: string;
  } | null;
};

/** How much of the way to the target each objective came by the end. */
const reachOf = ({ scene }: Casting, objective: number): number => {
  if (scene.stage === "met" || scene.stage === "evaluated") return 1.08;
  if (scene.stage === "partly-met") return objective === 0 ? 1.05 : 0.45;
  return scene.stage === "ended-early" ? 0.15 : 0.9;
};

const valueAt = (
  casting: Casting,
  { baseline, target }: Objective,
  way: { readonly objective: number; readonly share: number },
): number => {
  const unrest = randomFrom(`reading:${casting.key}:${way.objective}:${way.share}`).between(
    -0.06,
    0.06,
  );
  const share = way.share * reachOf(casting, way.objective) + (way.share < 1 ? unrest : 0);
  return rounded(baseline.value + (target.value - baseline.value) * share, 1);
};

const sourceOf = ({ measure }: Objective): string => {
  const entry = measureCatalogue.find(({ code }) => code === measure.code);
  return entry?.publishedBy === "department"
    ? "School’s own check"
    : (entry?.source ?? "As stated");
};

/** Read on the middle visit and on the last, if they have been. */
export const readingsOf = (
  casting: Casting,
  { beginning, visits }: DemonstrationDeployment,
): readonly DemonstrationReading[] => {
  const last = visits.length - 1;
  const readOn = last < 1 ? [last] : [Math.floor(last / 2), last];
  return readOn.flatMap((index) => {
    const visit = visits[index];
    if (visit === undefined || !("doneAt" in visit.record)) return [];
    const share = last < 1 ? 1 : index / last;
    return beginning.terms.objectives.map((objective, position) => ({
      deploymentId: beginning.id,
      objective: position,
      date: visit.record.date,
      value: valueAt(casting, objective, { objective: position, share }),
      source: sourceOf(objective),
    }));
  });
};

/** Asked for two weeks before it is due; the school of the fourth scene has not answered. */
export const followUpsOf = (
  casting: Casting,
  { beginning, record }: DemonstrationDeployment,
  today: IsoDate,
): readonly DemonstrationFollowUp[] => {
  const { term, stage } = casting.scene;
  if (record.state !== "closed" || term === null) return [];
  const dueOn = addDays(termFromNow(today, term + 2).startsOn, 25);
  const asked = workingDayUntil(addDays(dueOn, -14));
  const answered = workingDayUntil(addDays(dueOn, -6 + (casting.position % 3)));
  const sustained = stage === "met" ? "kept" : "partly";
  const { personId: by } = casting.schoolActor;
  return [
    {
      deploymentId: beginning.id,
      askedAt: asked < today ? momentOn(asked, 420) : null,
      dueOn,
      answer:
        answered < today && casting.position !== 3
          ? { at: momentOn(answered, 700), by, sustained, comment: followUpComments[sustained] }
          : null,
    },
  ];
};

import { listObjectives } from "@alongside/db/views/deployment";
import { dateOf } from "@alongside/domain/calendar";
import type { ObjectiveId } from "@alongside/domain/deployment";
import { completeDeployment } from "../deployment/index.ts";
import { openVisitWorld, type VisitWorld } from "../visit/visit-world.ts";
import { evaluateWork, type NewReading } from "./index.ts";

/** For tests alone: a world with work under way, and ways to bring it to its end. */
export type ImpactWorld = VisitWorld & {
  readonly objectiveId: ObjectiveId;
  readonly reading: (changes?: Partial<NewReading>) => NewReading;
  /** Says that the work is done. */
  readonly complete: () => Promise<unknown>;
  /** Both sides evaluate. */
  readonly evaluate: () => Promise<void>;
};

export const schoolAnswers = { difference: 4, fit: 3, reliability: 4, again: 4, changed: "Groups" };
export const leaderAnswers = { difference: 3, fit: 4, reliability: 3, again: 4, changed: "Habits" };

export const openImpactWorld = async (): Promise<ImpactWorld> => {
  const world = await openVisitWorld();
  const { area, coordinator, drafted, head, lena, database } = world;
  const [objective] = await listObjectives(database.read, drafted.id);
  if (objective === undefined) throw new Error("the agreement has no objective");
  const { id: deploymentId } = drafted;
  return {
    ...world,
    objectiveId: objective.id,
    reading: (changes) => ({
      deploymentId,
      objectiveId: objective.id,
      value: 66,
      date: dateOf(2026, 3, 1),
      source: "Screening of the spring",
      ...changes,
    }),
    complete: async () => completeDeployment(coordinator, area, await world.seen()),
    evaluate: async () => {
      const id = deploymentId;
      await evaluateWork(head, area, { id, side: "supported-school", answers: schoolAnswers });
      await evaluateWork(lena.ctx, area, { id, side: "leader", answers: leaderAnswers });
    },
  };
};

import { listObjectives } from "@alongside/db/views/deployment";
import type { VisitNote } from "@alongside/domain/visit";
import { dateOf } from "@alongside/domain/calendar";
import { openDeploymentWorld, type DeploymentWorld } from "../deployment/deployment-world.ts";
import { hour } from "../identity/world.ts";
import { getVisit, planVisit, type VisitPlan, type VisitSeen } from "./index.ts";

export const firstDay = dateOf(2026, 3, 16);

/** For tests alone: a world with an agreement of twelve half-days in force, from 16 to 27 March. */
export type VisitWorld = DeploymentWorld & {
  readonly plan: (changes?: Partial<VisitPlan>) => Promise<VisitSeen>;
  readonly note: (changes?: Partial<VisitNote>) => Promise<VisitNote>;
  /** Committed, booked and delivered half-days of the line. */
  readonly book: () => Promise<readonly number[]>;
  /** The days until nine in the morning of one. */
  readonly until: (day: number) => void;
  readonly version: (id: VisitSeen["id"]) => Promise<VisitSeen>;
};

const dayLength = 24 * hour;
const beginsOn = 2;

export const openVisitWorld = async (): Promise<VisitWorld> => {
  const world = await openDeploymentWorld();
  const { area, lena, database } = world;
  await world.inForce();
  const deploymentId = world.drafted.id;
  const objectives = await listObjectives(database.read, deploymentId);
  let today = beginsOn;
  return {
    ...world,
    plan: async (changes) => {
      const plan = { date: firstDay, startsAt: "09:30", halfDays: 2, ...changes };
      const { id, version } = await planVisit(lena.ctx, area, { deploymentId, ...plan });
      return { id, version };
    },
    note: async (changes) => ({
      met: ["Two teachers of Year 1"],
      seen: "Four phonics lessons",
      progress: objectives.map(({ id }) => ({
        objective: id,
        standing: "on-course",
        text: "The first groups move on",
      })),
      actions: [{ text: "Order books", owner: lena.personId, due: dateOf(2026, 3, 20) }],
      nextVisit: null,
      ...changes,
    }),
    book: async () => {
      const { rows } = await database.client.execute(
        `SELECT committed, booked, delivered FROM ledger_balances WHERE line_id = '${lena.line}'`,
      );
      return ["committed", "booked", "delivered"].map((account) => Number(rows[0]?.[account]));
    },
    until: (day) => {
      world.pass((day - today) * dayLength);
      today = day;
    },
    version: async (id) => ({ id, version: (await getVisit(lena.ctx, area, id)).version }),
  };
};

import { and, eq, inArray, isNull, notInArray, or } from "drizzle-orm";
import type { DeploymentState } from "@alongside/domain/deployment";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import type { VisitState } from "@alongside/domain/visit";
import type { Read } from "../connection.ts";
import { deployments, followUps, visits } from "../schema/index.ts";

/** Whose work is looked at: what a leader does, and what a head's school gets or lends its leader to. */
export type OwnWork = {
  readonly areaId: AreaId;
  readonly personId: PersonId | null;
  /** The schools that the actor heads. */
  readonly urns: readonly Urn[];
};

const asLeader = <Column extends typeof deployments.personId | typeof visits.personId>(
  column: Column,
  { personId }: OwnWork,
) => (personId === null ? undefined : eq(column, personId));

const over: readonly DeploymentState[] = ["drafting", "evaluated", "closed", "ended-early"];

/** Own deployments at which somebody still has to sign or to evaluate. */
export const listOwnDeployments = (read: Read, own: OwnWork) =>
  read
    .select({ row: deployments })
    .from(deployments)
    .where(
      and(
        eq(deployments.areaId, own.areaId),
        notInArray(deployments.state, [...over]),
        or(
          inArray(deployments.urn, [...own.urns]),
          inArray(deployments.homeUrn, [...own.urns]),
          asLeader(deployments.personId, own),
        ),
      ),
    );

const settled: readonly VisitState[] = ["agreed-accurate", "amended", "cancelled"];

/** Own visits of which a record is still to be written, judged or put right, those to come among them. */
export const listOwnVisits = (read: Read, own: OwnWork) =>
  read
    .select({
      state: visits.state,
      date: visits.date,
      urn: visits.urn,
      personId: visits.personId,
    })
    .from(visits)
    .where(
      and(
        eq(visits.areaId, own.areaId),
        notInArray(visits.state, [...settled]),
        or(inArray(visits.urn, [...own.urns]), asLeader(visits.personId, own)),
      ),
    );

/** Follow-ups that own schools were asked for and have not given. */
export const listOwnFollowUps = (read: Read, { areaId, urns }: OwnWork) =>
  read
    .select({ dueOn: followUps.dueOn })
    .from(followUps)
    .innerJoin(deployments, eq(deployments.id, followUps.deploymentId))
    .where(
      and(
        eq(followUps.areaId, areaId),
        isNull(followUps.answeredAt),
        inArray(deployments.urn, [...urns]),
      ),
    );

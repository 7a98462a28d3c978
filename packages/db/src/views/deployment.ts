import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { DeploymentId } from "@alongside/domain/deployment";
import type { AreaId } from "@alongside/domain/identity";
import type { Read } from "../connection.ts";
import {
  agreementSignatures,
  agreementVersions,
  deployments,
  events,
  leaders,
  needs,
  objectives,
  people,
  schools,
} from "../schema/index.ts";

export type DeploymentRow = typeof deployments.$inferSelect;
export type ObjectiveRow = typeof objectives.$inferSelect;

const homes = alias(schools, "homes");

const selectDeployments = (read: Read) =>
  read
    .select({
      row: deployments,
      need: needs,
      leader: people.name,
      kind: leaders.kind,
      organisationId: leaders.organisationId,
      homeSchool: homes.name,
      school: schools.name,
      phase: schools.phase,
    })
    .from(deployments)
    .innerJoin(needs, eq(needs.id, deployments.needId))
    .innerJoin(people, eq(people.id, deployments.personId))
    .innerJoin(
      leaders,
      and(eq(leaders.areaId, deployments.areaId), eq(leaders.personId, deployments.personId)),
    )
    .innerJoin(homes, eq(homes.urn, deployments.homeUrn))
    .innerJoin(schools, eq(schools.urn, deployments.urn));

export type StoredDeployment = Awaited<ReturnType<typeof selectDeployments>>[number];

/** A deployment of this area with its need, its leader and both schools. */
export const findDeployment = async (
  read: Read,
  areaId: AreaId,
  id: DeploymentId,
): Promise<StoredDeployment | undefined> =>
  (
    await selectDeployments(read).where(and(eq(deployments.id, id), eq(deployments.areaId, areaId)))
  )[0];

/** The objectives of the version in force, in their order. */
export const listObjectives = (read: Read, id: DeploymentId) =>
  read
    .select()
    .from(objectives)
    .where(and(eq(objectives.deploymentId, id), isNull(objectives.endedAt)))
    .orderBy(asc(objectives.position), asc(objectives.id));

/** Every version that went out for signature, the latest first. */
export const listAgreementVersions = (read: Read, id: DeploymentId) =>
  read
    .select()
    .from(agreementVersions)
    .where(eq(agreementVersions.deploymentId, id))
    .orderBy(sql`${agreementVersions.number} DESC`);

/** Who signed which version, in the order in which they did, by name. */
export const listSignatures = (read: Read, id: DeploymentId) =>
  read
    .select({
      number: agreementSignatures.number,
      signatory: agreementSignatures.signatory,
      personId: agreementSignatures.personId,
      name: people.name,
      typedName: agreementSignatures.typedName,
      signedAt: agreementSignatures.signedAt,
      hash: agreementSignatures.hash,
      onBehalf: agreementSignatures.onBehalf,
    })
    .from(agreementSignatures)
    .innerJoin(people, eq(people.id, agreementSignatures.personId))
    .where(eq(agreementSignatures.deploymentId, id))
    .orderBy(asc(agreementSignatures.number), asc(agreementSignatures.signedAt));

/** What happened to a deployment, latest first, with who did it. */
export const deploymentTimeline = (read: Read, id: DeploymentId) =>
  read
    .select({
      seq: events.seq,
      at: events.at,
      kind: events.kind,
      by: people.name,
      onBehalfOf: events.onBehalfOf,
      payload: events.payload,
    })
    .from(events)
    .leftJoin(people, eq(people.id, sql`${events.actor}`))
    .where(and(eq(events.entity, "deployment"), eq(events.entityId, id)))
    .orderBy(sql`${events.seq} DESC`);

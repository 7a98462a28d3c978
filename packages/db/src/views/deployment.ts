import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { DeploymentId, DeploymentState } from "@alongside/domain/deployment";
import type { AreaId, NeedScope, OrganisationId, PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { OfferId } from "@alongside/domain/offer";
import type { Urn } from "@alongside/domain/school";
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

/** Whose deployments a list is about; one that fits any of these is in it. */
export type DeploymentScope = {
  readonly needs: NeedScope | undefined;
  readonly personId: PersonId | undefined;
  /** Schools at which the actor has a part: supported, or home to a leader. */
  readonly urns: readonly Urn[];
  readonly homeUrns: readonly Urn[];
  readonly organisationIds: readonly OrganisationId[];
};

const inZones = (zoneIds: readonly string[]) => sql`EXISTS (
  SELECT 1 FROM zone_memberships AS member
  WHERE member.area_id = ${deployments.areaId} AND member.urn = ${deployments.urn} AND member.to_on IS NULL
    AND member.zone_id IN (SELECT value FROM json_each(${JSON.stringify(zoneIds)})))`;

const within = ({ needs: wanted, personId, urns, homeUrns, organisationIds }: DeploymentScope) => {
  if (wanted?.kind === "area") return undefined;
  return or(
    wanted === undefined ? undefined : inZones(wanted.zoneIds),
    personId === undefined ? undefined : eq(deployments.personId, personId),
    inArray(deployments.urn, [...urns]),
    inArray(deployments.homeUrn, [...homeUrns]),
    inArray(leaders.organisationId, [...organisationIds]),
  );
};

/** The deployments in scope: those whose agreement has a clock first, by it, then the others, the newest first. */
export const listDeploymentsWithin = (
  read: Read,
  areaId: AreaId,
  given: {
    readonly scope: DeploymentScope;
    readonly states?: readonly DeploymentState[] | undefined;
    readonly needId?: NeedId | undefined;
  },
) => {
  const { scope, states = [], needId } = given;
  return selectDeployments(read)
    .where(
      and(
        eq(deployments.areaId, areaId),
        states.length === 0 ? undefined : inArray(deployments.state, [...states]),
        needId === undefined ? undefined : eq(deployments.needId, needId),
        within(scope),
      ),
    )
    .orderBy(
      sql`${deployments.dueAt} IS NULL`,
      asc(deployments.dueAt),
      sql`${deployments.toOn} DESC`,
      asc(deployments.id),
    );
};

/** The deployment of an offer, once there is one. */
export const findDeploymentOfOffer = async (read: Read, offerId: OfferId) =>
  (
    await read
      .select({ id: deployments.id, state: deployments.state })
      .from(deployments)
      .where(eq(deployments.offerId, offerId))
  )[0];

import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { Instant } from "@alongside/domain/calendar";
import type { CapacityLineId } from "@alongside/domain/capacity";
import type { Direction } from "@alongside/domain/code-list";
import type {
  AgreementTerms,
  Deployment,
  DeploymentId,
  DeploymentState,
  ObjectiveId,
  Signatory,
} from "@alongside/domain/deployment";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { OfferId } from "@alongside/domain/offer";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { areas } from "./area.ts";
import { capacityLines } from "./capacity.ts";
import { people } from "./identity.ts";
import { needs } from "./need.ts";
import { offers } from "./offer.ts";
import { schools } from "./school.ts";

const areaReference = () =>
  text()
    .$type<AreaId>()
    .notNull()
    .references(() => areas.id);

const personReference = () =>
  text()
    .$type<PersonId>()
    .notNull()
    .references(() => people.id);

const schoolReference = () =>
  integer()
    .$type<Urn>()
    .notNull()
    .references(() => schools.urn);

/** Agreed pieces of work. `deployment` is the whole state; the other columns are read from it, for lists. */
export const deployments = sqliteTable(
  "deployments",
  {
    id: text().$type<DeploymentId>().primaryKey(),
    areaId: areaReference(),
    needId: text()
      .$type<NeedId>()
      .notNull()
      .references(() => needs.id),
    offerId: text()
      .$type<OfferId>()
      .notNull()
      .references(() => offers.id),
    /** The line whose days it takes. */
    lineId: text()
      .$type<CapacityLineId>()
      .notNull()
      .references(() => capacityLines.id),
    personId: personReference(),
    /** The leader's home school, and the one that is supported, when it was agreed. */
    homeUrn: schoolReference(),
    urn: schoolReference(),
    deployment: text({ mode: "json" }).$type<Deployment>().notNull(),
    state: text().$type<DeploymentState>().notNull(),
    /** A new version is being signed while the work goes on. */
    isAmending: integer({ mode: "boolean" }).notNull(),
    /** By when the version that is being written or signed should be; null when none is. */
    dueAt: text().$type<Instant>(),
    /** Of the version in force, or else of the one that is being written or signed. */
    halfDays: integer().notNull(),
    fromOn: text().$type<IsoDate>().notNull(),
    toOn: text().$type<IsoDate>().notNull(),
    /** The coordinator who sent the offer. */
    madeBy: text().notNull(),
    createdAt: text().notNull(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex("deployments_by_offer").on(table.offerId),
    index("deployments_by_area").on(table.areaId, table.state, table.dueAt),
    index("deployments_by_need").on(table.needId),
    index("deployments_by_leader").on(table.areaId, table.personId),
    index("deployments_by_home").on(table.areaId, table.homeUrn),
    index("deployments_by_school").on(table.areaId, table.urn),
    // Which schools had support anywhere: read for every dashboard, and without the work itself.
    index("deployments_supported").on(table.urn, table.state),
  ],
);

export const agreementStates = ["issued", "in-force", "past", "taken-back"] as const;
/** What became of a version: out for signature, in force, followed by another, or taken back before all had signed. */
export type AgreementState = (typeof agreementStates)[number];

/** Every version that ever went out for signature. Its terms and their hash never change. */
export const agreementVersions = sqliteTable(
  "agreement_versions",
  {
    deploymentId: text()
      .$type<DeploymentId>()
      .notNull()
      .references(() => deployments.id),
    number: integer().notNull(),
    terms: text({ mode: "json" }).$type<AgreementTerms>().notNull(),
    /** SHA-256 of the canonical terms. */
    hash: text().notNull(),
    state: text({ enum: agreementStates }).notNull(),
    issuedAt: text().$type<Instant>().notNull(),
    endedAt: text().$type<Instant>(),
    /** Why it was taken back; null for every other version. */
    reason: text(),
  },
  (table) => [primaryKey({ columns: [table.deploymentId, table.number] })],
);

/** Who signed which version, when, and of which hash. Rows are only ever added, also for versions that were taken back. */
export const agreementSignatures = sqliteTable(
  "agreement_signatures",
  {
    deploymentId: text()
      .$type<DeploymentId>()
      .notNull()
      .references(() => deployments.id),
    number: integer().notNull(),
    signatory: text().$type<Signatory>().notNull(),
    personId: personReference(),
    typedName: text().notNull(),
    signedAt: text().$type<Instant>().notNull(),
    hash: text().notNull(),
    /** How the consent was given, when signed on somebody's behalf. */
    onBehalf: text(),
  },
  (table) => [primaryKey({ columns: [table.deploymentId, table.number, table.signatory] })],
);

/** The objectives of the version in force, none before all three have signed; one that an amendment leaves out stays, with the day on which it ended. */
export const objectives = sqliteTable(
  "objectives",
  {
    id: text().$type<ObjectiveId>().primaryKey(),
    deploymentId: text()
      .$type<DeploymentId>()
      .notNull()
      .references(() => deployments.id),
    position: integer().notNull(),
    text: text().notNull(),
    measure: text().notNull(),
    measureLabel: text().notNull(),
    unit: text().notNull(),
    direction: text().$type<Direction>().notNull(),
    baseline: real().notNull(),
    baselineOn: text().$type<IsoDate>().notNull(),
    baselineSource: text().notNull(),
    target: real().notNull(),
    targetBy: text().$type<IsoDate>().notNull(),
    endedAt: text().$type<Instant>(),
  },
  (table) => [index("objectives_by_deployment").on(table.deploymentId, table.position)],
);

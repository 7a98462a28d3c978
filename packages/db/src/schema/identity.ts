import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { IsoDate, Urn } from "@alongside/domain/school";
import type {
  AreaId,
  InvitationId,
  OrganisationId,
  PersonId,
  Role,
  ZoneId,
} from "@alongside/domain/identity";

export const people = sqliteTable("people", {
  id: text().$type<PersonId>().primaryKey(),
  name: text().notNull(),
  /** Lower-cased; what the person signs in with. */
  email: text().notNull().unique(),
  passwordHash: text(),
  isDemonstration: integer({ mode: "boolean" }).notNull().default(false),
  deactivatedAt: text(),
  lastSeenAt: text(),
  version: integer().notNull().default(1),
  createdAt: text().notNull(),
});

/** One role of one person in one place; a person may hold several at once. */
export const roleGrants = sqliteTable(
  "role_grants",
  {
    id: text().primaryKey(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    role: text().$type<Role>().notNull(),
    areaId: text().$type<AreaId>(),
    zoneId: text().$type<ZoneId>(),
    urn: integer().$type<Urn>(),
    organisationId: text().$type<OrganisationId>(),
    mayActOnBehalf: integer({ mode: "boolean" }).notNull().default(false),
    fromOn: text().$type<IsoDate>().notNull(),
    endedAt: text(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index("role_grants_by_person").on(table.personId),
    index("role_grants_by_area").on(table.areaId, table.role),
  ],
);

/** A signed-in device. The id is the SHA-256 of the token: the token itself is only in the cookie. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text().primaryKey(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    createdAt: integer().notNull(),
    lastUsedAt: integer().notNull(),
    /** Milliseconds since 1970 when the session ends if it stays idle. */
    idleUntil: integer().notNull(),
    /** Milliseconds since 1970 when the session ends whatever happens. */
    endsAt: integer().notNull(),
    userAgent: text(),
    secondFactorAt: integer(),
    /** The person's roles changed: the next request gets a new token. */
    rotationDue: integer({ mode: "boolean" }).notNull().default(false),
    /** The token before a change of roles, for the requests that were already under way with it. */
    previousId: text(),
    previousUntil: integer(),
  },
  (table) => [
    index("sessions_by_person").on(table.personId),
    index("sessions_by_previous").on(table.previousId),
  ],
);

/** Failed attempts on one account, one address or one second factor; the key is a hash of which. */
export const attempts = sqliteTable("attempts", {
  key: text().primaryKey(),
  failures: integer().notNull(),
  lastFailedAt: integer().notNull(),
  blockedUntil: integer().notNull(),
});

/** A role offered to an e-mail address. The token itself is only in the mail. */
export const invitations = sqliteTable(
  "invitations",
  {
    id: text().$type<InvitationId>().primaryKey(),
    email: text().notNull(),
    name: text(),
    role: text().$type<Role>().notNull(),
    areaId: text().$type<AreaId>(),
    zoneId: text().$type<ZoneId>(),
    urn: integer().$type<Urn>(),
    organisationId: text().$type<OrganisationId>(),
    mayActOnBehalf: integer({ mode: "boolean" }).notNull().default(false),
    tokenHash: text().notNull().unique(),
    invitedBy: text().notNull(),
    createdAt: text().notNull(),
    /** Milliseconds since 1970. */
    expiresAt: integer().notNull(),
    acceptedAt: text(),
    acceptedBy: text().$type<PersonId>(),
    revokedAt: text(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index("invitations_by_area").on(table.areaId, table.createdAt),
    index("invitations_by_email").on(table.email),
  ],
);

export const passwordResets = sqliteTable(
  "password_resets",
  {
    tokenHash: text().primaryKey(),
    /** Null for an address that has no account: asking writes the same rows either way. */
    personId: text()
      .$type<PersonId>()
      .references(() => people.id),
    /** Milliseconds since 1970. */
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    usedAt: integer(),
  },
  (table) => [index("password_resets_by_person").on(table.personId)],
);

/** The authenticator app of a person. The secret is sealed with a key that the database does not hold. */
export const secondFactors = sqliteTable("second_factors", {
  personId: text()
    .$type<PersonId>()
    .primaryKey()
    .references(() => people.id),
  sealedSecret: text().notNull(),
  createdAt: text().notNull(),
  /** Null until the person has shown one right code. */
  confirmedAt: text(),
  /** The last 30-second step whose code was taken: it and all before it are refused from then on. */
  lastStep: integer().notNull().default(0),
});

export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    codeHash: text().notNull(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    usedAt: text(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.codeHash] })],
);

/** Who a person is at another service: its issuer and their subject there, never an e-mail address. */
export const externalIdentities = sqliteTable(
  "external_identities",
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    personId: text()
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    provider: text().notNull(),
    linkedAt: text().notNull(),
    lastUsedAt: text(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    index("external_identities_by_person").on(table.personId),
  ],
);

/** A sign-in that is under way at another service. It is taken out as it is used. */
export const externalSignIns = sqliteTable("external_sign_ins", {
  /** The SHA-256 of the token in the browser's cookie. */
  id: text().primaryKey(),
  provider: text().notNull(),
  /** State, nonce and code verifier, sealed. */
  sealedChecks: text().notNull(),
  purpose: text({ enum: ["sign-in", "link", "invitation"] }).notNull(),
  personId: text().$type<PersonId>(),
  invitationHash: text(),
  returnTo: text().notNull(),
  expiresAt: integer().notNull(),
});

import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Published } from "@alongside/domain/board";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type {
  ActionState,
  Attendance,
  BodyId,
  BodyKind,
  Ground,
  MeetingId,
  MeetingState,
  Remit,
  SeatRole,
} from "@alongside/domain/meeting";
import type { Instant } from "@alongside/domain/calendar";
import type { IsoDate } from "@alongside/domain/school";
import { areas } from "./area.ts";
import { people } from "./identity.ts";

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

/** Improvement boards and the area groups that report to them. */
export const bodies = sqliteTable(
  "bodies",
  {
    id: text().$type<BodyId>().primaryKey(),
    areaId: areaReference(),
    name: text().notNull(),
    kind: text().$type<BodyKind>().notNull(),
    remit: text({ mode: "json" }).$type<Remit>().notNull(),
    /** How many members must be there to decide. */
    quorum: integer().notNull(),
    closedOn: text().$type<IsoDate>(),
    createdAt: text().notNull(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [uniqueIndex("bodies_once").on(table.areaId, table.name)],
);

const bodyReference = () =>
  text()
    .$type<BodyId>()
    .notNull()
    .references(() => bodies.id);

/** Who sits on a body, as what, from when until when. */
export const bodySeats = sqliteTable(
  "body_seats",
  {
    id: text().primaryKey(),
    bodyId: bodyReference(),
    personId: personReference(),
    role: text().$type<SeatRole>().notNull(),
    fromOn: text().$type<IsoDate>().notNull(),
    untilOn: text().$type<IsoDate>(),
  },
  (table) => [
    index("body_seats_by_body").on(table.bodyId),
    index("body_seats_by_person").on(table.personId),
  ],
);

/** Meetings of a body with their agenda and their minutes. */
export const meetings = sqliteTable(
  "meetings",
  {
    id: text().$type<MeetingId>().primaryKey(),
    areaId: areaReference(),
    bodyId: bodyReference(),
    date: text().$type<IsoDate>().notNull(),
    /** `16:00`. */
    time: text().notNull(),
    place: text().notNull(),
    agenda: text({ mode: "json" }).$type<readonly string[]>().notNull(),
    attendance: text({ mode: "json" }).$type<Attendance>().notNull(),
    minutes: text().notNull().default(""),
    state: text().$type<MeetingState>().notNull(),
    approvedBy: text().$type<PersonId>(),
    approvedAt: text(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [index("meetings_by_body").on(table.bodyId, table.date)],
);

const meetingReference = () =>
  text()
    .$type<MeetingId>()
    .notNull()
    .references(() => meetings.id);

/** Packs as they were frozen: `content` is kept word for word, and `hash` is its fingerprint. */
export const boardPacks = sqliteTable(
  "board_packs",
  {
    id: text().primaryKey(),
    areaId: areaReference(),
    bodyId: bodyReference(),
    meetingId: meetingReference(),
    number: integer().notNull(),
    content: text().notNull(),
    hash: text().notNull(),
    /** What its figures let out, hidden counts among it: read by the guard of later figures and by nobody else. */
    published: text({ mode: "json" }).$type<Published>().notNull(),
    frozenAt: text().notNull(),
    madeBy: text().notNull(),
    issuedAt: text(),
    issuedBy: text(),
  },
  (table) => [
    uniqueIndex("board_packs_once").on(table.meetingId, table.number),
    index("board_packs_by_area").on(table.areaId, table.issuedAt),
  ],
);

/** The figures of an area as its board reads them this week: frozen at the first look, the same for every other. */
export const boardReleases = sqliteTable("board_releases", {
  areaId: areaReference().primaryKey(),
  /** The Monday of its week. */
  weekOn: text().$type<IsoDate>().notNull(),
  content: text().notNull(),
  /** What its figures let out, hidden counts among it: read by the guard of later figures and by nobody else. */
  published: text({ mode: "json" }).$type<Published>().notNull(),
  frozenAt: text().$type<Instant>().notNull(),
});

/** What a meeting decided, and on what ground. */
export const boardDecisions = sqliteTable(
  "board_decisions",
  {
    id: text().primaryKey(),
    areaId: areaReference(),
    bodyId: bodyReference(),
    meetingId: meetingReference(),
    /** Counted on within its body. */
    number: integer().notNull(),
    text: text().notNull(),
    reason: text().notNull(),
    ground: text({ mode: "json" }).$type<Ground>().notNull(),
    recordedAt: text().notNull(),
  },
  (table) => [uniqueIndex("board_decisions_once").on(table.bodyId, table.number)],
);

/** What a meeting asked of somebody; it comes again at each meeting until it is done or dropped. */
export const boardActions = sqliteTable(
  "board_actions",
  {
    id: text().primaryKey(),
    areaId: areaReference(),
    bodyId: bodyReference(),
    meetingId: meetingReference(),
    text: text().notNull(),
    ownerId: personReference(),
    dueOn: text().$type<IsoDate>().notNull(),
    setOn: text().$type<IsoDate>().notNull(),
    state: text().$type<ActionState>().notNull(),
    note: text().notNull().default(""),
    closedOn: text().$type<IsoDate>(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index("board_actions_by_body").on(table.bodyId, table.state),
    index("board_actions_by_owner").on(table.ownerId, table.state),
  ],
);

import { and, asc, desc, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Published } from "@alongside/domain/board";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { BodyId, MeetingId } from "@alongside/domain/meeting";
import type { IsoDate } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  boardActions,
  boardDecisions,
  boardPacks,
  boardReleases,
  bodies,
  bodySeats,
  events,
  meetings,
  people,
  roleGrants,
} from "../schema/index.ts";

export type BodyRow = typeof bodies.$inferSelect;
export type MeetingRow = typeof meetings.$inferSelect;

/** The bodies of an area: boards before area groups, by name. */
export const listBodies = (read: Read, areaId: AreaId): Promise<readonly BodyRow[]> =>
  read
    .select()
    .from(bodies)
    .where(eq(bodies.areaId, areaId))
    .orderBy(desc(bodies.kind), asc(sql`${bodies.name} COLLATE NOCASE`));

/** A body of this area. */
export const findBody = async (
  read: Read,
  areaId: AreaId,
  id: BodyId,
): Promise<BodyRow | undefined> =>
  (
    await read
      .select()
      .from(bodies)
      .where(and(eq(bodies.id, id), eq(bodies.areaId, areaId)))
  )[0];

/** The seats of some bodies with who sits there, by name. */
export const listSeats = (read: Read, bodyIds: readonly BodyId[]) =>
  read
    .select({
      id: bodySeats.id,
      bodyId: bodySeats.bodyId,
      personId: bodySeats.personId,
      role: bodySeats.role,
      fromOn: bodySeats.fromOn,
      untilOn: bodySeats.untilOn,
      name: people.name,
      email: people.email,
    })
    .from(bodySeats)
    .innerJoin(people, eq(people.id, bodySeats.personId))
    .where(inArray(bodySeats.bodyId, [...bodyIds]))
    .orderBy(asc(sql`${people.name} COLLATE NOCASE`), asc(bodySeats.fromOn));

export type SeatRow = Awaited<ReturnType<typeof listSeats>>[number];

/** The areas in whose bodies a person has a seat on a day. */
export const listAreasOfSeats = async (
  read: Read,
  personId: PersonId,
  on: IsoDate,
): Promise<readonly AreaId[]> =>
  (
    await read
      .selectDistinct({ areaId: bodies.areaId })
      .from(bodySeats)
      .innerJoin(bodies, eq(bodies.id, bodySeats.bodyId))
      .where(
        and(
          eq(bodySeats.personId, personId),
          lte(bodySeats.fromOn, on),
          or(isNull(bodySeats.untilOn), gte(bodySeats.untilOn, on)),
        ),
      )
  ).map(({ areaId }) => areaId);

/** Everybody with a part in an area: who could be given a seat or an action. */
export const listPeopleOfArea = (read: Read, areaId: AreaId) =>
  read
    .selectDistinct({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
    .where(
      and(eq(roleGrants.areaId, areaId), isNull(roleGrants.endedAt), isNull(people.deactivatedAt)),
    )
    .orderBy(asc(sql`${people.name} COLLATE NOCASE`));

/** The meetings of some bodies, the latest first. */
export const listMeetings = (
  read: Read,
  bodyIds: readonly BodyId[],
): Promise<readonly MeetingRow[]> =>
  read
    .select()
    .from(meetings)
    .where(inArray(meetings.bodyId, [...bodyIds]))
    .orderBy(desc(meetings.date), asc(meetings.id));

/** A meeting of this area. */
export const findMeeting = async (
  read: Read,
  areaId: AreaId,
  id: MeetingId,
): Promise<MeetingRow | undefined> =>
  (
    await read
      .select()
      .from(meetings)
      .where(and(eq(meetings.id, id), eq(meetings.areaId, areaId)))
  )[0];

/** The packs of some meetings without what they say, the newest first. */
export const listPacks = (read: Read, meetingIds: readonly MeetingId[]) =>
  read
    .select({
      id: boardPacks.id,
      meetingId: boardPacks.meetingId,
      number: boardPacks.number,
      hash: boardPacks.hash,
      frozenAt: boardPacks.frozenAt,
      madeBy: boardPacks.madeBy,
      issuedAt: boardPacks.issuedAt,
    })
    .from(boardPacks)
    .where(inArray(boardPacks.meetingId, [...meetingIds]))
    .orderBy(desc(boardPacks.number));

/** A pack with what it says, word for word. */
export const findPack = async (read: Read, meetingId: MeetingId, number: number) =>
  (
    await read
      .select({
        number: boardPacks.number,
        content: boardPacks.content,
        hash: boardPacks.hash,
        frozenAt: boardPacks.frozenAt,
        issuedAt: boardPacks.issuedAt,
      })
      .from(boardPacks)
      .where(and(eq(boardPacks.meetingId, meetingId), eq(boardPacks.number, number)))
  )[0];

/** The figures that the board of an area reads this week, or read in the last week in which it looked. */
export const findRelease = async (read: Read, areaId: AreaId) =>
  (await read.select().from(boardReleases).where(eq(boardReleases.areaId, areaId)))[0];

/**
 * What is out of an area's figures: the latest issued pack of each body, a later one that its clerk may yet issue, and what the board reads this
 * week.
 */
export const listPublished = async (read: Read, areaId: AreaId): Promise<readonly Published[]> => {
  const { bodyId, published, issuedAt } = boardPacks;
  const [rows, release] = await Promise.all([
    read
      .select({ bodyId, published, issuedAt })
      .from(boardPacks)
      .where(eq(boardPacks.areaId, areaId))
      .orderBy(desc(boardPacks.frozenAt), desc(boardPacks.number)),
    findRelease(read, areaId),
  ]);
  const packs = [...Map.groupBy(rows, (row) => row.bodyId).values()].flatMap((own) => {
    const issued = own.findIndex((row) => row.issuedAt !== null);
    const latest =
      issued < 0 ? own.slice(0, 1) : [...own.slice(0, Math.min(issued, 1)), own[issued]];
    return latest.flatMap((row) => (row === undefined ? [] : [row.published]));
  });
  return release === undefined ? packs : [...packs, release.published];
};

/** The decisions of some bodies, the latest first. */
export const listDecisions = (read: Read, bodyIds: readonly BodyId[]) =>
  read
    .select({ row: boardDecisions, on: meetings.date })
    .from(boardDecisions)
    .innerJoin(meetings, eq(meetings.id, boardDecisions.meetingId))
    .where(inArray(boardDecisions.bodyId, [...bodyIds]))
    .orderBy(desc(meetings.date), desc(boardDecisions.number));

/** How many decisions a body has taken. */
export const countDecisions = (read: Read, bodyId: BodyId): Promise<number> =>
  read.$count(boardDecisions, eq(boardDecisions.bodyId, bodyId));

const owners = alias(people, "owners");

const selectActions = (read: Read) =>
  read
    .select({ row: boardActions, owner: owners.name, email: owners.email, body: bodies.name })
    .from(boardActions)
    .innerJoin(owners, eq(owners.id, boardActions.ownerId))
    .innerJoin(bodies, eq(bodies.id, boardActions.bodyId));

export type StoredAction = Awaited<ReturnType<typeof selectActions>>[number];

const byDue = [asc(boardActions.dueOn), asc(boardActions.id)] as const;

/** The actions of some bodies, by the day on which they are due. */
export const listActions = (
  read: Read,
  bodyIds: readonly BodyId[],
): Promise<readonly StoredAction[]> =>
  selectActions(read)
    .where(inArray(boardActions.bodyId, [...bodyIds]))
    .orderBy(...byDue);

/** A person's own actions in an area, whatever body they come from. */
export const listActionsOf = (
  read: Read,
  areaId: AreaId,
  personId: PersonId,
): Promise<readonly StoredAction[]> =>
  selectActions(read)
    .where(and(eq(boardActions.areaId, areaId), eq(boardActions.ownerId, personId)))
    .orderBy(...byDue);

/** An action of this area. */
export const findAction = async (
  read: Read,
  areaId: AreaId,
  id: string,
): Promise<StoredAction | undefined> =>
  (
    await selectActions(read).where(and(eq(boardActions.id, id), eq(boardActions.areaId, areaId)))
  )[0];

/** Open actions that are due by a day, in every area: whom to remind. */
export const listActionsToRemind = (read: Read, until: IsoDate): Promise<readonly StoredAction[]> =>
  selectActions(read)
    .where(and(eq(boardActions.state, "open"), lte(boardActions.dueOn, until)))
    .orderBy(...byDue);

/** The last event of the audit chain. */
export const findChainHead = async (read: Read) =>
  (
    await read
      .select({ events: events.seq, head: events.hash })
      .from(events)
      .orderBy(desc(events.seq))
      .limit(1)
  )[0];

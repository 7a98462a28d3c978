import type { Read, Write } from "@alongside/db";
import { recordInterest } from "@alongside/db/stores/conflict";
import type { Area } from "@alongside/db/views/area";
import { listSchoolsOfPeople } from "@alongside/db/views/conflict";
import { findLeader } from "@alongside/db/views/leader";
import { listLeaders } from "@alongside/db/views/need";
import { findSchoolOfArea } from "@alongside/db/views/identity-place";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { InterestKind } from "@alongside/domain/conflict";
import {
  holds,
  mayDeclareInterest,
  mayRaiseConflict,
  type PersonId,
} from "@alongside/domain/identity";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { authorise, found, record, refuse, todayOf, type Context } from "../context/index.ts";
import { recordFound } from "./apply.ts";
import { conflictsOfPair, readConflictBook } from "./book.ts";

export type Declaration = {
  /** Whose tie it is; the actor's own when left out. */
  readonly personId?: PersonId | undefined;
  readonly urn: Urn;
  readonly kind: InterestKind;
  readonly words: string;
  /** The last day of it; null while it lasts. */
  readonly untilOn: IsoDate | null;
};

type Between = { readonly area: Area; readonly leader: PersonId; readonly urn: Urn };

/** Grounds between a leader and a school that are not on record yet. */
const newGrounds = async (ctx: Context, read: Read, given: Between & { readonly home: Urn }) => {
  const { area, leader, urn: school, home } = given;
  const self = ctx.actor.kind === "person" ? [ctx.actor.personId] : [];
  const isBroker = mayRaiseConflict(ctx.actor, area.id);
  const parts = isBroker ? await listSchoolsOfPeople(read, area.id, self) : [];
  const coordinatorSchools = parts.flatMap(({ urn }) => (urn === null ? [] : [urn]));
  const book = await readConflictBook(read, area.id, school);
  const pairing = { on: todayOf(ctx), leader, home, school, coordinatorSchools };
  return conflictsOfPair(book, pairing).filter(({ id }) => id === null);
};

const recordBetween = async (
  ctx: Context,
  tx: Write,
  given: Between,
): Promise<readonly string[]> => {
  const { area, leader, urn } = given;
  const row = await findLeader(tx, area.id, leader);
  if (row === undefined || row.homeUrn === urn) return [];
  const found = await newGrounds(ctx, tx, { ...given, home: row.homeUrn });
  const pair = { area, leader, homeUrn: row.homeUrn, urn };
  return recordFound(ctx, tx, { area, pair, grounds: found.map(({ ground }) => ground) });
};

/**
 * Keeps what ties a person to a school, and puts the conflict that follows from it on record at once, so that it is decided before an
 * offer needs it. Answers the conflicts that it made. Refuses whoever has no part in it, and a school that is not of the area.
 */
export const declareInterest = (
  ctx: Context,
  area: Area,
  input: Declaration,
): Promise<{ readonly conflicts: readonly string[] }> =>
  ctx.write(async (tx) => {
    const { urn, kind, untilOn } = input;
    if (ctx.actor.kind !== "person") return refuse({ kind: "sign-in-required" });
    const personId = input.personId ?? ctx.actor.personId;
    found(await findSchoolOfArea(tx, area.id, urn));
    if (personId !== ctx.actor.personId) found(await findLeader(tx, area.id, personId));
    authorise(mayDeclareInterest(ctx.actor, { areaId: area.id, personId, urn }));
    const words = input.words.trim();
    const declaredBy = ctx.actor.personId;
    const id = ctx.newId();
    const named = { id, areaId: area.id, personId, urn, kind, words, untilOn, declaredBy };
    await recordInterest(tx, { ...named, declaredAt: toInstant(ctx.now()) });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "interest",
      entityId: id,
      entityVersion: 1,
      kind: "interest-declared",
      payload: { person: personId, urn, kind },
    });
    return { conflicts: await recordBetween(ctx, tx, { area, leader: personId, urn }) };
  });

/** Brings what was found between a leader and a school before those who decide. Refuses `not-found` where nothing is, or all is on record. */
export const raiseConflict = (
  ctx: Context,
  area: Area,
  input: { readonly leader: PersonId; readonly urn: Urn },
): Promise<{ readonly conflicts: readonly string[] }> =>
  ctx.write(async (tx) => {
    authorise(mayRaiseConflict(ctx.actor, area.id));
    found(await findSchoolOfArea(tx, area.id, input.urn));
    found(await findLeader(tx, area.id, input.leader));
    const conflicts = await recordBetween(ctx, tx, { ...input, area });
    found(conflicts[0]);
    return { conflicts };
  });

const mostLeaders = 500;

/** About whom the actor may declare something beside oneself: a head about any leader and the own school, staff about any of both. */
export const listConflictChoices = async (ctx: Context, area: Area) => {
  const isStaff = mayRaiseConflict(ctx.actor, area.id);
  const isHead = holds(ctx.actor, area.id, ["head"]);
  const leaders =
    isStaff || isHead ? await listLeaders(ctx.read, area.id, { limit: mostLeaders }) : [];
  return { isStaff, isHead, leaders };
};

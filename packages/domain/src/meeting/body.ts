import { holds, type Actor } from "../identity/actor.ts";
import { mayKeepMeetings } from "../identity/board-policy.ts";
import type { AreaId, PersonId, ZoneId } from "../identity/identity.ts";
import type { SchoolGroup } from "../partnership/partnership.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import type { IsoDate } from "../school/index.ts";

declare const brand: unique symbol;
export type BodyId = string & { readonly [brand]: "BodyId" };

/** Reads text as an id. It guarantees nothing about a row behind it: whoever looks it up finds out. */
export const toBodyId = (text: string): BodyId => text as BodyId;

/** A board decides for a phase group or for all; an area group of schools reports to it (Product rules, §5: East Sussex). */
export const bodyKinds = ["improvement-board", "area-group"] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** What a body answers for. No group is every phase; no zones are all of them. */
export type Remit = { readonly group: SchoolGroup | null; readonly zones: readonly ZoneId[] };

export const seatRoles = ["chair", "deputy", "clerk", "member"] as const;
export type SeatRole = (typeof seatRoles)[number];

/** A person's place in a body; the last day is inclusive, and null while no end is known. */
export type Seat = {
  readonly personId: PersonId;
  readonly role: SeatRole;
  readonly fromOn: IsoDate;
  readonly untilOn: IsoDate | null;
};

export const isInOffice = ({ fromOn, untilOn }: Seat, day: IsoDate): boolean =>
  fromOn <= day && (untilOn === null || day <= untilOn);

/** Those who make up a meeting on a day. A clerk is no member: clerks write down what the others decide. */
export const membersOn = <Each extends Seat>(
  seats: readonly Each[],
  day: IsoDate,
): readonly Each[] => seats.filter((seat) => seat.role !== "clerk" && isInOffice(seat, day));

export type BodyRefusal =
  | { readonly kind: "seat-dates-wrong" }
  /** The person has a seat there already in those days. */
  | { readonly kind: "seat-taken" }
  /** A body has one chair and one deputy at a time. */
  | { readonly kind: "office-taken"; readonly role: "chair" | "deputy" }
  /** The seat ended already, and ends no later for being ended again. */
  | { readonly kind: "seat-over"; readonly on: IsoDate };

const last = (seat: Seat): string => seat.untilOn ?? "9999-12-31";

const overlap = (one: Seat, other: Seat): boolean =>
  one.fromOn <= last(other) && other.fromOn <= last(one);

/** Adds a seat: a person has one at a time, and a body one chair and one deputy at a time. */
export const addSeat = (seats: readonly Seat[], seat: Seat): Result<Seat, BodyRefusal> => {
  if (seat.untilOn !== null && seat.untilOn < seat.fromOn)
    return refused({ kind: "seat-dates-wrong" });
  const same = seats.filter((other) => overlap(other, seat));
  if (same.some(({ personId }) => personId === seat.personId))
    return refused({ kind: "seat-taken" });
  const { role } = seat;
  if ((role === "chair" || role === "deputy") && same.some((other) => other.role === role))
    return refused({ kind: "office-taken", role });
  return accepted(seat);
};

/** The last day of a seat: not before its first, and not after the one that it has. */
export const endSeat = (seat: Seat, untilOn: IsoDate): Result<Seat, BodyRefusal> => {
  if (untilOn < seat.fromOn) return refused({ kind: "seat-dates-wrong" });
  return seat.untilOn !== null && seat.untilOn < untilOn
    ? refused({ kind: "seat-over", on: seat.untilOn })
    : accepted({ ...seat, untilOn });
};

/** A body as rights are read from it: where it is, and who sits on it today. */
export type BodyPlace = {
  readonly areaId: AreaId;
  readonly seats: readonly Seat[];
  readonly today: IsoDate;
};

/** The office that the actor holds in a body today; undefined for those who have no seat. */
const officeOf = (actor: Actor, { seats, today }: BodyPlace): SeatRole | undefined =>
  actor.kind === "person"
    ? seats.find((seat) => seat.personId === actor.personId && isInOffice(seat, today))?.role
    : undefined;

/** Meetings and papers are kept by the body's clerk, the clerk of the boards, or an administrator in their place. */
export const mayKeepBody = (actor: Actor, place: BodyPlace): boolean =>
  mayKeepMeetings(actor, place.areaId) || officeOf(actor, place) === "clerk";

/** Those who keep the meetings, and officers, read every body of their area. */
export const mayReadEveryBody = (actor: Actor, areaId: AreaId): boolean =>
  mayKeepMeetings(actor, areaId) || holds(actor, areaId, ["officer"]);

/** A body is read by its own people, by those who keep it and by officers; for everybody else it is not there. */
export const mayReadBody = (actor: Actor, place: BodyPlace): boolean =>
  mayKeepBody(actor, place) ||
  officeOf(actor, place) !== undefined ||
  mayReadEveryBody(actor, place.areaId);

/** Minutes are approved in the chair: by the chair, or by the deputy when the chair was not there. */
export const mayApproveMinutes = (
  actor: Actor,
  place: BodyPlace,
  present: readonly PersonId[],
): boolean => {
  const office = officeOf(actor, place);
  const chair = place.seats.find((seat) => seat.role === "chair" && isInOffice(seat, place.today));
  const chairWasThere = chair !== undefined && present.includes(chair.personId);
  return office === "chair" || (office === "deputy" && !chairWasThere);
};

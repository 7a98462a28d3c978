import type { Area } from "@alongside/db/views/area";
import type { CalendarVisit, StoredVisit } from "@alongside/db/views/visit";
import { parseInstant, type Instant } from "@alongside/domain/calendar";
import { timesOfVisit } from "@alongside/domain/visit";

/** A visit as calendars know it (RFC 5545): times in UTC, an id that stays, and a sequence that grows with every change. */
export type CalendarEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly summary: string;
  readonly place: string;
  /** Of its page: below the product's own address, and whole in a mail. */
  readonly path: string;
  readonly isCancelled: boolean;
  readonly changedAt: string;
};

type Place = {
  readonly street: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
};

const placeWords = (school: string, { street, town, postcode }: Place): string =>
  [school, street, town, postcode].filter((part) => part !== null && part !== "").join(", ");

type Facts = {
  readonly row: StoredVisit["row"];
  readonly school: string;
  readonly leader: string;
  readonly place: Place;
  readonly area: string;
};

const toEvent = ({ row, school, leader, place, area }: Facts): CalendarEvent => ({
  uid: `${row.id}@visits.alongside`,
  sequence: row.sequence,
  ...timesOfVisit(row),
  summary: `Support visit: ${leader} at ${school}`,
  place: placeWords(school, place),
  path: `/areas/${area}/visits/${row.id}`,
  isCancelled: row.state === "cancelled",
  changedAt: row.changedAt,
});

export const toCalendarEvent = ({ row, leader, school, area, ...place }: CalendarVisit) =>
  toEvent({ row, leader, school, area, place });

/** The invitation of a mail, as text that the outbox keeps. */
export const calendarContent = (given: {
  readonly area: Area;
  readonly stored: StoredVisit;
  readonly at: string;
}): Readonly<Record<string, string>> => {
  const { row, school, leader, place } = given.stored;
  const event = toEvent({ row, school, leader, place, area: given.area.slug });
  return {
    uid: event.uid,
    sequence: String(event.sequence),
    from: event.from,
    to: event.to,
    summary: event.summary,
    place: event.place,
    isCancelled: event.isCancelled ? "yes" : "no",
    changedAt: given.at,
  };
};

/** The invitation that a mail of the outbox brings, if it brings one. */
export const calendarEventIn = (
  content: Readonly<Record<string, string>>,
): CalendarEvent | undefined => {
  const { uid, sequence, summary = "", place = "", path = "/", changedAt = "" } = content;
  const from = parseInstant(content["from"] ?? "");
  const to = parseInstant(content["to"] ?? "");
  if (uid === undefined || from === undefined || to === undefined) return undefined;
  const isCancelled = content["isCancelled"] === "yes";
  return {
    uid,
    sequence: Number(sequence),
    from,
    to,
    summary,
    place,
    path,
    isCancelled,
    changedAt,
  };
};

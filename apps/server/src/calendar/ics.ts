import type { Calendar, CalendarEvent } from "@alongside/usecases/visit";
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

const product = { company: "Alongside", product: "visits", language: "EN" };

type Invited = { readonly from: string; readonly recipient: string };

const eventOf = (event: CalendarEvent, origin?: string) => ({
  id: event.uid,
  sequence: event.sequence,
  // Dates without a time zone are written in UTC.
  start: new Date(event.from),
  end: new Date(event.to),
  stamp: new Date(event.changedAt),
  summary: event.summary,
  location: event.place,
  url: new URL(event.path, origin).href,
  status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
});

/** The library writes the name of a calendar as it stands: what would begin a line of its own becomes a space. */
const inOneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, " ");

/** A person's visits as a calendar that programs look at again and again (RFC 5545). */
export const toIcs = ({ name, events }: Calendar, origin: string): string => {
  const calendar = ical({
    name: inOneLine(name),
    prodId: product,
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3_600,
  });
  for (const event of events) calendar.createEvent(eventOf(event, origin));
  return calendar.toString();
};

const nameOf = (from: string): string => from.replace(/<.*$/, "").trim() || "Alongside";
const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

/** One visit as an invitation, or as its taking back (RFC 5546): both name who asks and who is asked. */
export const toInvitation = (
  event: CalendarEvent,
  { from, recipient }: Invited,
): { readonly method: "REQUEST" | "CANCEL"; readonly content: string } => {
  const method = event.isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ prodId: product, method });
  calendar.createEvent({
    ...eventOf(event),
    organizer: { name: nameOf(from), email: addressOf(from) },
    attendees: [{ email: recipient, rsvp: false }],
  });
  return { method: event.isCancelled ? "CANCEL" : "REQUEST", content: calendar.toString() };
};

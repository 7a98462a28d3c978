import { instantOf } from "@alongside/domain/calendar";
import { describe, expect, it } from "vitest";
import { toIcs, toInvitation } from "./ics.ts";

const event = {
  uid: "visit-1@visits.alongside",
  sequence: 2,
  from: instantOf(Date.UTC(2026, 5, 16, 8, 30)),
  to: instantOf(Date.UTC(2026, 5, 16, 15)),
  summary: "Support visit: Zoë O’Brien at St Mary’s, Deal; a\nname",
  place: "St Mary’s, 1 High Street, Deal",
  path: "https://alongside.example/areas/here/visits/visit-1",
  isCancelled: false,
  changedAt: "2026-06-01T09:00:00.000Z",
};
const people = { from: "Alongside <no-reply@a.example>", recipient: "hana@alder.example" };
const unfolded = (text: string): readonly string[] =>
  text.replaceAll(/\r\n[ \t]/g, "").split("\r\n");

describe("a calendar", () => {
  it("has times in UTC, an id that stays, a sequence and cancellations", () => {
    const cancelled = { ...event, uid: "visit-2@visits.alongside", isCancelled: true };
    const calendar = { name: "Visits of Lena", events: [event, cancelled] };
    const lines = unfolded(toIcs(calendar, "https://alongside.example"));
    for (const line of [
      "METHOD:PUBLISH",
      "UID:visit-1@visits.alongside",
      "SEQUENCE:2",
      "DTSTAMP:20260601T090000Z",
      "DTSTART:20260616T083000Z",
      "DTEND:20260616T150000Z",
      "STATUS:CONFIRMED",
      "STATUS:CANCELLED",
    ])
      expect(lines).toContain(line);
  });

  it("lets no text begin a line of its own, and folds long lines by bytes", () => {
    const text = toIcs({ name: "Visits", events: [event] }, "https://alongside.example");
    expect(unfolded(text)).toContain(
      String.raw`SUMMARY:Support visit: Zoë O’Brien at St Mary’s\, Deal\; a\nname`,
    );
    const long = text.split("\r\n").filter((line) => Buffer.byteLength(line) > 75);
    expect(long).toEqual([]);
  });

  it("lets no name begin a line of its own: somebody's name is the calendar's", () => {
    const name = "Visits of Lena\r\nBEGIN:VEVENT\nBcc: x";
    const lines = unfolded(toIcs({ name, events: [] }, "https://alongside.example"));
    expect(lines).toContain("NAME:Visits of Lena BEGIN:VEVENT Bcc: x");
    expect(lines.filter((line) => /^(Bcc|BEGIN:VEVENT)/.test(line))).toEqual([]);
  });
});

describe("an invitation", () => {
  it("asks one person, in the name of whoever sends the mail, and takes itself back", () => {
    const asked = toInvitation(event, people);
    expect(asked.method).toBe("REQUEST");
    const lines = unfolded(asked.content);
    expect(lines).toContain("METHOD:REQUEST");
    expect(lines.some((line) => /^ORGANIZER.*mailto:no-reply@a\.example$/i.test(line))).toBe(true);
    expect(lines.some((line) => /^ATTENDEE.*mailto:hana@alder\.example$/i.test(line))).toBe(true);
    const taken = toInvitation({ ...event, isCancelled: true }, people);
    expect(taken.method).toBe("CANCEL");
    expect(unfolded(taken.content)).toContain("STATUS:CANCELLED");
  });
});

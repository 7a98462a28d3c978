import type { Write } from "@alongside/db";
import { recordVisitMails } from "@alongside/db/stores/visit";
import type { Area } from "@alongside/db/views/area";
import { findPerson } from "@alongside/db/views/identity";
import { listHeadsOf } from "@alongside/db/views/need";
import type { StoredVisit } from "@alongside/db/views/visit";
import type { VisitEvent } from "@alongside/domain/visit";
import { instantOf, type Context } from "../context/index.ts";
import { calendarContent } from "./calendar.ts";

type Side = "leader" | "supported-school";
export type VisitLetter = VisitEvent["type"] | "planned" | "note-due";

/** Who is told of what, and whether a calendar should know. */
const letters: Partial<Readonly<Record<VisitLetter, readonly Side[]>>> = {
  planned: ["leader", "supported-school"],
  rescheduled: ["leader", "supported-school"],
  cancelled: ["leader", "supported-school"],
  noted: ["supported-school"],
  amended: ["supported-school"],
  "agreed-accurate": ["leader"],
  "marked-inaccurate": ["leader"],
  "note-due": ["leader"],
};

const inCalendars: readonly VisitLetter[] = ["planned", "rescheduled", "cancelled"];

const recipientsOf = async (tx: Write, { row }: StoredVisit, side: Side) => {
  if (side === "supported-school") return listHeadsOf(tx, row.areaId, row.urn);
  const person = await findPerson(tx, row.personId);
  return person === undefined || person.deactivatedAt !== null ? [] : [person];
};

/**
 * Puts the mails about what happened to a visit into the outbox. What moves in a calendar goes to both sides with an invitation, also to
 * whoever moved it; everything else to everyone concerned but the one who did it. No mail says what was seen.
 */
export const sendVisitMails = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly stored: StoredVisit; readonly letter: VisitLetter },
): Promise<void> => {
  const { area, stored, letter } = given;
  const doer = ctx.actor.kind === "person" ? ctx.actor.personId : undefined;
  const isInvitation = inCalendars.includes(letter);
  const { row } = stored;
  for (const side of letters[letter] ?? []) {
    const recipients = await recipientsOf(tx, stored, side);
    const mails = recipients
      .filter(({ id }) => isInvitation || id !== doer)
      .map(({ email, name }) => ({
        id: ctx.newId(),
        areaId: area.id,
        recipient: email,
        template: `visit-${letter}`,
        content: {
          name,
          area: area.name,
          path: `/areas/${area.slug}/visits/${row.id}`,
          due: row.noteDue ?? "",
          ...(isInvitation ? calendarContent({ area, stored, at: instantOf(ctx) }) : {}),
        },
        createdAt: instantOf(ctx),
      }));
    await recordVisitMails(tx, mails);
  }
};

import type { Write } from "@alongside/db";
import { recordVisit } from "@alongside/db/stores/visit";
import type { Area } from "@alongside/db/views/area";
import type { StoredVisit } from "@alongside/db/views/visit";
import {
  decideVisit,
  evolveVisit,
  type Visit,
  type VisitCommand,
  type VisitEvent,
  type VisitId,
} from "@alongside/domain/visit";
import { bookDays, deliverDays, unbookDays } from "../capacity/index.ts";
import { instantOf, orRefuse, record, type Context } from "../context/index.ts";
import { toLoggedVisit } from "./event.ts";
import { sendVisitMails } from "./mail.ts";

export type VisitChanged = {
  readonly id: VisitId;
  readonly version: number;
  readonly state: Visit["state"];
};

type Applied = {
  readonly area: Area;
  readonly stored: StoredVisit;
  readonly command: VisitCommand;
  readonly startsAt?: string;
  /** The days were given back already: the work as a whole came to an end. */
  readonly isUnbooked?: boolean;
};

/** A visit's days are booked with its plan, free again with its cancellation and delivered with its doing (Product rules, §2: day ledger). */
const moveDays = async (
  ctx: Context,
  tx: Write,
  { stored, event }: { readonly stored: StoredVisit; readonly event: VisitEvent },
): Promise<void> => {
  const { lineId: capacityLine, id: visit, deploymentId: deployment, halfDays } = stored.row;
  if (event.type === "rescheduled" && event.halfDays !== halfDays) {
    const reason = "The visit was changed";
    await unbookDays(ctx, tx, { capacityLine, visit, reason });
    await bookDays(ctx, tx, { capacityLine, deployment, visit, halfDays: event.halfDays, reason });
  } else if (event.type === "cancelled") {
    await unbookDays(ctx, tx, { capacityLine, visit, reason: "The visit was cancelled" });
  } else if (event.type === "done") {
    await deliverDays(ctx, tx, { capacityLine, visit, halfDays, reason: "The visit took place" });
  }
};

const isForCalendars = ({ type }: VisitEvent): boolean =>
  type === "rescheduled" || type === "cancelled";

/** Decides one command on a visit that was opened in this transaction, and writes all that comes of it: book, log and mails. */
export const applyToVisit = async (
  ctx: Context,
  tx: Write,
  given: Applied,
): Promise<StoredVisit> => {
  const { area, stored, command, startsAt, isUnbooked } = given;
  const { row } = stored;
  const event = orRefuse(decideVisit(row.visit, command));
  const visit = evolveVisit(row.visit, event);
  const changedAt = instantOf(ctx);
  const sequence = row.sequence + Number(isForCalendars(event));
  const times = startsAt === undefined ? {} : { startsAt };
  await recordVisit(tx, row, { visit, changedAt, sequence, ...times });
  const version = row.version + 1;
  await record(ctx, tx, {
    areaId: area.id,
    entity: "visit",
    entityId: row.id,
    entityVersion: version,
    ...toLoggedVisit(event),
  });
  if (isUnbooked !== true) await moveDays(ctx, tx, { stored, event });
  const { state, date, halfDays } = visit;
  const noteDue = visit.state === "done" ? visit.noteDue : null;
  const after = { ...row, ...times, visit, state, date, halfDays, noteDue, version, sequence };
  const changed = { ...stored, row: { ...after, changedAt } };
  await sendVisitMails(ctx, tx, { area, stored: changed, letter: event.type });
  return changed;
};

export const toChanged = ({ row }: StoredVisit): VisitChanged => ({
  id: row.id,
  version: row.version,
  state: row.state,
});

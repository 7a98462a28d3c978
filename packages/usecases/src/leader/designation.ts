import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordDesignation, recordDesignationStatus } from "@alongside/db/stores/leader";
import { findLastChange, listCodeEntries } from "@alongside/db/views/partnership";
import { addYears } from "@alongside/domain/calendar";
import {
  moveDesignation,
  specialistReviewDue,
  type DesignationCommand,
  type DesignationStatus,
} from "@alongside/domain/code-list";
import { mayManageLeaders, type PersonId } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import { authorise, orRefuse, record, refuse, todayOf, type Context } from "../context/index.ts";
import { openDesignation } from "./page.ts";
import { openLeader } from "./place.ts";

export type NewDesignation = {
  readonly personId: PersonId;
  /** Code of the list of designations. */
  readonly type: string;
  readonly awardingBody: string;
  readonly fromOn: IsoDate;
  readonly toOn: IsoDate | null;
  /** Four years after the first day unless another day is given. */
  readonly reviewDue: IsoDate | null;
  readonly evidence: string;
  readonly status: Extract<DesignationStatus, "applied" | "designated">;
};

const requireType = async (tx: Write, area: Area, type: string): Promise<void> => {
  const entries = await listCodeEntries(tx, area.id, "designation");
  const isKnown = entries.some(({ code, retiredOn }) => code === type && retiredOn === null);
  if (!isKnown) refuse({ kind: "invalid-input", fields: { type: "Choose from the list" } });
};

/** Puts a leader's designation on record, as applied for or as designated. Refuses an end before its beginning. */
export const addDesignation = (
  ctx: Context,
  area: Area,
  input: NewDesignation,
): Promise<{ readonly id: string }> =>
  ctx.write(async (tx) => {
    const { personId, fromOn, toOn } = input;
    await openLeader(ctx, tx, { area, personId });
    authorise(mayManageLeaders(ctx.actor, area.id));
    await requireType(tx, area, input.type);
    if (toOn !== null && toOn < fromOn) {
      refuse({
        kind: "invalid-input",
        fields: { toOn: "Enter a day that is not before the first" },
      });
    }
    const id = ctx.newId();
    const reviewDue = input.reviewDue ?? specialistReviewDue(fromOn);
    await recordDesignation(tx, { ...input, id, areaId: area.id, reviewDue });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "designation",
      entityId: id,
      entityVersion: 1,
      kind: "designation-added",
      payload: { personId, type: input.type, status: input.status },
    });
    return { id };
  });

const kinds: Readonly<Record<DesignationCommand, string>> = {
  designate: "designation-made",
  review: "designation-review-begun",
  retain: "designation-retained",
  withdraw: "designation-withdrawn",
  resign: "designation-resigned",
  remove: "designation-removed",
};

const ends: readonly DesignationCommand[] = ["withdraw", "resign", "remove"];
const reviewEveryYears = 4;

/** What else a step changes: an end ends it today, a review that retains it sets the next one four years on. */
const datesAfter = (command: DesignationCommand, today: IsoDate) => {
  if (ends.includes(command)) return { toOn: today };
  return command === "retain" ? { reviewDue: addYears(today, reviewEveryYears) } : {};
};

/**
 * Takes a designation one step on: designated, under review, and out of the review retained or ended. Refuses a step that is not the next
 * (`wrong-state`), a step without a reason (`words-needed`), and `changed-since`.
 */
export const stepDesignation = (
  ctx: Context,
  area: Area,
  input: {
    readonly id: string;
    readonly version: number;
    readonly command: DesignationCommand;
    readonly reason: string;
  },
): Promise<{ readonly version: number; readonly status: DesignationStatus }> =>
  ctx.write(async (tx) => {
    const { id, command } = input;
    const row = await openDesignation(ctx, tx, { area, id });
    authorise(mayManageLeaders(ctx.actor, area.id));
    if (row.version !== input.version) {
      const last = await findLastChange(tx, { entity: "designation", entityId: id });
      const { by = "Someone else", at = "" } = last ?? {};
      refuse({ kind: "changed-since", version: row.version, by, at });
    }
    const status = orRefuse(moveDesignation(row.status, command));
    const reason = input.reason.trim();
    if (reason === "") refuse({ kind: "words-needed", field: "reason" });
    const change = { status, ...datesAfter(command, todayOf(ctx)) };
    await recordDesignationStatus(tx, row, change);
    const version = row.version + 1;
    await record(ctx, tx, {
      areaId: area.id,
      entity: "designation",
      entityId: id,
      entityVersion: version,
      kind: kinds[command],
      payload: { reason },
    });
    return { version, status };
  });

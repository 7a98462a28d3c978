import type { Write } from "@alongside/db";
import { recordMeeting, recordMeetingChange } from "@alongside/db/stores/meeting";
import type { Area } from "@alongside/db/views/area";
import {
  moveMeeting,
  nobodyYet,
  toMeetingId,
  type BodyId,
  type MeetingId,
} from "@alongside/domain/meeting";
import type { IsoDate } from "@alongside/domain/school";
import { instantOf, orRefuse, todayOf, type Context } from "../context/index.ts";
import { mailMembers } from "./mail.ts";
import {
  missing,
  openBodyToKeep,
  openMeetingToKeep,
  requireFields,
  requireSeen,
  tell,
} from "./place.ts";

type MeetingWords = {
  readonly date: IsoDate;
  /** `16:00`. */
  readonly time: string;
  readonly place: string;
  readonly agenda: readonly string[];
};

const wordsOf = ({ date, time, place, agenda }: MeetingWords) => ({
  date,
  time,
  place: place.trim(),
  agenda: agenda.map((item) => item.trim()).filter((item) => item !== ""),
});

const requireWords = (ctx: Context, words: MeetingWords): void =>
  requireFields({
    date: words.date >= todayOf(ctx) ? undefined : "Choose today or a later day",
    time: /^([01]\d|2[0-3]):[0-5]\d$/.test(words.time) ? undefined : "Enter a time, such as 16:00",
    place: missing(words.place, "Say where it is"),
  });

/** Plans a meeting of a body and tells its people. */
export const planMeeting = (
  ctx: Context,
  area: Area,
  input: MeetingWords & { readonly bodyId: BodyId },
): Promise<{ readonly id: MeetingId }> =>
  ctx.write(async (tx) => {
    const body = await openBodyToKeep(ctx, tx, { area, id: input.bodyId });
    requireWords(ctx, input);
    const id = toMeetingId(ctx.newId());
    const words = wordsOf(input);
    await recordMeeting(tx, {
      id,
      areaId: area.id,
      bodyId: body.row.id,
      ...words,
      attendance: nobodyYet,
      state: "planned",
      changedAt: instantOf(ctx),
    });
    const payload = { body: body.row.id, ...words };
    await tell(ctx, tx, {
      area,
      entity: "meeting",
      id,
      version: 1,
      kind: "meeting-planned",
      payload,
    });
    await mailMembers(ctx, tx, { area, body, meetingId: id, template: "meeting-planned" });
    return { id };
  });

type Seen = { readonly id: MeetingId; readonly version: number };
type Change = Parameters<typeof recordMeetingChange>[2];

const change = async (
  ctx: Context,
  tx: Write,
  given: {
    readonly area: Area;
    readonly seen: Seen;
    readonly command: "revise" | "cancel";
    readonly kind: string;
    readonly change: Change;
  },
): Promise<{ readonly version: number }> => {
  const { area, seen, command, kind } = given;
  const { row, body } = await openMeetingToKeep(ctx, tx, { area, id: seen.id });
  await requireSeen(tx, "meeting", { row, seen: seen.version });
  const state = orRefuse(moveMeeting(row.state, command));
  await recordMeetingChange(tx, row, { ...given.change, state, changedAt: instantOf(ctx) });
  const version = row.version + 1;
  await tell(ctx, tx, {
    area,
    entity: "meeting",
    id: row.id,
    version,
    kind,
    payload: given.change,
  });
  const isTold =
    command === "cancel" ||
    given.change.date !== row.date ||
    given.change.place !== row.place ||
    given.change.time !== row.time;
  if (isTold) await mailMembers(ctx, tx, { area, body, meetingId: row.id, template: kind });
  return { version };
};

/** Moves a meeting that is still to come, or changes its agenda. Its people hear of another day, hour or place. */
export const reviseMeeting = (
  ctx: Context,
  area: Area,
  input: MeetingWords & Seen,
): Promise<{ readonly version: number }> =>
  ctx.write((tx) => {
    requireWords(ctx, input);
    return change(ctx, tx, {
      area,
      seen: input,
      command: "revise",
      kind: "meeting-changed",
      change: wordsOf(input),
    });
  });

/** Cancels a meeting that is still to come. */
export const cancelMeeting = (
  ctx: Context,
  area: Area,
  input: Seen,
): Promise<{ readonly version: number }> =>
  ctx.write((tx) =>
    change(ctx, tx, {
      area,
      seen: input,
      command: "cancel",
      kind: "meeting-cancelled",
      change: {},
    }),
  );

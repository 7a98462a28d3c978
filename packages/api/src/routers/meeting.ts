import { parseIsoDate } from "@alongside/domain/calendar";
import { toId, type PersonId, type ZoneId } from "@alongside/domain/identity";
import { bodyKinds, seatRoles, toBodyId, toMeetingId } from "@alongside/domain/meeting";
import {
  addBody,
  approveMinutes,
  boardChoices,
  cancelMeeting,
  changeBody,
  decide,
  endAction,
  endSeatNow,
  getBody,
  getMeeting,
  getPack,
  giveSeat,
  listBoardActions,
  listBoardDecisions,
  listBoards,
  makePack,
  packProgress,
  planMeeting,
  reviseMeeting,
  sendPack,
  setAction,
  stopPack,
  writeMinutes,
} from "@alongside/usecases/meeting";
import { z } from "zod";
import { areaProcedure, router } from "../trpc.ts";

const bodyId = z.string().min(1).max(60).transform(toBodyId);
const meetingId = z.string().min(1).max(60).transform(toMeetingId);
const version = z.number().int().min(1);
const packNumber = z.number().int().min(1).max(10_000);
const personId = z
  .string("Choose somebody")
  .min(1, "Choose somebody")
  .max(60)
  .transform((text) => toId<PersonId>(text));
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`);

const day = z.string("Enter a day").transform((given, ctx) => {
  const date = parseIsoDate(given);
  if (date !== undefined) return date;
  ctx.addIssue("Enter a day");
  return z.NEVER;
});

const bodyWords = {
  name: text(80).min(1, "Enter a name"),
  kind: z.enum(bodyKinds, "Choose what it is"),
  remit: z.object({
    group: z.enum(["primary", "secondary", "special"]).nullable(),
    zones: z
      .array(
        z
          .string()
          .max(60)
          .transform((id) => toId<ZoneId>(id)),
      )
      .max(50),
  }),
  quorum: z
    .number("Enter how many members must be there")
    .int("Enter a whole number")
    .min(1, "Enter 1 or more")
    .max(100, "Enter 100 or fewer"),
};

const meetingWords = {
  date: day,
  time: text(5),
  place: text(120),
  agenda: z.array(text(200)).max(40, "Use 40 items or fewer"),
};

const seenMeeting = z.object({ id: meetingId, version });

const attendance = z.object({
  present: z.array(personId).max(200),
  apologies: z.array(personId).max(200),
  interests: z.array(z.object({ personId, words: text(500) })).max(50),
});

const ground = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("figure"), figure: z.string().max(60) }),
  z.object({ kind: z.literal("paper"), title: text(120) }),
  z.object({ kind: z.literal("none") }),
]);

export const meetingRouter = router({
  bodies: areaProcedure.query(({ ctx }) => listBoards(ctx, ctx.area)),
  body: areaProcedure
    .input(z.object({ id: bodyId }))
    .query(({ ctx, input }) => getBody(ctx, ctx.area, input)),
  choices: areaProcedure.query(({ ctx }) => boardChoices(ctx, ctx.area)),
  addBody: areaProcedure
    .input(z.object(bodyWords))
    .mutation(({ ctx, input }) => addBody(ctx, ctx.area, input)),
  changeBody: areaProcedure
    .input(z.object({ id: bodyId, version, ...bodyWords }))
    .mutation(({ ctx, input }) => changeBody(ctx, ctx.area, input)),
  giveSeat: areaProcedure
    .input(
      z.object({
        id: bodyId,
        personId,
        role: z.enum(seatRoles, "Choose a part"),
        fromOn: day,
        untilOn: day.nullable(),
      }),
    )
    .mutation(({ ctx, input }) => giveSeat(ctx, ctx.area, input)),
  endSeat: areaProcedure
    .input(z.object({ id: bodyId, seatId: z.string().max(60) }))
    .mutation(({ ctx, input }) => endSeatNow(ctx, ctx.area, input)),
  get: areaProcedure
    .input(z.object({ id: meetingId }))
    .query(({ ctx, input }) => getMeeting(ctx, ctx.area, input)),
  plan: areaProcedure
    .input(z.object({ bodyId, ...meetingWords }))
    .mutation(({ ctx, input }) => planMeeting(ctx, ctx.area, input)),
  revise: areaProcedure
    .input(seenMeeting.extend(meetingWords))
    .mutation(({ ctx, input }) => reviseMeeting(ctx, ctx.area, input)),
  cancel: areaProcedure
    .input(seenMeeting)
    .mutation(({ ctx, input }) => cancelMeeting(ctx, ctx.area, input)),
  writeMinutes: areaProcedure
    .input(seenMeeting.extend({ attendance, minutes: text(20_000) }))
    .mutation(({ ctx, input }) => writeMinutes(ctx, ctx.area, input)),
  decide: areaProcedure
    .input(z.object({ id: meetingId, text: text(1000), reason: text(2000), ground }))
    .mutation(({ ctx, input }) => decide(ctx, ctx.area, input)),
  setAction: areaProcedure
    .input(z.object({ id: meetingId, text: text(500), ownerId: personId, dueOn: day }))
    .mutation(({ ctx, input }) => setAction(ctx, ctx.area, input)),
  approve: areaProcedure
    .input(seenMeeting)
    .mutation(({ ctx, input }) => approveMinutes(ctx, ctx.area, input)),
  actions: areaProcedure.query(({ ctx }) => listBoardActions(ctx, ctx.area)),
  decisions: areaProcedure.query(({ ctx }) => listBoardDecisions(ctx, ctx.area)),
  endAction: areaProcedure
    .input(
      z.object({
        id: z.string().min(1).max(60),
        version,
        state: z.enum(["done", "dropped"], "Choose what came of it"),
        note: text(1000),
      }),
    )
    .mutation(({ ctx, input }) => endAction(ctx, ctx.area, input)),
  makePack: areaProcedure
    .input(z.object({ id: meetingId }))
    .mutation(({ ctx, input }) => makePack(ctx, ctx.area, input)),
  packProgress: areaProcedure
    .input(z.object({ id: meetingId }))
    .query(({ ctx, input }) => packProgress(ctx, ctx.area, input)),
  stopPack: areaProcedure
    .input(z.object({ id: meetingId }))
    .mutation(({ ctx, input }) => stopPack(ctx, ctx.area, input)),
  issuePack: areaProcedure
    .input(z.object({ id: meetingId, number: packNumber }))
    .mutation(({ ctx, input }) => sendPack(ctx, ctx.area, input)),
  pack: areaProcedure
    .input(z.object({ id: meetingId, number: packNumber }))
    .query(({ ctx, input }) => getPack(ctx, ctx.area, input)),
});

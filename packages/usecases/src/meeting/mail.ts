import type { Write } from "@alongside/db";
import { recordMails } from "@alongside/db/stores/mail";
import type { Area } from "@alongside/db/views/area";
import { isInOffice, type MeetingId } from "@alongside/domain/meeting";
import { endOfLondonDay } from "@alongside/domain/calendar";
import type { IsoDate } from "@alongside/domain/school";
import { instantOf, type Context } from "../context/index.ts";
import type { OpenedBody } from "./place.ts";

/** What mails about meetings and actions are called; each has its words beside the others. */
type Letter = {
  readonly area: Area;
  readonly to: { readonly email: string; readonly name: string };
  readonly template: string;
  readonly path: string;
  readonly due?: IsoDate;
};

/** Puts one mail into the outbox. It says that something waits and where, and no word of it. */
export const mailOne = (ctx: Context, tx: Write, letter: Letter): Promise<void> =>
  recordMails(tx, [
    {
      id: ctx.newId(),
      areaId: letter.area.id,
      recipient: letter.to.email,
      template: letter.template,
      content: {
        name: letter.to.name,
        area: letter.area.name,
        path: `/areas/${letter.area.slug}${letter.path}`,
        due: letter.due === undefined ? "" : endOfLondonDay(letter.due),
      },
      createdAt: instantOf(ctx),
    },
  ]);

/** Tells everybody who sits on a body today, but whoever did it. */
export const mailMembers = async (
  ctx: Context,
  tx: Write,
  given: {
    readonly area: Area;
    readonly body: OpenedBody;
    readonly meetingId: MeetingId;
    readonly template: string;
    readonly below?: string;
  },
): Promise<void> => {
  const doer = ctx.actor.kind === "person" ? ctx.actor.personId : undefined;
  const { area, body, template } = given;
  const path = `/board/meetings/${given.meetingId}${given.below ?? ""}`;
  for (const seat of body.seats)
    if (isInOffice(seat, body.place.today) && seat.personId !== doer)
      await mailOne(ctx, tx, { area, to: seat, template, path });
};

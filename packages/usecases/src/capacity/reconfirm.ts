import type { Area } from "@alongside/db/views/area";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { usualGoodUntil } from "@alongside/domain/capacity";
import { mayPublishCapacity } from "@alongside/domain/identity";
import { todayOf, type Context } from "../context/index.ts";
import { forLeader } from "../leader/place.ts";
import { changeLine, type LineChanged, type LineSeen } from "./line.ts";

/**
 * Says with one click that the days still stand: good for six weeks more, or to the end of the term; a maybe becomes a yes. Changes nothing
 * when it was said today already. Refuses `beyond-release` when the home school's release has run out, and a term that is over.
 */
export const reconfirmCapacity = (ctx: Context, area: Area, seen: LineSeen): Promise<LineChanged> =>
  changeLine(ctx, area, {
    seen,
    act: {
      may: mayPublishCapacity,
      as: forLeader,
      commandsFor: ({ line }) => {
        const today = todayOf(ctx);
        const goodUntil = usualGoodUntil(line, today);
        const isSaid =
          line.state === "firm" && line.confirmedOn === today && line.goodUntil === goodUntil;
        const type = line.state === "indicative" ? "confirm" : "reconfirm";
        return isSaid ? [] : [{ type, at: toInstant(ctx.now()), goodUntil }];
      },
    },
  });

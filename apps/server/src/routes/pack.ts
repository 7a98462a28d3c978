import { Hono } from "hono";
import { toMeetingId } from "@alongside/domain/meeting";
import { openArea } from "@alongside/usecases/area";
import { getPack } from "@alongside/usecases/meeting";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { packHtml } from "../pdf/pack.ts";
import { toContext } from "./context.ts";
import { answerRefusal } from "./list-file.ts";
import { numberIn, sendPdf } from "./pdf.ts";

/** Board packs as PDFs, for those who read the board. A reader who goes away stops the print. */
export const packFiles = (deps: Dependencies): Hono<AppVariables> =>
  new Hono<AppVariables>()
    .get("/areas/:area/meetings/:meeting/packs/:file", async (c) => {
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      const number = numberIn(c.req.param("file"));
      const id = toMeetingId(c.req.param("meeting"));
      const pack = await getPack(ctx, area, { id, number });
      const name = `board-pack-${pack.meeting.date}-version-${number}`;
      return sendPdf(c, name, await deps.printPdf(packHtml(pack), c.req.raw.signal));
    })
    .onError(answerRefusal);

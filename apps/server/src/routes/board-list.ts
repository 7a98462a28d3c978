import { Hono } from "hono";
import { boardQuestionInAddress } from "@alongside/api";
import type { Area } from "@alongside/db/views/area";
import {
  figureIds,
  figureWords,
  partWord,
  type FigureId,
  type Unit,
} from "@alongside/domain/board";
import { openArea } from "@alongside/usecases/area";
import { getFigure, type BoardQuestion } from "@alongside/usecases/board";
import { refuse, type Context } from "@alongside/usecases/context";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import { toContext } from "./context.ts";
import { answerRefusal, sendText, toCsv } from "./list.ts";

/** As the page shows it: days for half-days, pounds for pence. */
export const shownValue = (value: number | null, unit: Unit | undefined): number | null => {
  if (value === null) return null;
  if (unit === "half-days") return value / 2;
  return unit === "pence" ? value / 100 : value;
};

/** Made of 1 to 5 records, or what these could be worked out from. */
const hiddenWord = "hidden";

/** A figure as its table on the page is. Refuses `not-found` to whoever may not see the board. */
export const boardCsv = async (
  ctx: Context,
  area: Area,
  question: BoardQuestion & { readonly figure: FigureId },
): Promise<string> => {
  const { figure, ...named } = await getFigure(ctx, area, question);
  const word = (part: string) => partWord(part, named);
  const cells = (at: number) =>
    figure.columns.map((column, place) => {
      const cell = figure.cells[at]?.[place];
      const value = shownValue(cell?.value ?? null, figure.units[place]);
      return [word(column), cell?.isHidden === true ? hiddenWord : value] as const;
    });
  return toCsv(
    figure.rows.map((row, at) => ({
      [figureWords[question.figure].of]: word(row),
      ...Object.fromEntries(cells(at)),
    })),
  );
};

/** The figures of the board as files. */
export const boardLists = (deps: Dependencies): Hono<AppVariables> =>
  new Hono<AppVariables>()
    .get("/areas/:area/board/:figure", async (c) => {
      const figure = figureIds.find((each) => `${each}.csv` === c.req.param("figure"));
      const ctx = toContext(deps, c);
      const area = await openArea(ctx, c.req.param("area"));
      if (figure === undefined) return refuse({ kind: "not-found" });
      const question = boardQuestionInAddress(new URL(c.req.url).searchParams);
      const text = await boardCsv(ctx, area, { ...question, figure });
      return sendText(c, `${area.slug}-${figure}`, text);
    })
    .onError(answerRefusal);

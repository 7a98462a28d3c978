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
import { getFigure, type BoardQuestion } from "@alongside/usecases/board";
import { refuse, type Context } from "@alongside/usecases/context";
import type { AppVariables } from "../app.ts";
import type { Dependencies } from "../deps.ts";
import type { Rows } from "../table/table.ts";
import { answerList, answerRefusal, fileKinds, type AskedList } from "./list-file.ts";

/** As the page shows it: days for half-days, pounds for pence. */
export const shownValue = (value: number | null, unit: Unit | undefined): number | null => {
  if (value === null) return null;
  if (unit === "half-days") return value / 2;
  return unit === "pence" ? value / 100 : value;
};

/** Made of 1 to 5 records, or what these could be worked out from. */
const hiddenWord = "hidden";

/** A figure as its table on the page is. Refuses `not-found` to whoever may not see the board. */
export const boardRows = async (
  ctx: Context,
  area: Area,
  question: BoardQuestion & { readonly figure: FigureId },
): Promise<Rows> => {
  const { figure, ...named } = await getFigure(ctx, area, question);
  const word = (part: string) => partWord(part, named);
  const cells = (at: number) =>
    figure.columns.map((column, place) => {
      const cell = figure.cells[at]?.[place];
      const value = shownValue(cell?.value ?? null, figure.units[place]);
      return [word(column), cell?.isHidden === true ? hiddenWord : value] as const;
    });
  return figure.rows.map((row, at) => ({
    [figureWords[question.figure].of]: word(row),
    ...Object.fromEntries(cells(at)),
  }));
};

/** The figures of the board as files. */
export const boardLists = (deps: Dependencies): Hono<AppVariables> =>
  new Hono<AppVariables>()
    .get("/areas/:area/board/:figure", (c) => {
      const [wanted, ending] = c.req.param("figure").split(".");
      const kind = fileKinds.find((each) => each === ending) ?? "csv";
      const listOf = async ({ ctx, area, search }: AskedList) => {
        const figure = figureIds.find((each) => each === wanted && kind === ending);
        if (figure === undefined) return refuse({ kind: "not-found" });
        const rows = await boardRows(ctx, area, { ...boardQuestionInAddress(search), figure });
        return { name: `${area.slug}-${figure}`, rows };
      };
      return answerList(deps, c, { kind, listOf });
    })
    .onError(answerRefusal);

import { figureIds, type FigureId } from "@alongside/domain/board";
import type { Place, Question } from "./data.ts";

const groups = ["primary", "secondary", "special"] as const;
const iso = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks of the board; a part that makes no sense is left out. */
export const questionOf = (search: string): Question => {
  const params = new URLSearchParams(search);
  const text = (name: string) => params.get(name) || undefined;
  const day = (name: string) => (iso.test(params.get(name) ?? "") ? text(name) : undefined);
  return {
    zone: text("zone"),
    group: groups.find((group) => group === params.get("group")),
    term: text("term"),
    body: text("body"),
    from: day("from"),
    to: day("to"),
  };
};

/** The same question, for a file or another page. */
export const searchOf = (question: Question, place?: Place): string => {
  const given = { ...question, ...place };
  const params = new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
};

/** The number that an address points to; undefined when it points to none. */
export const placeOf = (search: string): Place | undefined => {
  const params = new URLSearchParams(search);
  const figure = figureIds.find((id) => id === params.get("figure"));
  const [row, column] = [params.get("row"), params.get("column")];
  return figure === undefined || row === null || column === null
    ? undefined
    : { figure, row, column };
};

export const isFigureId = (id: string): id is FigureId => figureIds.some((each) => each === id);

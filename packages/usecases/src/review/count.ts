import type { Area } from "@alongside/db/views/area";
import { judgementsToCount } from "@alongside/db/views/review";
import { maySeeBoard, maySeeExactFigures } from "@alongside/domain/identity";
import { countJudgements } from "@alongside/domain/review";
import { found, type Context } from "../context/index.ts";
import { listsOf } from "./place.ts";

/**
 * How many schools were judged how in each area, term by term: exact for the partnership's staff; for the board without small numbers, and only
 * once all reviews of the term are agreed. `not-found` for everybody else.
 */
export const countReviews = async (ctx: Context, area: Area) => {
  found(maySeeBoard(ctx.actor, area.id) ? true : undefined);
  const isExact = maySeeExactFigures(ctx.actor, area.id);
  const [rows, lists] = await Promise.all([
    judgementsToCount(ctx.read, area.id, isExact),
    listsOf(ctx.read, area),
  ]);
  const codes = (entries: readonly { readonly code: string }[]) => entries.map(({ code }) => code);
  const known = { areas: codes(lists.areas), judgements: codes(lists.judgements) };
  const terms = [...Map.groupBy(rows, ({ termId }) => termId).values()];
  return {
    isExact,
    lists: { areas: lists.areas, judgements: lists.judgements },
    terms: terms.flatMap((judged) => {
      const [first] = judged;
      if (first === undefined) return [];
      const { season, academicYear, termId } = first;
      const schools = judged.map(({ judgements }) => judgements);
      return [
        { id: termId, term: { season, academicYear }, ...countJudgements(schools, known, isExact) },
      ];
    }),
  };
};

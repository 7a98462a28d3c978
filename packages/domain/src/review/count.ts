import type { Sum } from "../board/attack.ts";
import { suppress } from "../board/suppress.ts";
import type { Judgements } from "./judgement.ts";

/** How many schools have this judgement in this area; null where the number is hidden. */
export type ReviewCell = {
  readonly area: string;
  readonly judgement: string;
  readonly schools: number | null;
};

export type ReviewCounts = {
  /** Schools with a judgement in any area; null where hidden. */
  readonly schools: number | null;
  readonly cells: readonly ReviewCell[];
  /** How many were judged, by area. */
  readonly totals: readonly { readonly area: string; readonly schools: number | null }[];
};

type Lists = { readonly areas: readonly string[]; readonly judgements: readonly string[] };

const cellName = (area: string, judgement: string): string => `${area} ${judgement}`;

const countCells = (schools: readonly Judgements[], { areas, judgements }: Lists) => {
  const counts = new Map<string, number>();
  const add = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by);
  for (const area of areas) {
    add(area, 0);
    for (const judgement of judgements) add(cellName(area, judgement), 0);
    for (const school of schools) {
      const given = school[area];
      if (given === undefined) continue;
      add(area, 1);
      add(cellName(area, given.judgement), 1);
    }
  }
  return counts;
};

/** How many were judged in an area is the sum of its judgements. That a school was not judged in one tells nothing of it. */
const sumsOf = ({ areas, judgements }: Lists): readonly Sum[] =>
  areas.map((area) => ({
    total: area,
    parts: judgements.map((judgement) => cellName(area, judgement)),
  }));

/**
 * Judgements as counts of schools. For the board every count from 1 to 5 is hidden, with whatever gives it away; the partnership's staff see
 * them all (Product rules, §3: small numbers).
 */
export const countJudgements = (
  schools: readonly Judgements[],
  lists: Lists,
  isExact: boolean,
): ReviewCounts => {
  const counts = countCells(schools, lists);
  counts.set("schools", schools.length);
  const hidden = isExact ? new Set<string>() : suppress(counts, sumsOf(lists));
  const shown = (name: string): number | null =>
    hidden.has(name) ? null : (counts.get(name) ?? 0);
  return {
    schools: shown("schools"),
    cells: lists.areas.flatMap((area) =>
      lists.judgements.map((judgement) => ({
        area,
        judgement,
        schools: shown(cellName(area, judgement)),
      })),
    ),
    totals: lists.areas.map((area) => ({ area, schools: shown(area) })),
  };
};

import type { ShownSurvey } from "./data.ts";

type Statement = ShownSurvey["statements"][number];
type Group = ShownSurvey["groups"][number];

export const opinions = ["agree", "neither", "disagree"] as const;
export const opinionWords = { agree: "Agree", neither: "Neither", disagree: "Disagree" } as const;

/** What a group said of a statement. */
export const cellAt = (
  { cells }: ShownSurvey,
  key: string,
  { by, name }: Pick<Group, "by" | "name">,
) =>
  cells.find(({ statement, group }) => statement === key && group.by === by && group.name === name);

export const wholeGroup = { by: "all", name: "all" } as const;

const mostDrawn = 46;

/** A statement as it fits above its bar on a phone; the table has all of it. */
const toShort = (text: string): string =>
  text.length > mostDrawn ? `${text.slice(0, mostDrawn - 1).trimEnd()}…` : text;

/**
 * Opinions as far as they are told, and the rest of those who answered in one. Where how many answered is hidden there is no rest to draw, and what is
 * drawn is said not to be the whole.
 */
export const stackOf = (shown: ShownSurvey, { key, text }: Statement) => {
  const counts = cellAt(shown, key, wholeGroup)?.counts;
  const told = opinions.map((opinion) => counts?.[opinion] ?? 0);
  const heads = shown.groups.find(({ by }) => by === "all")?.heads ?? null;
  const isWhole =
    heads !== null || opinions.every((opinion) => typeof counts?.[opinion] === "number");
  const rest = Math.max((heads ?? 0) - told.reduce((sum, count) => sum + count, 0), 0);
  return {
    label: toShort(text),
    values: [...told, rest],
    text: isWhole ? undefined : "parts hidden",
  };
};

import { describe, expect, it } from "vitest";
import { pageOfLines, type ListQuestion } from "./index.ts";

type Line = { readonly name: string | null; readonly due: string | null; readonly days: number };

const lines: readonly Line[] = [
  { name: "Zoë de Souza", due: null, days: 3 },
  { name: "Anna", due: "2026-03-02", days: 12 },
  { name: null, due: "2026-03-01", days: 1 },
  { name: "émile", due: "2026-04-01", days: 2 },
];

const ask = (question: ListQuestion<"name" | "due" | "days">) => {
  const page = pageOfLines(lines, question, {
    names: ({ name, due }) => [name, due],
    values: { name: ({ name }) => name, due: ({ due }) => due, days: ({ days }) => days },
  });
  return { total: page.total, days: page.lines.map(({ days }) => days) };
};

describe("a page of a list", () => {
  it("holds all of it, as it comes, unless asked otherwise", () => {
    expect(ask({})).toEqual({ total: 4, days: [3, 12, 1, 2] });
  });

  it("holds the lines that the words name, in any case", () => {
    expect(ask({ words: " DE SOUZA " })).toEqual({ total: 1, days: [3] });
    expect(ask({ words: "ÉMI" })).toEqual({ total: 1, days: [2] });
    expect(ask({ words: "nobody" })).toEqual({ total: 0, days: [] });
  });

  it("is in order of words, days and numbers, with what has none last, either way", () => {
    expect(ask({ sort: "name" }).days).toEqual([12, 2, 3, 1]);
    expect(ask({ sort: "name", isDescending: true }).days).toEqual([3, 2, 12, 1]);
    expect(ask({ sort: "due" }).days).toEqual([1, 12, 2, 3]);
    expect(ask({ sort: "days", isDescending: true }).days).toEqual([12, 3, 2, 1]);
  });

  it("counts all and shows a part", () => {
    expect(ask({ sort: "days", offset: 1, limit: 2 })).toEqual({ total: 4, days: [2, 3] });
  });
});

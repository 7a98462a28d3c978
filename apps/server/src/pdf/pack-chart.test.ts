import { all, type ShownFigure } from "@alongside/domain/board";
import { describe, expect, it } from "vitest";
import { packChart } from "./pack-chart.ts";

const cell = (value: number | null) => ({ value, records: 9, isHidden: value === null });

const daysOverTime = (delivered: readonly (number | null)[]): ShownFigure => ({
  id: "days-over-time",
  units: ["days", "days"],
  about: "supply",
  rows: ["autumn", "spring", all],
  columns: ["free", "delivered"],
  cells: [...delivered, null].map((value) => [cell(7), cell(value)]),
});

const named = { zones: [], areas: [], terms: [] };
const drawn = (figure: ShownFigure): string => packChart(figure, named, "Most were in spring").html;

describe("a drawing in a pack", () => {
  it("shows the column that the finding is about", () => {
    const chart = drawn(daysOverTime([31, 62]));
    expect(chart).toContain(">62</text>");
    expect(chart).not.toContain(">7</text>");
  });

  it("is left out where every number is hidden", () => {
    expect(drawn(daysOverTime([31, null]))).toContain("hidden");
    expect(drawn(daysOverTime([null, null]))).toBe("");
  });
});

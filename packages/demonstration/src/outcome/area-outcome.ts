import type { AreaIndicator } from "@alongside/domain/school";
import { rounded } from "../random.ts";
import { demonstrationAuthority } from "../school/index.ts";
import { englandIn, measures, testYears, type MeasureCode, type TestYear } from "./england.ts";
import type { DemonstrationOutcome } from "./school-outcome.ts";

const titles: Readonly<Record<MeasureCode, string>> = {
  "ks2-rwm-expected": "Key stage 2 reading, writing and maths: expected standard (invented)",
  "phonics-expected": "Phonics: expected standard (invented)",
  "ks4-attainment-8": "Attainment 8 (invented)",
  "ks4-basics-5-plus": "Grade 5 or above in English and maths (invented)",
  "progress-8": "Progress 8 (invented)",
  attendance: "Attendance (invented)",
  "persistent-absence": "Persistent absence (invented)",
};

const indicator = (measure: MeasureCode, year: TestYear) => ({
  indicator: measure,
  title: titles[measure],
  period: String(year),
  endYear: year,
});

const weighted = (outcomes: readonly DemonstrationOutcome[]) =>
  outcomes.flatMap(({ figure, pupils }) =>
    figure.kind === "stated" && pupils.kind === "stated"
      ? [{ value: figure.value, pupils: pupils.value }]
      : [],
  );

/** The mean over the area's pupils, to the places in which the measure is published. */
const areaFigure = (outcomes: readonly DemonstrationOutcome[]): AreaIndicator["figure"] => {
  const parts = weighted(outcomes);
  const pupils = parts.reduce((sum, part) => sum + part.pupils, 0);
  if (pupils === 0) return { kind: "absent", reason: "not-published" };
  const total = parts.reduce((sum, part) => sum + part.value * part.pupils, 0);
  return { kind: "stated", value: rounded(total / pupils, 2) };
};

const englandFigure = (measure: MeasureCode, year: TestYear): AreaIndicator["figure"] =>
  measure === "progress-8" && year === 2025
    ? { kind: "absent", reason: "not-published" }
    : { kind: "stated", value: englandIn(measure, year) };

/** The area's own figures, summed up from its schools, and the invented ones for England, under the code 970. */
export const areaIndicatorsOf = (
  outcomes: readonly DemonstrationOutcome[],
): readonly AreaIndicator[] =>
  measures.flatMap((measure) =>
    testYears.flatMap((year): readonly AreaIndicator[] => [
      {
        ...indicator(measure, year),
        areaKind: "authority",
        areaCode: demonstrationAuthority.code,
        areaName: demonstrationAuthority.name,
        region: "Seaward",
        figure: areaFigure(
          outcomes.filter((outcome) => outcome.measure === measure && outcome.year === year),
        ),
      },
      {
        ...indicator(measure, year),
        areaKind: "england",
        areaCode: "970",
        areaName: "England (invented figures)",
        region: null,
        figure: englandFigure(measure, year),
      },
    ]),
  );

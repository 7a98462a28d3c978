import {
  areaMeans,
  outcomesOf,
  publishedAreaFigures,
  type OutcomeRow,
} from "@alongside/db/views/outcome";
import type { Area } from "@alongside/db/views/area";
import { measureCatalogue } from "@alongside/domain/code-list";
import type { AbsenceReason, Urn } from "@alongside/domain/school";
import type { Context } from "../context/index.ts";

/** A figure, or the publisher's reason why there is none; `undefined` where nothing was published at all. */
export type YearFigure =
  | { readonly value: number; readonly absence: null }
  | { readonly value: null; readonly absence: AbsenceReason };

export type SchoolYearFigure = YearFigure & {
  readonly pupils: number | null;
  /** The URN under which it was published, where that is not the school's own. */
  readonly fromUrn: Urn | null;
};

export type OutcomeYear = {
  readonly year: number;
  readonly school: SchoolYearFigure | null;
  readonly area: (YearFigure & { readonly schools: number | null }) | null;
  readonly england: YearFigure | null;
};

export type SchoolOutcome = {
  readonly measure: string;
  readonly label: string;
  readonly unit: string;
  readonly direction: "up" | "down";
  /** Whether the area's figures are published ones, or the mean of its schools where none are. */
  readonly areaIs: "published" | "mean";
  readonly years: readonly OutcomeYear[];
  readonly importIds: { readonly school: readonly number[]; readonly area: readonly number[] };
};

/** The indicator of the local authority interactive tool that is the same measure under another code. */
const indicators: Readonly<Record<string, readonly string[]>> = {
  "ks2-rwm-expected": ["KS2RWM_Expected_STD"],
  "ks4-attainment-8": ["AVG_Attain8_Score"],
  "progress-8": ["AVG_Prog8_Score"],
  "eyfs-good-level": ["FSP_NEW_GOODDEV"],
};

/** The codes under which a measure is published of authorities and of England. */
export const indicatorsOf = (measure: string): readonly string[] => [
  measure,
  ...(indicators[measure] ?? []),
];

type AreaRow = Awaited<ReturnType<typeof publishedAreaFigures>>[number];
type Mean = Awaited<ReturnType<typeof areaMeans>>[number];

const figureOf = (row: { value: number | null; absence: AbsenceReason | null }): YearFigure =>
  row.value === null
    ? { value: null, absence: row.absence ?? "blank" }
    : { value: row.value, absence: null };

const schoolFigure = (row: OutcomeRow | undefined, urn: Urn): SchoolYearFigure | null => {
  if (row === undefined) return null;
  const from = row.fromUrn ?? row.urn;
  return { ...figureOf(row), pupils: row.pupils, fromUrn: from === urn ? null : from };
};

type Found = {
  readonly urn: Urn;
  readonly own: readonly OutcomeRow[];
  readonly published: readonly AreaRow[];
  readonly means: readonly Mean[];
};

const areaFigure = (found: Found, year: number): OutcomeYear["area"] => {
  const row = found.published.find((each) => each.areaKind === "authority" && each.year === year);
  if (row !== undefined) return { ...figureOf(row), schools: null };
  const mean = found.means.find((each) => each.year === year);
  return mean === undefined ? null : { value: mean.value, absence: null, schools: mean.schools };
};

const englandFigure = ({ published }: Found, year: number): YearFigure | null => {
  const row = published.find((each) => each.areaKind === "england" && each.year === year);
  return row === undefined ? null : figureOf(row);
};

/** A year's figure under the school's own URN goes before one under an earlier URN. */
const ownRow = (found: Found, year: number): OutcomeRow | undefined => {
  const rows = found.own.filter((row) => row.year === year);
  return rows.find((row) => row.urn === found.urn) ?? rows[0];
};

const idsOf = (rows: readonly { readonly importId: number | null }[]): readonly number[] => [
  ...new Set(rows.map(({ importId }) => importId).filter((id) => id !== null)),
];

const outcomeOf = (measure: string, found: Found): SchoolOutcome => {
  const known = measureCatalogue.find(({ code }) => code === measure);
  const years = [...new Set(found.own.map(({ year }) => year))].toSorted();
  const inYears = found.published.filter(({ year }) => years.includes(year));
  const hasPublished = inYears.some(({ areaKind }) => areaKind === "authority");
  const used: Found = {
    ...found,
    published: inYears,
    means: hasPublished ? [] : found.means,
  };
  return {
    measure,
    label: known?.label ?? measure,
    unit: known?.unit ?? "",
    direction: known?.direction ?? "up",
    areaIs: hasPublished ? "published" : "mean",
    years: years.map((year) => ({
      year,
      school: schoolFigure(ownRow(used, year), found.urn),
      area: areaFigure(used, year),
      england: englandFigure(used, year),
    })),
    importIds: { school: idsOf(found.own), area: idsOf(inYears) },
  };
};

/**
 * The published outcomes of a school, under its own URN and those it had before, each beside the area's figure and
 * England's. An area of several authorities has no published figure of its own: it gets the mean of its schools.
 */
export const schoolOutcomes = async (
  ctx: Context,
  area: Area,
  school: { readonly urn: Urn; readonly before: readonly Urn[] },
): Promise<readonly SchoolOutcome[]> => {
  const rows = await outcomesOf(ctx.read, [school.urn, ...school.before]);
  const measures = [...new Set(rows.map(({ measure }) => measure))];
  const codes = measures.flatMap(indicatorsOf);
  const authorities = area.laCodes.length === 1 ? area.laCodes : [];
  const published = await publishedAreaFigures(ctx.read, authorities, codes);
  const means = await areaMeans(ctx.read, area.laCodes, measures);
  return measures.map((measure) =>
    outcomeOf(measure, {
      urn: school.urn,
      own: rows.filter((row) => row.measure === measure),
      published: published.filter((row) => indicatorsOf(measure).includes(row.measure)),
      means: means.filter((row) => row.measure === measure),
    }),
  );
};

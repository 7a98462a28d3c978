import type { Area } from "@alongside/db/views/area";
import { listObjectives } from "@alongside/db/views/deployment";
import { listPanel, listSupportedSchools } from "@alongside/db/views/impact";
import { listMatchSchools } from "@alongside/db/views/shortlist";
import {
  compareWithMatched,
  isClear,
  meansIn,
  type ComparedSchool,
  type Comparison,
  type ComparisonYears,
} from "@alongside/domain/comparison";
import type { DeploymentId, ObjectiveId } from "@alongside/domain/deployment";
import { termsOf } from "@alongside/domain/deployment";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { found, todayOf, type Context } from "../context/index.ts";
import { openDeployment } from "../deployment/place.ts";
import { isPublished } from "./objective.ts";

/** Published results are those of the summer: nothing of a school year is known before, and none of it comes after. */
const resultsOf = (year: number): string => `${year}-06-30`;

/** The years of a comparison: the last results before the work began, and the first after at least half of it. */
export const yearsOf = (
  published: readonly number[],
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): ComparisonYears | { readonly baseline: number | null; readonly after: null } => {
  const half = new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString().slice(0, 10);
  const years = published.toSorted((one, other) => one - other);
  const baseline = years.findLast((year) => resultsOf(year) < from);
  const after = years.find((year) => resultsOf(year) >= half);
  if (baseline === undefined || after === undefined)
    return { baseline: baseline ?? null, after: null };
  return { earlier: years.filter((year) => year < baseline).slice(-3), baseline, after };
};

type PanelRow = Awaited<ReturnType<typeof listPanel>>[number];

/** A panel as schools with their values by year. */
export const toComparedSchools = (
  rows: readonly PanelRow[],
  kind: Pick<ComparedSchool, "phase" | "setting">,
): readonly ComparedSchool[] =>
  [...Map.groupBy(rows, ({ urn }) => urn)].flatMap(([urn, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const { pupils, percentageFsm } = first;
    const values = new Map(own.map(({ year, value }) => [year, value]));
    return [{ urn, ...kind, pupils, percentageFsm, values }];
  });

const seriesOf = ({ sets, years }: Comparison) =>
  [...years.earlier, years.baseline, years.after].map((year) => ({
    year,
    ...meansIn(sets, year),
  }));

const shown = (compared: Comparison, names: ReadonlyMap<Urn, string>) => ({
  effect: compared.effect,
  isClear: isClear(compared.effect),
  preTrend:
    compared.preTrend === null
      ? null
      : { ...compared.preTrend, isClear: isClear(compared.preTrend) },
  drift: compared.drift,
  isLoose: compared.sets.some(({ isLoose }) => isLoose),
  series: seriesOf(compared),
  matched: compared.sets.flatMap(({ matched }) =>
    matched.map(({ school, baseline, change, fsm }) => ({
      urn: school.urn,
      name: names.get(school.urn) ?? String(school.urn),
      baseline,
      change,
      pupils: school.pupils,
      percentageFsm: fsm,
    })),
  ),
});

/**
 * The change of a published measure at the supported school beside that of schools alike that had no support, with its interval, the run
 * before, and a warning where the measure would have moved by itself. Indicative, not proof: support is not given by lot. Refuses
 * `not-found` for a measure that nobody publishes.
 */
export const compareImpact = async (
  ctx: Context,
  area: Area,
  input: { readonly id: DeploymentId; readonly objectiveId: ObjectiveId },
) => {
  const { stored } = await openDeployment(ctx, ctx.read, { area, id: input.id });
  const objectives = await listObjectives(ctx.read, input.id);
  const objective = found(objectives.find(({ id }) => id === input.objectiveId));
  found(isPublished(objective.measure) ? objective : undefined);
  const { from, to } = found(termsOf(stored.row.deployment));
  const { urn } = stored.row;
  const [school] = await listMatchSchools(ctx.read, [urn]);
  const { phase, setting } = found(school);
  const panel = await listPanel(ctx.read, { measure: objective.measure, phase, setting });
  const own = panel.filter((row) => row.urn === urn);
  const years = yearsOf([...new Set(panel.map(({ year }) => year))], { from, to });
  const about = {
    today: todayOf(ctx),
    deploymentId: input.id,
    objectiveId: input.objectiveId,
    school: { urn, name: stored.school },
    leader: stored.leader,
    measure: {
      label: objective.measureLabel,
      unit: objective.unit,
      direction: objective.direction,
    },
    from,
    to,
    baselineYear: years.baseline,
    afterYear: years.after,
    own: own.map(({ year, value }) => ({ year, value })),
  };
  if (years.after === null) return { ...about, found: null, why: "not-published" as const };
  const helped = new Set(await listSupportedSchools(ctx.read));
  const schools = toComparedSchools(panel, { phase, setting });
  const compared = compareWithMatched({
    supported: schools.filter((each) => each.urn === urn),
    pool: schools.filter((each) => !helped.has(each.urn) || each.urn === urn),
    years,
  });
  const why = compared.leftOut[0]?.reason ?? "no-figures";
  if (compared.effect === null) return { ...about, found: null, why };
  const names = new Map(panel.map((row) => [row.urn, row.name]));
  return { ...about, found: shown(compared, names), why: null };
};

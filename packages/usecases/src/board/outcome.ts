import { listPanel, listSupportedSchools } from "@alongside/db/views/impact";
import { compareWithMatched, isClear, type ComparedSchool } from "@alongside/domain/comparison";
import type { Outcome } from "@alongside/domain/board";
import { termsOf } from "@alongside/domain/deployment";
import type { IsoDate, Phase, Setting, Urn } from "@alongside/domain/school";
import type { Context } from "../context/index.ts";
import { toComparedSchools, yearsOf } from "../impact/comparison.ts";
import { isPublished } from "../impact/objective.ts";
import type { Records } from "./facts.ts";

type Work = Records["work"][number];
type Objective = Records["objectives"][number]["row"];

type Aim = {
  readonly work: Work;
  readonly objective: Objective;
  readonly from: IsoDate;
  readonly to: IsoDate;
};

type Kind = { readonly phase: Phase; readonly setting: Setting };

/** Objectives of work under an agreement whose measure the Department publishes. */
const publishedAims = ({ work, objectives }: Records): readonly Aim[] => {
  const byId = new Map(work.map((each) => [each.id, each]));
  return objectives.flatMap(({ row: objective }) => {
    const one = byId.get(objective.deploymentId);
    const terms = one === undefined ? null : termsOf(one.deployment);
    return one === undefined || terms === null || !isPublished(objective.measure)
      ? []
      : [{ work: one, objective, from: terms.from, to: terms.to }];
  });
};

type Given = {
  readonly aims: readonly Aim[];
  readonly kind: Kind;
  readonly helped: ReadonlySet<Urn>;
};

type Group = {
  readonly objective: Objective;
  readonly years: Extract<ReturnType<typeof yearsOf>, { readonly after: number }>;
  readonly urns: ReadonlySet<Urn>;
};

/** Work whose results lie between the same two years, so that it can be looked at together. */
const groupsOf = (published: readonly number[], { aims }: Given): readonly Group[] => {
  const groups = new Map<string, { objective: Objective; years: Group["years"]; urns: Set<Urn> }>();
  for (const { work, objective, from, to } of aims) {
    const years = yearsOf(published, { from, to });
    if (years.after === null) continue;
    const key = `${years.baseline}-${years.after}`;
    const known = groups.get(key) ?? { objective, years, urns: new Set<Urn>() };
    known.urns.add(work.urn);
    groups.set(key, known);
  }
  return [...groups.values()];
};

const outcomeOf = (
  schools: readonly ComparedSchool[],
  { objective, years, urns }: Group,
  helped: ReadonlySet<Urn>,
): readonly Outcome[] => {
  const compared = compareWithMatched({
    supported: schools.filter(({ urn }) => urns.has(urn)),
    pool: schools.filter(({ urn }) => !helped.has(urn)),
    years,
  });
  if (compared.effect === null) return [];
  const { value, low, high } = compared.effect;
  return [
    {
      measure: objective.measure,
      label: objective.measureLabel,
      unit: objective.unit,
      direction: objective.direction,
      baselineYear: years.baseline,
      afterYear: years.after,
      schools: compared.sets.length,
      matched: new Set(compared.sets.flatMap((set) => set.matched.map((each) => each.school.urn)))
        .size,
      effect: { value, low, high },
      isClear: isClear(compared.effect),
      isHidden: false,
    },
  ];
};

const outcomesFor = async (ctx: Context, measure: string, given: Given) => {
  const panel = await listPanel(ctx.read, { measure, ...given.kind });
  const schools = toComparedSchools(panel, given.kind);
  const years = [...new Set(panel.map(({ year }) => year))];
  return groupsOf(years, given).flatMap((group) => outcomeOf(schools, group, given.helped));
};

/**
 * Published measures at schools that had support for them, each beside schools alike that had none, for the years between which the
 * work lay: matched difference in differences with its interval. Indicative, not proof (Product rules, §3: impact).
 */
export const readOutcomes = async (ctx: Context, records: Records): Promise<readonly Outcome[]> => {
  const aims = publishedAims(records);
  const helped = new Set(aims.length === 0 ? [] : await listSupportedSchools(ctx.read));
  const outcomes: Outcome[] = [];
  const keyOf = ({ work, objective }: Aim) => `${objective.measure} ${work.phase} ${work.setting}`;
  for (const [, same] of Map.groupBy(aims, keyOf)) {
    const [first] = same;
    if (first === undefined) continue;
    const { phase, setting } = first.work;
    const given = { aims: same, kind: { phase, setting }, helped };
    outcomes.push(...(await outcomesFor(ctx, first.objective.measure, given)));
  }
  return outcomes.toSorted(
    (one, other) =>
      one.label.localeCompare(other.label, "en-GB") || one.afterYear - other.afterYear,
  );
};

import type { Area } from "@alongside/db/views/area";
import { areaMeans, publishedAreaFigures } from "@alongside/db/views/outcome";
import {
  changesSince,
  latestInspections,
  latestOutcomes,
  listNewHeads,
  openSupport,
} from "@alongside/db/views/review-facts";
import { measureCatalogue } from "@alongside/domain/code-list";
import { phaseGroupOf } from "@alongside/domain/partnership";
import type { IsoDate, Phase, SchoolStatus, Setting, Urn } from "@alongside/domain/school";
import type { Context } from "../context/index.ts";
import { indicatorsOf } from "../school/outcome.ts";

type School = {
  readonly urn: Urn;
  readonly phase: Phase;
  readonly setting: Setting;
  readonly status: SchoolStatus;
  readonly openDate: IsoDate | null;
};

/** The one published measure that a list shows of a school of each phase group. */
const measures = {
  primary: "ks2-rwm-expected",
  secondary: "ks4-attainment-8",
} as const;

const measureOf = (school: School): string | undefined => {
  const group = phaseGroupOf(school);
  return group === "primary" || group === "secondary" ? measures[group] : undefined;
};

/** Something about a school that is not as it was when it was last reviewed. */
export type RecentChange = {
  readonly what: "new-head" | "opened" | "closing" | "trust" | "type" | "name";
  readonly on: IsoDate | null;
};

const fieldChanges = { trustName: "trust", type: "type", name: "name" } as const;
const changedFields = ["trustName", "type", "name"] as const;

type Changes = Awaited<ReturnType<typeof changesSince>>;
type Heads = Awaited<ReturnType<typeof listNewHeads>>;

const changesOf = (
  school: School,
  given: { readonly since: IsoDate; readonly heads: Heads; readonly changes: Changes },
): readonly RecentChange[] => {
  const { urn, openDate, status } = school;
  const own = given.changes.filter((change) => change.urn === urn);
  return [
    ...given.heads
      .filter((head) => head.urn === urn)
      .map(({ fromOn }): RecentChange => ({ what: "new-head", on: fromOn })),
    ...(openDate !== null && openDate >= given.since
      ? [{ what: "opened" as const, on: openDate }]
      : []),
    ...(status === "proposed-to-close" ? [{ what: "closing" as const, on: null }] : []),
    ...changedFields.flatMap((field): readonly RecentChange[] => {
      const change = own.find(({ changes }) => changes?.[field] !== undefined);
      return change === undefined ? [] : [{ what: fieldChanges[field], on: change.asOf }];
    }),
  ];
};

type Published = Awaited<ReturnType<typeof publishedAreaFigures>>;
type Figures = {
  readonly own: Awaited<ReturnType<typeof latestOutcomes>>;
  readonly means: Awaited<ReturnType<typeof areaMeans>>;
  readonly published: Published;
};

const outcomeOf = (school: School, { own, means, published }: Figures) => {
  const measure = measureOf(school);
  const row = own.find((each) => each.urn === school.urn && each.measure === measure);
  if (measure === undefined || row === undefined) return null;
  const codes = indicatorsOf(measure);
  const { year, value } = row;
  const of = (kind: Published[number]["areaKind"]): number | null =>
    published.find(
      (each) => each.areaKind === kind && each.year === year && codes.includes(each.measure),
    )?.value ?? null;
  const mean = means.find((each) => each.measure === measure && each.year === year);
  const known = measureCatalogue.find(({ code }) => code === measure);
  return {
    measure,
    label: known?.label ?? measure,
    unit: known?.unit ?? "",
    year,
    value,
    area: of("authority") ?? mean?.value ?? null,
    england: of("england"),
  };
};

/** What is known of schools without asking anybody: inspections, outcomes, changes since a day, and support that is under way. */
export const factsOfSchools = async (
  ctx: Context,
  area: Area,
  given: { readonly schools: readonly School[]; readonly since: IsoDate },
) => {
  const urns = given.schools.map(({ urn }) => urn);
  const wanted = [...new Set(given.schools.flatMap((school) => measureOf(school) ?? []))];
  const authorities = area.laCodes.length === 1 ? area.laCodes : [];
  const since = { urns, since: given.since };
  const [inspections, own, means, published, heads, changes, support] = await Promise.all([
    latestInspections(ctx.read, urns),
    latestOutcomes(ctx.read, urns, wanted),
    areaMeans(ctx.read, area.laCodes, wanted),
    publishedAreaFigures(ctx.read, authorities, wanted.flatMap(indicatorsOf)),
    listNewHeads(ctx.read, area.id, since),
    changesSince(ctx.read, since),
    openSupport(ctx.read, area.id, urns),
  ]);
  const countOf = (rows: readonly { urn: Urn; count: number }[], wantedUrn: Urn): number =>
    rows.find(({ urn }) => urn === wantedUrn)?.count ?? 0;
  return (school: School) => ({
    inspections: inspections
      .filter(({ urn }) => urn === school.urn)
      .map(({ framework, inspectedOn, grades }) => ({ framework, inspectedOn, grades })),
    outcome: outcomeOf(school, { own, means, published }),
    changes: changesOf(school, { since: given.since, heads, changes }),
    support: {
      working: countOf(support.working, school.urn),
      waiting: countOf(support.waiting, school.urn),
    },
  });
};

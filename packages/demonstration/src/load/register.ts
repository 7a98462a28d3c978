import { recordImport } from "@alongside/db/stores/register-import";
import { recordRows, type RegisterRow } from "@alongside/db/stores/register-row";
import { gatherSchools, recordSchools, stateSchools } from "@alongside/db/stores/school";
import type { Write } from "@alongside/db";
import type { Figure, IsoDate } from "@alongside/domain/school";
import {
  areaIndicatorKind,
  inspectionKind,
  linkKind,
  trustKind,
} from "@alongside/usecases/register";
import { instantOf, type Context } from "@alongside/usecases/context";
import type { DemonstrationArea } from "../area.ts";
import { isPublishedBy } from "../outcome/index.ts";

const figureColumns = (figure: Figure) =>
  figure.kind === "stated"
    ? { value: figure.value, absence: null }
    : { value: null, absence: figure.reason };

const outcomeRows = (area: DemonstrationArea, asOf: IsoDate): readonly RegisterRow[] =>
  area.outcomes
    .filter(({ year }) => isPublishedBy(year, asOf))
    .map(({ urn, measure, year, figure, pupils, fromUrn }) => ({
      urn,
      measure,
      year,
      ...figureColumns(figure),
      pupils: pupils.kind === "stated" ? pupils.value : null,
      fromUrn,
    }));

const recordSource = (
  ctx: Context,
  tx: Write,
  given: { area: DemonstrationArea; asOf: IsoDate },
) => {
  const counts = { lines: given.area.schools.length, taken: given.area.schools.length };
  const none = { changed: 0, unchanged: 0, closed: 0, notTaken: [], missingColumns: [] };
  return recordImport(tx, {
    areaId: given.area.id,
    kind: "gias",
    state: "confirmed",
    fileName: "invented",
    fileHash: "",
    asOf: given.asOf,
    source: given.area.source,
    summary: { ...counts, added: given.area.schools.length, ...none },
    preview: { headings: {}, isOlderThanRegister: false },
    startedAt: instantOf(ctx),
    finishedAt: instantOf(ctx),
  });
};

/** Puts the invented schools, and what is said of them, where imports put real ones. */
export const loadRegister = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: DemonstrationArea; readonly asOf: IsoDate },
): Promise<void> => {
  const { area } = given;
  const importId = await recordSource(ctx, tx, given);
  const columns = new Set(area.schools.flatMap((school) => Object.keys(school)));
  const stated = gatherSchools();
  for (const school of area.schools.map(stateSchools(columns))) stated.add(school);
  await recordSchools(tx, { stated: columns, importId }, stated.gathered());
  const rows = {
    links: area.links.flatMap(linkKind.toRows),
    trusts: area.trustMemberships.flatMap(trustKind.toRows),
    inspections: area.inspections.flatMap(inspectionKind.toRows),
    outcomes: outcomeRows(area, given.asOf),
    areaOutcomes: area.areaIndicators
      .filter(({ endYear }) => isPublishedBy(endYear, given.asOf))
      .flatMap(areaIndicatorKind.toRows),
  };
  await recordRows(tx, { table: "links", importId }, rows.links);
  await recordRows(tx, { table: "trusts", importId }, rows.trusts);
  await recordRows(tx, { table: "inspections", importId }, rows.inspections);
  await recordRows(tx, { table: "outcomes", importId }, rows.outcomes);
  await recordRows(tx, { table: "areaOutcomes", importId }, rows.areaOutcomes);
};

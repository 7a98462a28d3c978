import type { Area } from "@alongside/db/views/area";
import { findSchool, zonesOfSchools } from "@alongside/db/views/school";
import {
  changesOf,
  membershipsOf,
  sourcesOf,
  type ValueSource,
} from "@alongside/db/views/school-profile";
import { maySeeArea } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import { authorise, found, type Context } from "../context/index.ts";
import { schoolInspections } from "./inspection.ts";
import { lineOf } from "./line.ts";
import { schoolOutcomes } from "./outcome.ts";

const memberships = async (ctx: Context, urn: Urn) =>
  (await membershipsOf(ctx.read, urn)).map((row) => ({
    groupUid: row.groupUid,
    groupName: row.groupName,
    groupType: row.groupType,
    current: row.current,
    joinedOn: row.joined === "" ? null : row.joined,
    closedOn: row.closedDate,
    importId: row.importId,
  }));

const changes = async (ctx: Context, urn: Urn) =>
  (await changesOf(ctx.read, urn)).map(({ changes: values, ...change }) => ({
    ...change,
    values: Object.entries(values ?? {}).map(([field, [before, after]]) => ({
      field,
      before: toText(before),
      after: toText(after),
    })),
  }));

const toText = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

const listOfSources = async (
  ctx: Context,
  importIds: readonly (number | null)[],
): Promise<Readonly<Record<number, ValueSource>>> =>
  Object.fromEntries(await sourcesOf(ctx.read, importIds));

/**
 * All that the register holds of one school of the area: each value with the import that last vouched for it, and
 * the imports with their source and day. A school of another area answers `not-found`.
 */
export const getSchool = async (ctx: Context, area: Area, urn: Urn) => {
  authorise(maySeeArea(ctx.actor, area.id));
  const row = await findSchool(ctx.read, urn);
  const school = found(row !== undefined && area.laCodes.includes(row.laCode) ? row : undefined);
  const line = await lineOf(ctx, { urn, laCodes: area.laCodes });
  const { before } = line;
  const [zones, trusts, inspections, outcomes, changed] = await Promise.all([
    zonesOfSchools(ctx.read, area.id, [urn]),
    memberships(ctx, urn),
    schoolInspections(ctx, { urn, openDate: school.openDate, before }),
    schoolOutcomes(ctx, area, { urn, before }),
    changes(ctx, urn),
  ]);
  const sources = await listOfSources(ctx, [
    school.profileImportId,
    school.placeImportId,
    school.pupilsImportId,
    school.trustImportId,
    ...[...trusts, ...inspections].map(({ importId }) => importId),
    ...outcomes.flatMap(({ importIds }) => [...importIds.school, ...importIds.area]),
    ...line.importIds,
  ]);
  const { fingerprint: _fingerprint, ...profile } = school;
  return {
    profile,
    zones: zones.map(({ zoneId, zone, phaseGroup }) => ({ zoneId, zone, phaseGroup })),
    trusts,
    inspections,
    outcomes,
    line: { steps: line.steps, importIds: [...new Set(line.importIds)] },
    changes: changed,
    sources,
  };
};

export type SchoolProfile = Awaited<ReturnType<typeof getSchool>>;

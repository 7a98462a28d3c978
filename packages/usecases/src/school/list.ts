import type { Area } from "@alongside/db/views/area";
import {
  listSchools as readSchools,
  schoolFilterChoices,
  zonesOfSchools,
  type SchoolFilter,
  type SchoolLine,
  type SchoolPage,
} from "@alongside/db/views/school";
import { searchSchools as readHits, type SchoolHit } from "@alongside/db/views/school-search";
import { maySeeArea } from "@alongside/domain/identity";
import type { SchoolStatus } from "@alongside/domain/school";
import { authorise, type Context } from "../context/index.ts";

export type SchoolQuestion = Omit<SchoolFilter, "laCodes" | "areaId"> & SchoolPage;
export type SchoolListLine = SchoolLine & { readonly zones: readonly string[] };

/** A list that does not say otherwise is of the schools that one can walk into today. */
export const openStatuses = ["open", "proposed-to-close"] as const satisfies SchoolStatus[];

const statusesOf = ({ statuses }: SchoolQuestion): readonly SchoolStatus[] =>
  statuses === undefined || statuses.length === 0 ? openStatuses : statuses;

/** One page of the area's schools, filtered and sorted, each with the zones that it is in. */
export const listSchools = async (
  ctx: Context,
  area: Area,
  question: SchoolQuestion,
): Promise<{ readonly schools: readonly SchoolListLine[]; readonly total: number }> => {
  authorise(maySeeArea(ctx.actor, area.id));
  const scope = { laCodes: area.laCodes, areaId: area.id };
  const filter = { ...question, statuses: statusesOf(question), ...scope };
  const { schools, total } = await readSchools(ctx.read, filter, question);
  const places = Map.groupBy(
    await zonesOfSchools(
      ctx.read,
      area.id,
      schools.map((school) => school.urn),
    ),
    ({ urn }) => urn,
  );
  return {
    total,
    schools: schools.map((school) => ({
      ...school,
      zones: (places.get(school.urn) ?? []).map(({ zone }) => zone),
    })),
  };
};

/** The trusts, types and zones that the area's list can be filtered by. */
export const listSchoolChoices = async (ctx: Context, area: Area) => {
  authorise(maySeeArea(ctx.actor, area.id));
  return schoolFilterChoices(ctx.read, { laCodes: area.laCodes, areaId: area.id });
};

/** The schools of the area that a few typed words may mean, the likeliest first. */
export const searchSchools = (
  ctx: Context,
  area: Area,
  question: { readonly words: string; readonly limit: number },
): Promise<readonly SchoolHit[]> => {
  authorise(maySeeArea(ctx.actor, area.id));
  return readHits(ctx.read, { laCodes: area.laCodes, limit: question.limit }, question.words);
};

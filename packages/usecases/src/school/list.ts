import type { Area } from "@alongside/db/views/area";
import {
  listSchools as readSchools,
  zonesOfSchools,
  type SchoolFilter,
  type SchoolLine,
  type SchoolPage,
} from "@alongside/db/views/school";
import { searchSchools as readHits, type SchoolHit } from "@alongside/db/views/school-search";
import { authorise, type Context } from "../context/index.ts";
import { maySeeArea } from "@alongside/domain/identity";

export type SchoolQuestion = Omit<SchoolFilter, "laCodes" | "areaId"> & SchoolPage;
export type SchoolListLine = SchoolLine & { readonly zones: readonly string[] };

/** One page of the area's schools, filtered and sorted, each with the zones that it is in. */
export const listSchools = async (
  ctx: Context,
  area: Area,
  question: SchoolQuestion,
): Promise<{ readonly schools: readonly SchoolListLine[]; readonly total: number }> => {
  authorise(maySeeArea(ctx.actor, area.id));
  const filter = { ...question, laCodes: area.laCodes, areaId: area.id };
  const { schools, total } = await readSchools(ctx.read, filter, question);
  const urns = schools.map((school) => school.urn);
  const places = await zonesOfSchools(ctx.read, area.id, urns);
  return {
    total,
    schools: schools.map((school) => ({
      ...school,
      zones: places.filter((place) => place.urn === school.urn).map((place) => place.zone),
    })),
  };
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

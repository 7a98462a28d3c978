import type { Area } from "@alongside/db/views/area";
import {
  findFitWeights,
  listCodeEntries,
  listRates,
  listTerms,
} from "@alongside/db/views/partnership";
import { listOrganisations } from "@alongside/db/views/organisation";
import {
  listCoordinators,
  listOpenMemberships,
  listPeopleOfArea,
  listSchoolsToPlace,
  listZones,
} from "@alongside/db/views/partnership-zone";
import { academicYearFrom, academicYearOf } from "@alongside/domain/calendar";
import { mayAdministerArea } from "@alongside/domain/identity";
import { authorise, todayOf, type Context } from "../context/index.ts";

export type SetUp = {
  readonly schools: number;
  readonly people: number;
  readonly thisYear: string;
  readonly nextYear: string;
  readonly termsThisYear: number;
  readonly termsNextYear: number;
  readonly zones: number;
  readonly schoolsInNone: number;
  readonly zonesWithoutCoordinator: number;
  readonly zonesWithoutBoundary: number;
  readonly organisations: number;
  readonly codesChanged: number;
  readonly ratesChanged: number;
  readonly weightsChanged: boolean;
};

const zoneFacts = async (ctx: Context, area: Area) => {
  const zones = (await listZones(ctx.read, area.id)).filter(({ closedOn }) => closedOn === null);
  const coordinated = (await listCoordinators(ctx.read, area.id)).filter(
    ({ endedAt }) => endedAt === null,
  );
  return {
    zones: zones.length,
    zonesWithoutCoordinator: zones.filter(
      ({ id }) => !coordinated.some(({ zoneId }) => zoneId === id),
    ).length,
    zonesWithoutBoundary: zones.filter(({ boundary }) => boundary === null).length,
  };
};

const schoolFacts = async (ctx: Context, area: Area) => {
  const schools = await listSchoolsToPlace(ctx.read, area.laCodes);
  const members = await listOpenMemberships(ctx.read, area.id);
  const placed = new Set(members.map(({ urn }) => urn));
  return {
    schools: schools.length,
    schoolsInNone: schools.filter(({ urn }) => !placed.has(urn)).length,
  };
};

/** How far the area's set-up is: what the administrator's first page says is done and what is next. */
export const showSetUp = async (ctx: Context, area: Area): Promise<SetUp> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  const thisYear = academicYearOf(todayOf(ctx));
  const nextYear = academicYearFrom(Number(thisYear.slice(0, 4)) + 1);
  const terms = await listTerms(ctx.read, area.id);
  const termsIn = (year: string) =>
    terms.filter(({ academicYear }) => academicYear === year).length;
  const isChanged = (row: { readonly version: number }) => row.version > 1;
  const codes = await listCodeEntries(ctx.read, area.id);
  const rates = await listRates(ctx.read, area.id);
  const organisations = await listOrganisations(ctx.read, area.id);
  const weights = await findFitWeights(ctx.read, area.id);
  return {
    ...(await schoolFacts(ctx, area)),
    ...(await zoneFacts(ctx, area)),
    people: (await listPeopleOfArea(ctx.read, area.id)).length,
    thisYear,
    nextYear,
    termsThisYear: termsIn(thisYear),
    termsNextYear: termsIn(nextYear),
    organisations: organisations.filter(({ organisation }) => organisation.closedOn === null)
      .length,
    codesChanged: codes.filter(isChanged).length,
    ratesChanged: rates.filter(isChanged).length,
    weightsChanged: weights !== undefined && isChanged(weights),
  };
};

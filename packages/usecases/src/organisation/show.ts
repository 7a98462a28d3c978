import type { Area } from "@alongside/db/views/area";
import { listLeadersOf } from "@alongside/db/views/leader";
import {
  findOrganisation,
  listOrganisationAdministrators,
  listOrganisations as listRows,
  listPlacedLeaders,
  type OrganisationRow,
} from "@alongside/db/views/organisation";
import { listTerms } from "@alongside/db/views/partnership";
import {
  isOperator,
  mayAdministerArea,
  mayManageLeaders,
  maySeeSupply,
  rolesToGive,
  type OrganisationId,
} from "@alongside/domain/identity";
import { maySeeOrganisation, ownOrganisationsOf } from "@alongside/domain/organisation";
import { listCapacity, type SupplyLine } from "../capacity/index.ts";
import { authorise, found, todayOf, type Context } from "../context/index.ts";

const toOrganisation = ({ organisation, school }: OrganisationRow) => {
  const { id, name, kind, urn, closedOn, version } = organisation;
  return { id, name, kind, urn, school, closedOn, version };
};

/** Every organisation of an area, with how many lead for it and who administers it. For those who manage leaders or the area. */
export const listOrganisations = async (ctx: Context, area: Area) => {
  authorise(mayAdministerArea(ctx.actor, area.id) || mayManageLeaders(ctx.actor, area.id));
  const [rows, leaders, administrators] = await Promise.all([
    listRows(ctx.read, area.id),
    listPlacedLeaders(ctx.read, area.id),
    listOrganisationAdministrators(ctx.read, area.id),
  ]);
  return rows.map((row) => {
    const { id } = row.organisation;
    return {
      ...toOrganisation(row),
      leaders: leaders.filter(({ organisationId }) => organisationId === id).length,
      administrators: administrators
        .filter(({ organisationId }) => organisationId === id)
        .map(({ personId, name }) => ({ personId, name })),
    };
  });
};

/** The open organisations that the actor may name: all of the area for its staff, own ones for those who administer them. */
export const listOrganisationChoices = async (ctx: Context, area: Area) => {
  const { actor } = ctx;
  const isWhole =
    isOperator(actor) || maySeeSupply(actor, area.id) || mayAdministerArea(actor, area.id);
  const own = ownOrganisationsOf(actor, area.id);
  const rows = await listRows(ctx.read, area.id);
  return rows
    .map(({ organisation }) => organisation)
    .filter(({ id, closedOn }) => closedOn === null && (isWhole || own.includes(id)))
    .map(({ id, name, kind }) => ({ id, name, kind }));
};

const termsShown = 3;

/** What one leader gives in one term, as far as a list needs it. Amounts are half-days. */
const toTermLine = ({ state, days, line, answer }: SupplyLine) => ({
  state,
  answer,
  published: days.published,
  free: days.free,
  held: days.held,
  committed: days.committed,
  booked: days.booked,
  delivered: days.delivered,
  goodUntil: line?.goodUntil ?? null,
});

/** The terms that are not over, the one under way first. */
const termsAhead = async (ctx: Context, area: Area) => {
  const today = todayOf(ctx);
  const terms = await listTerms(ctx.read, area.id);
  return terms
    .filter(({ endsOn }) => endsOn >= today)
    .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
    .slice(0, termsShown);
};

/** Whom one who manages leaders could place there, with the organisation that they are in. */
const leadersElsewhere = async (ctx: Context, area: Area, id: OrganisationId) => {
  if (!mayManageLeaders(ctx.actor, area.id)) return [];
  const rows = await listLeadersOf(ctx.read, area.id, { kind: "area" });
  return rows
    .filter(({ organisationId }) => organisationId !== id)
    .map(({ personId, name, homeSchool, version, organisationId }) => ({
      personId,
      name,
      homeSchool,
      version,
      isElsewhere: organisationId !== null,
    }));
};

/**
 * The home of an organisation: its leaders with what they give in this term and the next two, and the days left. For its administrators and
 * those who broker; refuses `not-found` to everyone else.
 */
export const getOrganisation = async (
  ctx: Context,
  area: Area,
  input: { readonly id: OrganisationId },
) => {
  const organisationId = input.id;
  const place = { areaId: area.id, organisationId };
  found(maySeeOrganisation(ctx.actor, place) ? organisationId : undefined);
  const row = found(await findOrganisation(ctx.read, area.id, organisationId));
  const scope = {
    kind: "places",
    personIds: [],
    urns: [],
    organisationIds: [organisationId],
  } as const;
  const leaders = await listLeadersOf(ctx.read, area.id, scope);
  const terms = await termsAhead(ctx, area);
  const supplies = await Promise.all(
    terms.map(({ id }) => listCapacity(ctx, area, { termId: id })),
  );
  return {
    ...toOrganisation(row),
    today: todayOf(ctx),
    terms: terms.map(({ id, academicYear, season, startsOn, endsOn }) => ({
      id,
      academicYear,
      season,
      startsOn,
      endsOn,
    })),
    leaders: leaders.map(({ personId, name, kind, homeSchool, version }) => ({
      personId,
      name,
      kind,
      homeSchool,
      version,
      terms: supplies.map((supply) => {
        const line = supply.leaders.find((each) => each.personId === personId);
        return line === undefined ? null : toTermLine(line);
      }),
    })),
    elsewhere: await leadersElsewhere(ctx, area, organisationId),
    may: {
      administer: mayAdministerArea(ctx.actor, area.id),
      manage: mayManageLeaders(ctx.actor, area.id),
      invite: rolesToGive(ctx.actor, area.id).includes("leader"),
    },
  };
};

export type OrganisationHome = Awaited<ReturnType<typeof getOrganisation>>;

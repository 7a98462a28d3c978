import { and, eq, isNull, sql } from "drizzle-orm";
import type { AreaId, OrganisationId, PersonId } from "@alongside/domain/identity";
import type { Read } from "../connection.ts";
import { leaders, organisations, people, roleGrants, schools } from "../schema/index.ts";

const selectOrganisations = (read: Read) =>
  read
    .select({ organisation: organisations, school: schools.name })
    .from(organisations)
    .leftJoin(schools, eq(schools.urn, organisations.urn));

export type OrganisationRow = Awaited<ReturnType<typeof listOrganisations>>[number];

/** All organisations of an area by name, those that closed among them. */
export const listOrganisations = (read: Read, areaId: AreaId) =>
  selectOrganisations(read)
    .where(eq(organisations.areaId, areaId))
    .orderBy(sql`${organisations.name} COLLATE NOCASE`, organisations.id);

export const findOrganisation = async (
  read: Read,
  areaId: AreaId,
  id: OrganisationId,
): Promise<OrganisationRow | undefined> =>
  (
    await selectOrganisations(read).where(
      and(eq(organisations.areaId, areaId), eq(organisations.id, id)),
    )
  )[0];

/** The organisation, when it is one of the area's and is not closed. */
export const findOpenOrganisation = async (
  read: Read,
  areaId: AreaId,
  id: OrganisationId,
): Promise<{ readonly id: OrganisationId; readonly name: string } | undefined> => {
  const row = await findOrganisation(read, areaId, id);
  return row === undefined || row.organisation.closedOn !== null ? undefined : row.organisation;
};

/** Who leads for an organisation of the area, and for which; without those of no organisation. */
export const listPlacedLeaders = (
  read: Read,
  areaId: AreaId,
): Promise<
  readonly { readonly personId: PersonId; readonly organisationId: OrganisationId | null }[]
> =>
  read
    .select({ personId: leaders.personId, organisationId: leaders.organisationId })
    .from(leaders)
    .where(and(eq(leaders.areaId, areaId), sql`${leaders.organisationId} IS NOT NULL`));

/** Who administers the organisations of an area now, by name. */
export const listOrganisationAdministrators = (read: Read, areaId: AreaId) =>
  read
    .select({
      personId: people.id,
      name: people.name,
      organisationId: roleGrants.organisationId,
    })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.areaId, areaId),
        eq(roleGrants.role, "organisation-administrator"),
        isNull(roleGrants.endedAt),
        isNull(people.deactivatedAt),
      ),
    )
    .orderBy(sql`${people.name} COLLATE NOCASE`);

import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Grant, PersonId } from "@alongside/domain/identity";
import type { Read } from "../connection.ts";
import { people, roleGrants, secondFactors } from "../schema/index.ts";

export type PersonRow = typeof people.$inferSelect;
export type GrantRow = typeof roleGrants.$inferSelect;

/** A grant without the columns of places that it does not name. */
export const toGrant = (
  row: Omit<GrantRow, "id" | "personId" | "fromOn" | "endedAt" | "version">,
): Grant => ({
  role: row.role,
  ...(row.areaId === null ? {} : { areaId: row.areaId }),
  ...(row.zoneId === null ? {} : { zoneId: row.zoneId }),
  ...(row.urn === null ? {} : { urn: row.urn }),
  ...(row.organisationId === null ? {} : { organisationId: row.organisationId }),
  ...(row.mayActOnBehalf ? { mayActOnBehalf: true } : {}),
});

const prepareRights = (read: Read) => {
  const id = sql.placeholder("id");
  const person = read
    .select({
      name: people.name,
      isDemonstration: people.isDemonstration,
      secondFactor: secondFactors.confirmedAt,
    })
    .from(people)
    .leftJoin(
      secondFactors,
      and(eq(secondFactors.personId, people.id), isNotNull(secondFactors.confirmedAt)),
    )
    .where(and(eq(people.id, id), isNull(people.deactivatedAt)))
    .prepare();
  const grants = read
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, id), isNull(roleGrants.endedAt)))
    .orderBy(roleGrants.fromOn, roleGrants.id)
    .prepare();
  return { person, grants };
};

const prepared = new WeakMap<Read, ReturnType<typeof prepareRights>>();

const rightsOn = (read: Read): ReturnType<typeof prepareRights> => {
  const known = prepared.get(read) ?? prepareRights(read);
  prepared.set(read, known);
  return known;
};

export type PersonRights = {
  readonly personId: PersonId;
  readonly name: string;
  readonly hasSecondFactor: boolean;
  readonly isDemonstration: boolean;
  readonly grants: readonly Grant[];
};

/** What a person holds at this moment; undefined for nobody and for a person who was deactivated. Asked at every request. */
export const findRightsOf = async (
  read: Read,
  personId: PersonId,
): Promise<PersonRights | undefined> => {
  const statements = rightsOn(read);
  const person = await statements.person.get({ id: personId });
  if (person === undefined) return undefined;
  const grants = await statements.grants.all({ id: personId });
  return {
    personId,
    name: person.name,
    hasSecondFactor: person.secondFactor !== null,
    isDemonstration: person.isDemonstration,
    grants: grants.map(toGrant),
  };
};

export const findPerson = async (read: Read, id: PersonId): Promise<PersonRow | undefined> =>
  (await read.select().from(people).where(eq(people.id, id)))[0];

/** `email` as `normalEmail` writes it. */
export const findPersonByEmail = async (
  read: Read,
  email: string,
): Promise<PersonRow | undefined> =>
  (await read.select().from(people).where(eq(people.email, email)))[0];

import { roles, type OrganisationId, type Role } from "@alongside/domain/identity";
import { at } from "../random.ts";
import { areaPeople } from "./area-people.ts";
import { homeSchools, schoolsInNeed } from "./choice.ts";
import { mailboxOf, personNameAt } from "./naming.ts";
import { hubId, personIdOf, trustTeamId, type DemonstrationPerson, type Part } from "./person.ts";
import { headKeyOf, leaderKeyOf, schoolPeople } from "./school-people.ts";

export type DemonstrationOrganisation = {
  readonly id: OrganisationId;
  readonly name: string;
  readonly kind: "teaching-school-hub" | "trust-central-team";
};

export const organisations: readonly DemonstrationOrganisation[] = [
  { id: hubId, name: "Lantern Teaching School Hub", kind: "teaching-school-hub" },
  {
    id: trustTeamId,
    name: "Lantern Coast Learning Trust: central team",
    kind: "trust-central-team",
  },
];

/** A way in for each part that people play, told on the start page of the demonstration. */
export type DemonstrationSignIn = {
  readonly role: Role;
  readonly personId: DemonstrationPerson["id"];
  readonly email: string;
  readonly name: string;
  readonly post: string;
};

/** The people behind the sign-ins; their addresses say their part. */
const signInKeys: Readonly<Record<Role, string>> = {
  head: headKeyOf(at(schoolsInNeed, 0)),
  "school-staff": `staff-${at(schoolsInNeed, 0).urn}`,
  leader: leaderKeyOf(at(homeSchools.localLeaders, 0)),
  "organisation-administrator": "hub-administrator",
  "zone-coordinator": "coordinator-zone-harbour",
  officer: "officer-primary",
  "board-member": "board-chair",
  "board-clerk": "board-clerk",
  "partnership-administrator": "administrator",
  operator: "operator",
};

const roleSignedInAs = (key: string): Role | undefined =>
  roles.find((role) => signInKeys[role] === key);

const toPerson = (part: Part, position: number): DemonstrationPerson => {
  const name = personNameAt(position);
  const role = roleSignedInAs(part.key);
  return {
    id: personIdOf(part.key),
    name,
    email:
      role === undefined
        ? `${mailboxOf(name)}@${part.mailDomain}.example`
        : `${role}@larkenshore.example`,
    post: part.post,
    grants: part.grants,
  };
};

export const people: readonly DemonstrationPerson[] = [...areaPeople, ...schoolPeople].map(
  toPerson,
);

/** The person with a key of this package; an unknown key is a mistake here and stops everything. */
export const personOf = (key: string): DemonstrationPerson => {
  const person = people.find(({ id }) => id === personIdOf(key));
  if (person === undefined) throw new Error(`Nobody has the key ${key}`);
  return person;
};

export const signIns: readonly DemonstrationSignIn[] = roles.map((role) => {
  const { id, email, name, post } = personOf(signInKeys[role]);
  return { role, personId: id, email, name, post };
});
export type { DemonstrationPerson } from "./person.ts";

/** The name that a person signs with. */
export const personNamed = (id: DemonstrationPerson["id"]): string =>
  people.find((person) => person.id === id)?.name ?? id;

import {
  toId,
  type AreaId,
  type Grant,
  type OrganisationId,
  type PersonId,
} from "@alongside/domain/identity";
import { slugOf } from "../school/record.ts";
import type { SchoolPlan } from "../school/index.ts";

export type DemonstrationPerson = {
  readonly id: PersonId;
  readonly name: string;
  /** Always in the reserved `example` domain, so that no mail can reach anybody. */
  readonly email: string;
  /** What it says on the door. */
  readonly post: string;
  readonly grants: readonly Grant[];
};

export const areaId: AreaId = toId<AreaId>("area-larkenshore");
export const hubId: OrganisationId = toId<OrganisationId>("organisation-lantern-hub");
export const trustTeamId: OrganisationId = toId<OrganisationId>("organisation-lantern-trust");

export const personIdOf = (key: string): PersonId => toId<PersonId>(`person-${key}`);

/** Someone before name and address are given out. `mailDomain` is without `.example`. */
export type Part = {
  readonly key: string;
  readonly post: string;
  readonly mailDomain: string;
  readonly grants: readonly Grant[];
};

export const inArea = (grant: Grant): Grant => ({ ...grant, areaId });

export const schoolPart = (
  plan: SchoolPlan,
  part: Pick<Part, "key" | "post"> & { readonly roles: readonly Grant["role"][] },
): Part => ({
  key: part.key,
  post: `${part.post}, ${plan.name}`,
  mailDomain: slugOf(plan.name),
  grants: part.roles.map((role) => inArea({ role, urn: plan.urn })),
});

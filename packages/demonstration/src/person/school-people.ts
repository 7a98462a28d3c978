import type { SchoolPlan } from "../school/index.ts";
import { actsForItself, homeSchools, schoolsInNeed } from "./choice.ts";
import { hubId, schoolPart, type Part } from "./person.ts";

export const headKeyOf = ({ urn }: Pick<SchoolPlan, "urn">): string => `head-${urn}`;
export const leaderKeyOf = ({ urn }: Pick<SchoolPlan, "urn">): string => `leader-${urn}`;

const head = (plan: SchoolPlan, post: string): Part =>
  schoolPart(plan, { key: headKeyOf(plan), post, roles: ["head"] });

/** A serving head who leads elsewhere too; a head of school answers for the home school, so nobody signs twice. */
const headWhoLeads = (plan: SchoolPlan): readonly Part[] => [
  schoolPart(plan, {
    key: leaderKeyOf(plan),
    post: "Executive headteacher",
    roles: ["head", "leader"],
  }),
  head(plan, "Head of school"),
];

const memberWhoLeads =
  (post: string) =>
  (plan: SchoolPlan): readonly Part[] => {
    const part = schoolPart(plan, {
      key: leaderKeyOf(plan),
      post,
      roles: ["school-staff", "leader"],
    });
    return [
      post === "Assistant head"
        ? { ...part, grants: part.grants.map((grant) => ({ ...grant, organisationId: hubId })) }
        : part,
      head(plan, "Headteacher"),
    ];
  };

const staff = (plan: SchoolPlan): Part =>
  schoolPart(plan, {
    key: `staff-${plan.urn}`,
    post: "Business manager",
    roles: ["school-staff"],
  });

/** Leaders with their home schools' heads, then the heads and some staff of schools in need. */
export const schoolPeople: readonly Part[] = [
  ...[...homeSchools.nationalLeaders, ...homeSchools.localLeaders].flatMap(headWhoLeads),
  ...homeSchools.specialists.flatMap(memberWhoLeads("Assistant head")),
  ...homeSchools.governors.flatMap(memberWhoLeads("Chair of governors")),
  ...schoolsInNeed.filter(actsForItself).map((plan) => head(plan, "Headteacher")),
  ...schoolsInNeed.slice(0, 5).map(staff),
];

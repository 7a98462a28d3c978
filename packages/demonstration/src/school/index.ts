import type { SchoolRecord, TrustMembership } from "@alongside/domain/school";
import { closedSchools } from "./closed.ts";
import type { SchoolPlan } from "./plan.ts";
import { plans } from "./plans.ts";
import { toRecord } from "./record.ts";
import { successionOf } from "./succession.ts";
import { trusts } from "./trust.ts";
import { demonstrationAuthority } from "./urn.ts";

const toClose = "Pennyfold Primary School";

const openRecord = (plan: SchoolPlan): SchoolRecord => {
  const record = toRecord(plan);
  if (plan.name === toClose) return { ...record, status: "proposed-to-close" };
  return successionOf(plan.name)?.way === "amalgamated"
    ? { ...record, openReason: "Result of Amalgamation" }
    : record;
};

/** Open schools first, in the order of their URNs, then those that have closed. */
export const schools: readonly SchoolRecord[] = [...plans.map(openRecord), ...closedSchools];

export const trustMemberships: readonly TrustMembership[] = trusts.flatMap((trust) =>
  plans
    .filter((plan) => plan.trustCode === trust.groupUid)
    .map((plan) => ({
      ...trust,
      urn: plan.urn,
      current: true,
      joinedDate: plan.opened,
      closedDate: null,
      laCode: demonstrationAuthority.code,
    })),
);

export { links } from "./closed.ts";
export { plans } from "./plans.ts";
export { demonstrationAuthority } from "./urn.ts";
export { predecessorIn, predecessorOn } from "./succession.ts";
export type { SchoolPlan } from "./plan.ts";

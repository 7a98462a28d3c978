import type { Role } from "@alongside/domain/identity";
import { zones } from "../geography/zone.ts";
import { hubId, inArea, trustTeamId, type Part } from "./person.ts";

const council = "larkenshore";

const officeHolder = (key: string, post: string, role: Role): Part => ({
  key,
  post,
  mailDomain: council,
  grants: [inArea({ role })],
});

/** One coordinator for each primary zone; one more looks after the secondary and the specialist zone. */
const coordinators: readonly Part[] = zones
  .filter(({ phaseGroup }) => phaseGroup !== "special")
  .map(({ id, name, phaseGroup }) => ({
    key: `coordinator-${id}`,
    post:
      phaseGroup === "primary"
        ? `${name} zone coordinator`
        : "Secondary and specialist coordinator",
    mailDomain: council,
    grants: zones
      .filter(
        (zone) => zone.id === id || (phaseGroup === "secondary" && zone.phaseGroup === "special"),
      )
      .map((zone) => inArea({ role: "zone-coordinator", zoneId: zone.id, mayActOnBehalf: true })),
  }));

const boardMembers: readonly Part[] = [
  officeHolder("board-chair", "Independent chair of the improvement boards", "board-member"),
  officeHolder("board-governor", "Governor, primary improvement board", "board-member"),
  officeHolder("board-diocese", "Diocesan adviser, improvement boards", "board-member"),
  officeHolder("board-union", "Staff representative, improvement boards", "board-member"),
  officeHolder("board-college", "College member, secondary improvement board", "board-member"),
  officeHolder("board-clerk", "Clerk to the improvement boards", "board-clerk"),
];

const organisationAdministrators: readonly Part[] = [
  {
    key: "hub-administrator",
    post: "Administrator, Lantern Teaching School Hub",
    mailDomain: "lantern-hub",
    grants: [inArea({ role: "organisation-administrator", organisationId: hubId })],
  },
  {
    key: "trust-administrator",
    post: "School support lead, Lantern Coast Learning Trust",
    mailDomain: "lantern-coast",
    grants: [inArea({ role: "organisation-administrator", organisationId: trustTeamId })],
  },
];

/** Those who work for the partnership rather than for one school. */
export const areaPeople: readonly Part[] = [
  ...coordinators,
  {
    ...officeHolder("officer-primary", "School effectiveness officer (primary)", "officer"),
    grants: [inArea({ role: "officer", mayActOnBehalf: true })],
  },
  officeHolder("officer-secondary", "School effectiveness officer (secondary)", "officer"),
  ...boardMembers,
  ...organisationAdministrators,
  officeHolder("administrator", "Partnership administrator", "partnership-administrator"),
  {
    key: "operator",
    post: "Operator of this instance",
    mailDomain: "alongside",
    grants: [{ role: "operator" }],
  },
];

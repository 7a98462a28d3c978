import type { Role } from "@alongside/domain/identity";

export const roleWords: Readonly<Record<Role, string>> = {
  head: "Head",
  "school-staff": "School staff",
  leader: "System leader",
  "organisation-administrator": "Leader organisation administrator",
  "zone-coordinator": "Zone coordinator",
  officer: "Officer",
  "board-member": "Improvement board member",
  "board-clerk": "Clerk to the improvement board",
  "partnership-administrator": "Partnership administrator",
  operator: "Operator",
};

import { accountTables } from "./personal-account.ts";
import { leaderTables } from "./personal-leader.ts";
import { recordTables } from "./personal-record.ts";
import type { PersonalTable } from "./personal-table.ts";
import { workTables } from "./personal-work.ts";

export type { PersonalTable } from "./personal-table.ts";

export const personalTables: readonly PersonalTable[] = [
  ...accountTables,
  ...leaderTables,
  ...workTables,
  ...recordTables,
];

/** Tables that name no person. */
export const impersonalTables: readonly string[] = [
  "agreement_versions",
  "area_authorities",
  "area_outcomes",
  "areas",
  "attempts",
  "board_decisions",
  "board_releases",
  "bodies",
  "code_entries",
  "event_anchors",
  "event_heads",
  "fit_weights",
  "import_files",
  "inspections",
  "job_runs",
  "ledger_balances",
  "ledger_holds",
  "objectives",
  "organisations",
  "outcomes",
  "rates",
  "round_offers",
  "round_zones",
  "school_changes",
  "school_links",
  "schools",
  "sent_reminders",
  "terms",
  "trust_memberships",
  "zone_memberships",
  "zones",
];

import { endOfLondonDay, type Instant, londonDateOf, workingDaysAfter } from "../calendar/index.ts";
import type { Need } from "./state.ts";

/** Working days in which the coordinator triages a need; the urgent lane has a clock of its own. */
export const triageWorkingDays = { usual: 5, urgent: 1 } as const;

/**
 * A need is in the urgent lane when the head says so, until triage; from then on when it is in band 1
 * (Product rules, §3: fair order).
 */
export const isUrgent = (need: Need): boolean => {
  if (need.state === "on-hold") return isUrgent(need.before);
  if (need.state === "closed") return isUrgent(need.reopensAs);
  return "band" in need ? need.band === 1 : need.ask.urgent === true;
};

/** When the coordinator's first answer to a submitted need is due; `null` when none is awaited. */
export const triageDue = (need: Need): Instant | null => {
  if (need.state !== "submitted") return null;
  const days = triageWorkingDays[isUrgent(need) ? "urgent" : "usual"];
  return endOfLondonDay(workingDaysAfter(londonDateOf(need.submittedAt), days));
};

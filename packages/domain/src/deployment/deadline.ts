import { addDays, endOfLondonDay, type Instant, londonDateOf } from "../calendar/index.ts";
import type { Deployment } from "./state.ts";
import { versionToSign } from "./state.ts";

const daysToDraft = 7;
const daysToSign = 14;

/**
 * The last instant by which the agreement should go out, or be signed: 7 days to write it, 14 to sign it, from the moment given. Null when
 * neither is to be done.
 */
export const agreementDue = (deployment: Deployment, at: Instant): Instant | null => {
  const after = (days: number) => endOfLondonDay(addDays(londonDateOf(at), days));
  if (deployment.state === "drafting") return after(daysToDraft);
  return versionToSign(deployment) === null ? null : after(daysToSign);
};

/** The clock after an event at `at`: it is wound up when a draft is begun or a version goes out, and a signature leaves it as it is. */
export const dueAfter = (
  change: { readonly before: Deployment; readonly after: Deployment; readonly due: Instant | null },
  at: Instant,
): Instant | null => {
  const { before, after, due } = change;
  const isSame =
    before.state === after.state && versionToSign(before)?.number === versionToSign(after)?.number;
  return isSame ? due : agreementDue(after, at);
};

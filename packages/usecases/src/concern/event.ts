import type { ConcernEvent } from "@alongside/domain/concern";

const kinds: Readonly<Record<ConcernEvent["type"], string>> = {
  handled: "concern-handled",
  escalated: "concern-escalated",
  replied: "concern-replied",
  resolved: "concern-resolved",
};

/** The log says how far a concern has gone, never what is said in it: whoever reads the words is on record. */
const payloadOf = (event: ConcernEvent): Readonly<Record<string, unknown>> => {
  if (event.type !== "escalated") return {};
  const { stage, reason, replyBy } = event.escalation;
  return { stage, reason, replyBy };
};

/** What the log keeps of an event of a concern. */
export const toLoggedConcern = (event: ConcernEvent) => ({
  kind: kinds[event.type],
  payload: payloadOf(event),
});

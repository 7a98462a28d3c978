import type { ConcernEvent } from "./command.ts";
import type { Concern, ConcernHandled, Escalation } from "./state.ts";

type Handled = Omit<ConcernHandled, "state">;

const escalationsOf = (concern: Concern): readonly Escalation[] =>
  concern.state === "escalated" ? [...concern.past, concern.current] : [];

const handledPart = (concern: Concern): Handled | undefined => {
  if (concern.state !== "handled" && concern.state !== "escalated") return undefined;
  const { id, school, text, raisedAt, handling, handledAt } = concern;
  return { id, school, text, raisedAt, handling, handledAt };
};

/** The concern after an event; an event that does not fit its state changes nothing. */
export const evolveConcern = (concern: Concern, event: ConcernEvent): Concern => {
  const { at } = event;
  if (event.type === "handled")
    return concern.state === "raised"
      ? { ...concern, state: "handled", handling: event.handling, handledAt: at }
      : concern;
  if (event.type === "replied")
    return concern.state === "escalated"
      ? { ...concern, current: { ...concern.current, reply: { text: event.text, at } } }
      : concern;
  const handled = handledPart(concern);
  if (handled === undefined) return concern;
  const escalations = escalationsOf(concern);
  if (event.type === "escalated")
    return { state: "escalated", ...handled, current: event.escalation, past: escalations };
  const { resolution } = event;
  return { state: "resolved", ...handled, escalations, resolution, resolvedAt: at };
};

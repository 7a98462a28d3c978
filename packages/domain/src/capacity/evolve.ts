import type { CapacityEvent } from "./command.ts";
import type { CapacityLine } from "./state.ts";

/** The line after an event; an event that does not fit its state changes nothing. */
export const evolveCapacity = (line: CapacityLine, event: CapacityEvent): CapacityLine => {
  const { id, leader, term, supply } = line;
  switch (event.type) {
    case "changed":
      return line.state === "withdrawn" ? line : { ...line, supply: event.supply };
    case "confirmed":
    case "reconfirmed": {
      const { confirmedOn, goodUntil } = event;
      return line.state === "withdrawn"
        ? line
        : { state: "firm", id, leader, term, supply, confirmedOn, goodUntil };
    }
    case "lapsed":
      return line.state === "firm" ? { ...line, state: "lapsed" } : line;
    case "withdrawn": {
      const { reason, at: withdrawnAt } = event;
      return line.state === "indicative" || line.state === "firm"
        ? { state: "withdrawn", id, leader, term, supply, reason, withdrawnAt }
        : line;
    }
  }
};

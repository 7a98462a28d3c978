import type { RoundEvent } from "./command.ts";
import type { Round } from "./state.ts";

const withRun = (round: Round, event: Extract<RoundEvent, { type: "run-recorded" }>): Round => {
  const runs = [...round.runs, event.run];
  if (round.state === "draft") return { ...round, state: "solved", runs, proposedRun: null };
  return round.state === "agreed" || round.state === "closed" ? round : { ...round, runs };
};

/** The round after an event; an event that does not fit its state changes nothing. */
export const evolveRound = (round: Round, event: RoundEvent): Round => {
  const { id, scope, runs } = round;
  const { at } = event;
  switch (event.type) {
    case "rescoped":
      return round.state === "draft" || round.state === "solved"
        ? { state: "draft", id, scope: event.scope, runs }
        : round;
    case "run-recorded":
      return withRun(round, event);
    case "proposed":
      return round.state === "solved" ? { ...round, proposedRun: event.run } : round;
    case "asked-again":
      return round.state === "solved" || round.state === "agreed"
        ? { state: "solved", id, scope, runs, proposedRun: null }
        : round;
    case "agreed":
      return round.state === "solved"
        ? { state: "agreed", id, scope, runs, agreedRun: event.run, agreedAt: at }
        : round;
    case "published":
      return round.state === "agreed"
        ? { ...round, state: "published", publishedAt: at, offers: event.offers }
        : round;
    case "offers-added":
      return round.state === "published"
        ? { ...round, offers: [...round.offers, ...event.offers] }
        : round;
    case "closed":
      return round.state === "published" ? { ...round, state: "closed", closedAt: at } : round;
  }
};

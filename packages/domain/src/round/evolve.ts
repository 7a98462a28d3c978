import type { RoundAdjustment, RoundEvent } from "./command.ts";
import type { HandMade, Round, RoundChoices, RoundScope } from "./state.ts";

const without = (
  list: readonly HandMade[],
  { need, leader }: { readonly need: HandMade["need"]; readonly leader?: HandMade["leader"] },
): readonly HandMade[] =>
  list.filter((each) => each.need !== need || (leader !== undefined && each.leader !== leader));

const adjusted = (choices: RoundChoices, change: RoundAdjustment): RoundChoices => {
  const { pins, forbids } = choices;
  switch (change.kind) {
    case "pin": {
      const { kind: _kind, ...pin } = change;
      return { ...choices, pins: [...without(pins, { need: pin.need }), pin] };
    }
    case "unpin":
      return { ...choices, pins: without(pins, change) };
    case "forbid": {
      const { kind: _kind, ...forbid } = change;
      return { ...choices, forbids: [...without(forbids, forbid), forbid] };
    }
    case "allow":
      return { ...choices, forbids: without(forbids, change) };
    case "weigh":
      return { ...choices, weights: change.weights };
  }
};

/** Decisions about needs that are no longer in the round go with them. */
const within = (choices: RoundChoices, { needs }: RoundScope): RoundChoices => ({
  ...choices,
  pins: choices.pins.filter(({ need }) => needs.includes(need)),
  forbids: choices.forbids.filter(({ need }) => needs.includes(need)),
});

const withRun = (round: Round, event: Extract<RoundEvent, { type: "run-recorded" }>): Round => {
  const runs = [...round.runs, event.run];
  if (round.state === "draft") return { ...round, state: "solved", runs, proposedRun: null };
  return round.state === "solved" || round.state === "published" ? { ...round, runs } : round;
};

/** The round after an event; an event that does not fit its state changes nothing. */
export const evolveRound = (round: Round, event: RoundEvent): Round => {
  const { id, scope, choices, runs } = round;
  const { at } = event;
  switch (event.type) {
    case "rescoped":
      return round.state === "draft" || round.state === "solved"
        ? {
            state: "draft",
            id,
            scope: event.scope,
            choices: within(choices, event.scope),
            runs,
          }
        : round;
    case "adjusted":
      return round.state === "agreed" || round.state === "closed" || round.state === "dropped"
        ? round
        : { ...round, choices: adjusted(choices, event.change) };
    case "run-recorded":
      return withRun(round, event);
    case "proposed":
      return round.state === "solved"
        ? { ...round, proposedRun: event.run, answerBy: event.answerBy }
        : round;
    case "asked-again":
      return round.state === "solved" || round.state === "agreed"
        ? { state: "solved", id, scope, choices, runs, proposedRun: null }
        : round;
    case "agreed":
      return round.state === "solved"
        ? { state: "agreed", id, scope, choices, runs, agreedRun: event.run, agreedAt: at }
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
    case "dropped":
      return round.state === "draft" || round.state === "solved"
        ? { state: "dropped", id, scope, choices, runs, droppedAt: at, reason: event.reason }
        : round;
    // Needs and days have moved meanwhile: it is looked at and solved anew.
    case "taken-up":
      return round.state === "dropped" ? { state: "draft", id, scope, choices, runs } : round;
  }
};

import { describe, expect, it } from "vitest";
import { commands, reach, rounds, states } from "./examples.ts";
import { roundCommands, roundTransitions } from "./index.ts";

describe("every state of a round meets every command", () => {
  for (const state of states) {
    for (const type of roundCommands) {
      const listed = roundTransitions[state][type];
      it(`${state} × ${type}: ${listed.join(" or ") || "refused"}`, () => {
        const wanted = listed.length > 0 ? listed : [`round ${state} refuses ${type}`];
        expect([reach(rounds[state], commands[type])]).toEqual(wanted);
      });
    }
  }
});

import { describe, expect, it } from "vitest";
import { commands, reach, states, visits } from "./examples.ts";
import { visitCommands, visitTransitions } from "./index.ts";

describe("every state of a visit meets every command", () => {
  for (const state of states) {
    for (const type of visitCommands) {
      const listed = visitTransitions[state][type];
      it(`${state} × ${type}: ${listed.join(" or ") || "refused"}`, () => {
        const wanted = listed.length > 0 ? listed : [`visit ${state} refuses ${type}`];
        expect([reach(visits[state], commands[type])]).toEqual(wanted);
      });
    }
  }
});

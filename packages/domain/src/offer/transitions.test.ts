import { describe, expect, it } from "vitest";
import { commands, offers, reach, states } from "./examples.ts";
import { offerCommands, offerTransitions } from "./index.ts";

describe("every state of an offer meets every command", () => {
  for (const state of states) {
    for (const type of offerCommands) {
      const listed = offerTransitions[state][type];
      it(`${state} × ${type}: ${listed.join(" or ") || "refused"}`, () => {
        const reached = commands[type]
          .map((command) => reach(offers[state], command))
          .filter((end) => end !== "not-your-answer");
        const wanted = listed.length > 0 ? listed : [`offer ${state} refuses ${type}`];
        expect(new Set(reached)).toEqual(new Set(wanted));
      });
    }
  }
});

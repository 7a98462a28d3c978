import { describe, expect, it } from "vitest";
import { commands, concerns, reach, states } from "./examples.ts";
import { concernCommands, concernTransitions } from "./index.ts";

describe("every state of a concern meets every command", () => {
  for (const state of states) {
    for (const type of concernCommands) {
      const listed = concernTransitions[state][type];
      it(`${state} × ${type}: ${listed.join(" or ") || "refused"}`, () => {
        const reached = commands[type]
          .map((command) => reach(concerns[state], command))
          .filter((end) => end !== "stage-out-of-order");
        const wanted = listed.length > 0 ? listed : [`concern ${state} refuses ${type}`];
        expect(new Set(reached)).toEqual(new Set(wanted));
      });
    }
  }
});

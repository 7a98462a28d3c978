import { describe, expect, it } from "vitest";
import { commands, needs, reach, states } from "./examples.ts";
import { needCommands, needTransitions } from "./index.ts";

describe("every state of a need meets every command", () => {
  for (const state of states) {
    for (const type of needCommands) {
      const listed = needTransitions[state][type];
      it(`${state} × ${type}: ${listed.join(" or ") || "refused"}`, () => {
        const reached = needs[state]
          .flatMap((need) => commands[type].map((command) => reach(need, command)))
          .filter((end) => end !== "another-offer");
        const wanted = listed.length > 0 ? listed : [`need ${state} refuses ${type}`];
        expect(new Set(reached)).toEqual(new Set(wanted));
      });
    }
  }
});

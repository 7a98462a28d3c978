import { describe, expect, it } from "vitest";
import { commands, lines, reach, states } from "./examples.ts";
import { capacityCommands, capacityTransitions } from "./index.ts";

describe("every state of a capacity line meets every command", () => {
  for (const state of states) {
    for (const type of capacityCommands) {
      const listed = capacityTransitions[state][type];
      it(`${state} × ${type}: ${listed.join(" or ") || "refused"}`, () => {
        const wanted = listed.length > 0 ? listed : [`capacity ${state} refuses ${type}`];
        expect([reach(lines[state], commands[type])]).toEqual(wanted);
      });
    }
  }
});

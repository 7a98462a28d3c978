import { describe, expect, it } from "vitest";
import { menuCommands, menuStates, menuTransitions, moveMenu, toInterest } from "./index.ts";

describe("a package in a zone’s menu", () => {
  it("goes from state to state as the table says, and refuses the rest", () => {
    for (const state of menuStates) {
      for (const command of menuCommands) {
        const result = moveMenu(state, command);
        const [next] = menuTransitions[state][command];
        expect(result.ok ? result.value : result.refusal).toEqual(
          next ?? { kind: "wrong-state", machine: "menu", state, command },
        );
      }
    }
  });

  it("is agreed anew after every change", () => {
    expect(moveMenu("agreed", "revise")).toMatchObject({ value: "proposed" });
    expect(moveMenu("withdrawn", "revise").ok).toBe(false);
  });
});

it("tells a few schools to nobody who is not to count them", () => {
  expect([0, 1, 5, 6, 12].map((schools) => toInterest(schools, false))).toEqual([
    { schools: 0, isExact: true },
    { schools: 6, isExact: false },
    { schools: 6, isExact: false },
    { schools: 6, isExact: true },
    { schools: 12, isExact: true },
  ]);
  expect(toInterest(3, true)).toEqual({ schools: 3, isExact: true });
});

import { describe, expect, it } from "vitest";
import { dateOf } from "../calendar/index.ts";
import {
  designationCommands,
  designationStatuses,
  designationTransitions,
  isInForce,
  moveDesignation,
  specialistReviewDue,
} from "./index.ts";

describe("a designation", () => {
  for (const state of designationStatuses) {
    for (const command of designationCommands) {
      const [next] = designationTransitions[state][command];
      it(`that is ${state} meets ${command}: ${next ?? "refused"}`, () => {
        expect(moveDesignation(state, command)).toEqual(
          next === undefined
            ? {
                ok: false,
                refusal: { kind: "wrong-state", machine: "designation", state, command },
              }
            : { ok: true, value: next },
        );
      });
    }
  }

  it("matches only while designated or retained", () => {
    const dates = { from: dateOf(2024, 9, 1), to: dateOf(2028, 8, 31) };
    const on = dateOf(2026, 1, 1);
    expect(designationStatuses.filter((status) => isInForce({ status, ...dates }, on))).toEqual([
      "designated",
      "retained",
    ]);
  });

  it("matches from its first day to its last, and without end when none is set", () => {
    const designation = {
      status: "designated",
      from: dateOf(2024, 9, 1),
      to: dateOf(2028, 8, 31),
    } as const;
    const inForceOn = [
      [2024, 8, 31],
      [2024, 9, 1],
      [2028, 8, 31],
      [2028, 9, 1],
    ].map(([year = 0, month = 0, day = 0]) => isInForce(designation, dateOf(year, month, day)));
    expect(inForceOn).toEqual([false, true, true, false]);
    expect(isInForce({ ...designation, to: null }, dateOf(2040, 1, 1))).toBe(true);
  });

  it("of a specialist leader comes to review after four years", () => {
    expect(specialistReviewDue(dateOf(2022, 9, 1))).toBe("2026-09-01");
  });
});

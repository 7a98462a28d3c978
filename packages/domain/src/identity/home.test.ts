import { describe, expect, it } from "vitest";
import {
  anonymous,
  homeOf,
  homesOf,
  roles,
  toActor,
  toId,
  type Grant,
  type PersonId,
} from "./index.ts";

const actor = (grants: readonly Grant[], factor: { has: boolean; at: number | null }) =>
  toActor({
    personId: toId<PersonId>("p"),
    name: "Ada",
    grants,
    hasSecondFactor: factor.has,
    isDemonstration: false,
    secondFactorAt: factor.at,
  });
const proved = { has: true, at: 0 };

describe("where a person lands", () => {
  it.each([
    ["head", "school"],
    ["school-staff", "school"],
    ["leader", "leader"],
    ["organisation-administrator", "organisation"],
    ["zone-coordinator", "queue"],
    ["officer", "queue"],
    ["board-member", "board"],
    ["board-clerk", "board"],
    ["partnership-administrator", "administration"],
    ["operator", "instance"],
  ] as const)("%s: %s", (role, page) => {
    expect(homeOf(actor([{ role }], proved))).toEqual({ page, role });
  });

  it("is the part in which most waits for them, with all others to switch to", () => {
    const homes = homesOf(
      actor(
        roles.map((role) => ({ role })),
        proved,
      ),
    );
    expect(homes).toHaveLength(roles.length);
    expect(homes.map((home) => home.role).slice(0, 4)).toEqual([
      "zone-coordinator",
      "officer",
      "partnership-administrator",
      "head",
    ]);
  });

  it("is what the sign-in still lacks", () => {
    expect(homeOf(anonymous)).toEqual({ page: "sign-in" });
    expect(homeOf(actor([{ role: "officer" }], { has: false, at: null }))).toEqual({
      page: "enrolment",
    });
    expect(homeOf(actor([{ role: "head" }], { has: true, at: null }))).toEqual({
      page: "second-factor",
    });
    expect(homeOf(actor([], { has: false, at: null }))).toEqual({ page: "no-role" });
  });
});

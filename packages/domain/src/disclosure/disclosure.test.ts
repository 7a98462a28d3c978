import { describe, expect, it } from "vitest";
import { draft, needs, states } from "../need/examples.ts";
import {
  audiences,
  disclosedFields,
  disclosureStageOf,
  disclosureStages,
  fieldsSeenBy,
  isReadingRecorded,
  whoSeesWhat,
} from "./index.ts";

const toNobody = { isShortlisted: false, isAcceptedInPrinciple: false };
const shortlisted = { ...toNobody, isShortlisted: true };
const acceptedInPrinciple = { isShortlisted: true, isAcceptedInPrinciple: true };

describe("graded disclosure", () => {
  it("keeps a draft private whatever else is said, and then shows more step by step", () => {
    expect(disclosureStageOf(draft, acceptedInPrinciple)).toBe("private");
    for (const state of states.filter((given) => given !== "draft"))
      for (const need of needs[state])
        expect(
          [toNobody, shortlisted, acceptedInPrinciple].map((shown) =>
            disclosureStageOf(need, shown),
          ),
        ).toEqual(["coordinator", "shortlist", "named"]);
  });

  it("says at every stage who sees what", () => {
    const levels = disclosureStages.map((stage) => whoSeesWhat(stage).map(({ level }) => level));
    expect(audiences).toEqual([
      "own-school",
      "coordinator",
      "named-leader",
      "shortlisted-leader",
      "other",
    ]);
    expect(levels).toEqual([
      ["everything", "nothing", "nothing", "nothing", "nothing"],
      ["everything", "everything", "nothing", "nothing", "nothing"],
      ["everything", "everything", "nothing", "anonymised", "nothing"],
      ["everything", "everything", "named", "anonymised", "nothing"],
    ]);
  });

  it("shows a shortlisted leader the phase, zone and focus and no more, even when another leader knows the name", () => {
    for (const stage of ["shortlist", "named"] as const)
      expect(fieldsSeenBy("shortlisted-leader", stage)).toEqual(["phase", "zone", "focus"]);
  });

  it("keeps sensitive notes, wishes and their reasons between the school and the coordinator", () => {
    const secret = ["wishes", "private-reasons", "sensitive-note"] as const;
    for (const stage of disclosureStages)
      for (const audience of ["named-leader", "shortlisted-leader", "other"] as const)
        expect(
          fieldsSeenBy(audience, stage).filter((field) => secret.some((one) => one === field)),
        ).toEqual([]);
    expect(fieldsSeenBy("coordinator", "coordinator")).toEqual(disclosedFields);
  });

  it("never takes back what was shown at an earlier stage", () => {
    for (const audience of audiences)
      disclosureStages.reduce((earlier, stage) => {
        const now = fieldsSeenBy(audience, stage);
        expect(earlier.filter((field) => !now.includes(field))).toEqual([]);
        return [...now];
      }, new Array<(typeof disclosedFields)[number]>());
  });

  it("records the reading of a sensitive note and of private reasons, but not by the school that wrote them", () => {
    expect(disclosedFields.filter((field) => isReadingRecorded(field, "coordinator"))).toEqual([
      "private-reasons",
      "sensitive-note",
    ]);
    expect(disclosedFields.filter((field) => isReadingRecorded(field, "own-school"))).toEqual([]);
  });
});

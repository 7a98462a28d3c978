import { describe, expect, it } from "vitest";
import { dateInName, kindInName } from "./file-name.ts";

describe("the name of a file", () => {
  it.each([
    ["edubaseallstatefunded20260602.csv", "2026-06-02"],
    ["england_2026-06-02.csv.gz", "2026-06-02"],
    ["links_edubasealldata20250109.csv", "2025-01-09"],
    ["edubase20261302.csv", undefined],
    ["edubase20260230.csv", undefined],
    ["schools.csv", undefined],
  ])("%s speaks for %s", (name, day) => {
    expect(dateInName(name)).toBe(day);
  });

  it.each([
    ["edubaseallstatefunded20260602.csv", "gias"],
    ["links_edubasealldata20250109.csv", "links"],
    ["academiesmatmembership20250901.csv", "trusts"],
    ["ofsted_flat_20260531.csv.gz", "ofsted"],
    ["lait_school_improvement.csv", "outcomes"],
    ["ks2_panel.csv", "outcomes"],
    ["untitled.csv", undefined],
  ])("%s seems to be of the kind %s", (name, kind) => {
    expect(kindInName(name)).toBe(kind);
  });
});

import { describe, expect, it } from "vitest";
import { findAuthority, listAuthorities } from "../school/index.ts";
import { defaultFitWeights, fitWeightNames, isFitWeight, sameFitWeights } from "./fit-weight.ts";
import { parsePounds, toPounds } from "./money.ts";
import { sameName, tidyName, toCode } from "./naming.ts";
import { groupsOverlap, phaseGroupsOf } from "./partnership.ts";

describe("phase groups", () => {
  it("give an all-through school a place in a primary and in a secondary zone", () => {
    expect(phaseGroupsOf({ phase: "all-through", setting: "mainstream" })).toEqual([
      "primary",
      "secondary",
    ]);
    expect(phaseGroupsOf({ phase: "nursery", setting: "mainstream" })).toEqual(["primary"]);
  });

  it("overlap when one zone is for all phases, or both are for the same", () => {
    expect(groupsOverlap("all", "primary")).toBe(true);
    expect(groupsOverlap("secondary", "all")).toBe(true);
    expect(groupsOverlap("special", "special")).toBe(true);
    expect(groupsOverlap("primary", "secondary")).toBe(false);
  });
});

describe("pounds", () => {
  it.each([
    ["350", 35_000],
    ["£350.00", 35_000],
    [" £ 1,200.5 ", 120_050],
    ["0.05", 5],
    ["350.005", undefined],
    ["-350", undefined],
    ["1,20", undefined],
    ["three hundred", undefined],
    ["", undefined],
  ])("%s is %s pence", (text, pence) => {
    expect(parsePounds(text)).toBe(pence);
  });

  it("come back as they were entered", () => {
    expect(parsePounds(toPounds(123_456))).toBe(123_456);
  });
});

describe("names and codes", () => {
  it("are tidied and compared as people read them", () => {
    expect(tidyName("  North   zone ")).toBe("North zone");
    expect(sameName("NORTH zone", "North  Zone ")).toBe(true);
  });

  it.each([
    ["Phonics & early reading", "phonics-and-early-reading"],
    ["Zoë’s café", "zoes-cafe"],
    ["Core++", "core-plus-plus"],
    ["—", ""],
    ["a".repeat(80), "a".repeat(60)],
  ])("%s has the code %s", (label, code) => {
    expect(toCode(label)).toBe(code);
  });
});

describe("fit weights", () => {
  it("are whole points from none to 1,000", () => {
    expect([0, 1000, 1001, -1, 0.5].map(isFitWeight)).toEqual([true, true, false, false, false]);
    expect(Object.values(defaultFitWeights).every(isFitWeight)).toBe(true);
  });

  it("are the same only when each is", () => {
    expect(sameFitWeights(defaultFitWeights, { ...defaultFitWeights })).toBe(true);
    expect(sameFitWeights(defaultFitWeights, { ...defaultFitWeights, level: 1 })).toBe(false);
    expect(fitWeightNames).toHaveLength(13);
  });
});

describe("local authorities", () => {
  it("are the 153 of England, each with a code of its own", () => {
    const all = listAuthorities();
    expect(new Set(all.map(({ code }) => code)).size).toBe(153);
    expect(all.every(({ code }) => /^\d{3}$/.test(code))).toBe(true);
    expect(findAuthority("887")).toMatchObject({ name: "Medway", region: "South East" });
    expect(findAuthority("999")).toBeUndefined();
  });
});

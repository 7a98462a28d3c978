import { describe, expect, it } from "vitest";
import { fileAddress, isOfOpenSchools, questionOf } from "./address.ts";
import { findingOf, notesOf } from "./outcome-words.ts";
import { toCalmName } from "./words.ts";

describe("the address of a list", () => {
  it("asks what it says, and nothing that is no choice", () => {
    const asked = questionOf("?phase=primary&phase=moon&status=closed&sort=-pupils&words=oak");
    expect(asked).toMatchObject({
      phases: ["primary"],
      statuses: ["closed"],
      sort: "pupils",
      isDescending: true,
      words: "oak",
    });
    expect(questionOf("?sort=drop")).toMatchObject({ sort: "name", isDescending: false });
  });

  it("is of open schools until it names a status", () => {
    expect(isOfOpenSchools("?phase=primary")).toBe(true);
    expect(isOfOpenSchools("?status=closed")).toBe(false);
  });

  it("leads to a file of all its pages", () => {
    const address = fileAddress("medway", "?phase=primary&page=3");
    expect(address).toBe("/files/areas/medway/schools.csv?phase=primary");
    expect(fileAddress("medway", "")).toBe("/files/areas/medway/schools.csv");
  });
});

const year = (given: number, value: number | null, pupils: number | null = 30) => ({
  year: given,
  school:
    value === null
      ? { value: null, absence: "suppressed" as const, pupils, fromUrn: null }
      : { value, absence: null, pupils, fromUrn: null },
  area: null,
  england: { value: 60, absence: null },
});

const outcome = (...years: readonly ReturnType<typeof year>[]) => ({
  measure: "ks2-rwm-expected",
  label: "KS2",
  unit: "%",
  direction: "up" as const,
  areaIs: "mean" as const,
  years: [...years],
  importIds: { school: [], area: [] },
});

describe("an outcome in words", () => {
  it("says the last stated figure and how it stands to England's", () => {
    expect(findingOf(outcome(year(2022, 50), year(2023, 63)), "Oak")).toBe(
      "KS2: 63% in 2023, above England",
    );
    expect(findingOf(outcome(year(2022, 50), year(2023, null)), "Oak")).toBe(
      "KS2: 50% in 2022, below England",
    );
    expect(findingOf(outcome(year(2023, null)), "Oak")).toBe("KS2: no figure is published for Oak");
  });

  it("says why years have no figure, once for years in a row, and when it is of few", () => {
    expect(notesOf(outcome(year(2022, null), year(2023, null), year(2024, 50, 7)))).toEqual([
      { years: "2022 to 2023", text: "No figure: withheld: too few pupils." },
      { years: "2024", text: "Of 7 pupils only." },
    ]);
  });
});

describe("a trust's name", () => {
  it("is calmed when the register shouts it, and else left alone", () => {
    expect(toCalmName("THE TRUST OF SAINTS")).toBe("The Trust of Saints");
    expect(toCalmName("iFtL and Friends")).toBe("iFtL and Friends");
  });
});

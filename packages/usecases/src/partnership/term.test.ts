import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refusalOf } from "../identity/world.ts";
import { day, openSetUpWorld, type SetUpWorld } from "./set-up-world.ts";
import { listTerms, openYear, saveYear, type YearTerm } from "./term.ts";

let world: SetUpWorld;
beforeEach(async () => {
  world = await openSetUpWorld();
});
afterEach(() => world.drop());

const year = "2025-26";
const proposed = async () => (await openYear(world.admin, world.here, year)).terms;
const save = (terms: readonly YearTerm[]) => saveYear(world.admin, world.here, { terms });

describe("terms of a year", () => {
  it("are proposed, set, and read with the current one marked", async () => {
    expect(await save(await proposed())).toEqual({ changed: 3 });
    const { terms, thisYear } = await listTerms(world.head, world.here);
    expect(thisYear).toBe(year);
    expect(terms.map(({ season, isCurrent, version }) => [season, isCurrent, version])).toEqual([
      ["autumn", false, 1],
      ["spring", true, 1],
      ["summer", false, 1],
    ]);
    expect(await world.events("term-set")).toHaveLength(3);
  });

  it("change only where a date is another one, and keep a version of each", async () => {
    await save(await proposed());
    const terms = (await proposed()).map((term) =>
      term.season === "summer" ? { ...term, endsOn: day("2026-07-21") } : term,
    );
    expect(await save(terms)).toEqual({ changed: 1 });
    expect((await proposed()).map(({ version }) => version)).toEqual([1, 1, 2]);
    expect(await world.events("term-dates-changed")).toMatchObject([
      { actor: "ada", areaId: "here", payload: { season: "summer", endsOn: "2026-07-21" } },
    ]);
    expect(await save(await proposed())).toEqual({ changed: 0 });
  });

  it("are refused, with the field, when they overlap, and nothing is written", async () => {
    const terms = (await proposed()).map((term) =>
      term.season === "spring" ? { ...term, startsOn: day("2025-12-10") } : term,
    );
    expect(await refusalOf(() => save(terms))).toMatchObject({
      kind: "term-dates-wrong",
      faults: [{ season: "spring", field: "startsOn", fault: { kind: "overlaps" } }],
    });
    expect((await listTerms(world.admin, world.here)).terms).toEqual([]);
  });

  it("are not overwritten by someone who saw older dates, who is told whose they are", async () => {
    await save(await proposed());
    const seen = await proposed();
    const later = (endsOn: string) =>
      seen.map((term) => (term.season === "summer" ? { ...term, endsOn: day(endsOn) } : term));
    const [one, other] = await Promise.allSettled([
      save(later("2026-07-20")),
      save(later("2026-07-21")),
    ]);
    expect(one.status).toBe("fulfilled");
    expect(other).toMatchObject({
      reason: { refusal: { kind: "changed-since", by: "Ada", version: 2 } },
    });
  });

  it("are the administrator's to set, and nobody's in another area", async () => {
    const terms = await proposed();
    expect(await refusalOf(async () => saveYear(world.head, world.here, { terms }))).toEqual({
      kind: "not-allowed",
    });
    expect(await refusalOf(async () => saveYear(world.admin, world.there, { terms }))).toEqual({
      kind: "not-allowed",
    });
    expect(await refusalOf(async () => listTerms(world.admin, world.there))).toEqual({
      kind: "not-allowed",
    });
  });

  it("belong to a year that is one", async () => {
    expect(await refusalOf(() => openYear(world.admin, world.here, "2025-27"))).toEqual({
      kind: "not-found",
    });
  });
});

import { describe, expect, it } from "vitest";
import { toId, type PersonId } from "../identity/index.ts";
import type { IsoDate, Urn } from "../school/index.ts";
import {
  checkTerm,
  cutOffOf,
  isHeldBy,
  partByHolds,
  retentionKinds,
  retentionTerms,
} from "./index.ts";

const day = (text: string) => text as IsoDate;
const urn = (number: number) => number as Urn;
const ada = toId<PersonId>("ada");
const record = { people: ["ada", "bea"], urn: urn(900001) };

describe("a term of keeping", () => {
  it.each(retentionKinds)("has a default that its own bounds allow: %s", (kind) => {
    const { months, least, most } = retentionTerms[kind];
    expect(checkTerm(kind, months)).toEqual({ ok: true, value: months });
    expect(checkTerm(kind, least - 1).ok).toBe(false);
    expect(checkTerm(kind, most + 1).ok).toBe(false);
  });

  it("is whole months", () => {
    expect(checkTerm("sent-mail", 1.5)).toEqual({
      ok: false,
      refusal: { kind: "retention-term-wrong", least: 1, most: 36 },
    });
  });
});

describe("the day before which a record is over", () => {
  it.each([
    ["2026-03-02", 1, "2026-02-02"],
    ["2026-03-31", 1, "2026-02-28"],
    ["2024-03-31", 1, "2024-02-29"],
    ["2026-01-15", 1, "2025-12-15"],
    ["2026-01-15", 84, "2019-01-15"],
    ["2026-12-31", 12, "2025-12-31"],
  ])("for %s and %i months is %s", (today, months, cutOff) => {
    expect(cutOffOf(day(today), months)).toBe(cutOff);
  });
});

describe("a legal hold", () => {
  it("keeps everything of the area, of its school or of its person, and nothing else", () => {
    expect(isHeldBy({ kind: "area" }, record)).toBe(true);
    expect(isHeldBy({ kind: "school", urn: urn(900001) }, record)).toBe(true);
    expect(isHeldBy({ kind: "school", urn: urn(900002) }, record)).toBe(false);
    expect(isHeldBy({ kind: "school", urn: urn(900001) }, { ...record, urn: null })).toBe(false);
    expect(isHeldBy({ kind: "person", personId: ada }, record)).toBe(true);
    expect(isHeldBy({ kind: "person", personId: ada }, { ...record, people: [] })).toBe(false);
  });

  it("parts what is over from what stays", () => {
    const other = { people: ["cid"], urn: null };
    const { due, held } = partByHolds([record, other], [{ kind: "person", personId: ada }]);
    expect([due, held]).toEqual([[other], [record]]);
  });
});

import { describe, expect, it } from "vitest";
import { toId, type PersonId } from "../identity/index.ts";
import {
  letterOf,
  likenessOf,
  modesShared,
  moveShortlist,
  overallLikeness,
  preferenceOf,
  roomLeft,
  shortlistStates,
  shortlistTransitions,
  toCard,
  toDistanceBand,
  type SchoolCharacter,
  type Verdict,
} from "./index.ts";

const person = (text: string): PersonId => toId<PersonId>(text);

const school: SchoolCharacter = {
  phase: "primary",
  setting: "mainstream",
  pupils: 200,
  percentageFsm: 20,
  religiousCharacter: "None",
};

const sharesWith = (other: Partial<SchoolCharacter>) =>
  Object.fromEntries(
    likenessOf(school, { ...school, ...other }).map(({ aspect, share }) => [aspect, share]),
  );

describe("likeness", () => {
  it("is whole between a school and itself", () => {
    expect(overallLikeness(likenessOf(school, school))).toBe(1);
  });

  it("falls with the size, down to nought at four times as many pupils", () => {
    expect(sharesWith({ pupils: 400 })["size"]).toBeCloseTo(0.5);
    expect(sharesWith({ pupils: 100 })["size"]).toBeCloseTo(0.5);
    expect(sharesWith({ pupils: 900 })["size"]).toBe(0);
  });

  it("falls with free meals, down to nought at forty points apart", () => {
    expect(sharesWith({ percentageFsm: 30 })["free-meals"]).toBeCloseTo(0.75);
    expect(sharesWith({ percentageFsm: 70 })["free-meals"]).toBe(0);
  });

  it("takes every word for no faith as the same, and one faith apart from another", () => {
    expect(sharesWith({ religiousCharacter: "Does not apply" })["faith"]).toBe(1);
    expect(sharesWith({ religiousCharacter: "Roman Catholic" })["faith"]).toBe(0);
  });

  it("leaves out what is not known of both, and counts the rest alone", () => {
    const unknown = { pupils: null, percentageFsm: null, religiousCharacter: null };
    expect(Object.keys(sharesWith(unknown))).toEqual(["phase", "setting"]);
    expect(overallLikeness(likenessOf(school, { ...school, ...unknown }))).toBe(1);
    expect(overallLikeness([])).toBe(0);
  });
});

it("modes are shared in the order in which they were asked for", () => {
  expect(modesShared(["coaching", "review"], ["review", "diagnostic"])).toEqual(["review"]);
});

it("room is what is left of the schools at once, never below nought", () => {
  expect([roomLeft(0, 2), roomLeft(1, 2), roomLeft(3, 2), roomLeft(0, 0)]).toEqual([1, 0.5, 0, 0]);
});

describe("a card", () => {
  const facts = {
    letter: letterOf(1),
    name: "Lena",
    homeSchool: "Beech School",
    km: 7.3,
    hasSupported: true,
    kind: "LLE",
    isSameZone: true,
    areas: [{ label: "Maths", level: 3 }],
    modes: ["Coaching"],
    freeHalfDays: 8,
  };

  it("names the leader on a named list", () => {
    expect(toCard("named", facts)).toMatchObject({ letter: "B", named: { name: "Lena", km: 7.3 } });
  });

  it("holds nothing that names the leader on an anonymised one", () => {
    const card = JSON.stringify(toCard("anonymised", facts));
    for (const word of ["Lena", "Beech", "7.3", "hasSupported"]) expect(card).not.toContain(word);
    expect(card).toContain("5 to 10 km away");
  });

  it("puts every distance into a band", () => {
    expect([null, 5, 5.1, 20, 40.1].map(toDistanceBand)).toEqual([
      "Distance not known",
      "Within 5 km",
      "5 to 10 km away",
      "10 to 20 km away",
      "More than 40 km away",
    ]);
  });
});

const verdict = (leader: string, place: number | null, isAvoided = false): Verdict => ({
  leader: person(leader),
  place,
  isAvoided,
});
const ranking = [verdict("b", 2), verdict("a", 1), verdict("c", null, true)];

describe("a list that was sent to a head", () => {
  it("goes from state to state as the table says, and refuses the rest", () => {
    for (const state of shortlistStates) {
      for (const command of [{ type: "rank", verdicts: ranking }, { type: "withdraw" }] as const) {
        const result = moveShortlist(state, command);
        const [next] = shortlistTransitions[state][command.type];
        expect(result.ok ? result.value : result.refusal).toEqual(
          next ?? { kind: "wrong-state", machine: "shortlist", state, command: command.type },
        );
      }
    }
  });

  it("is ranked with each place once, and not with silence", () => {
    const rank = (verdicts: readonly Verdict[]) =>
      moveShortlist("sent", { type: "rank", verdicts });
    expect(rank([verdict("a", 1), verdict("b", 1)])).toMatchObject({
      refusal: { kind: "place-repeated", place: 1 },
    });
    expect(rank([verdict("a", null)])).toMatchObject({ refusal: { kind: "nothing-ranked" } });
    expect(rank([verdict("a", null, true)]).ok).toBe(true);
  });
});

describe("what a head prefers", () => {
  const wish = (leader: string) => ({ leader: person(leader), privateReason: "" });

  it("is the ranking, then the wishes that it does not mention", () => {
    const ask = { preferred: [wish("c"), wish("d")], avoided: [wish("a"), wish("e")] };
    expect(preferenceOf(ask, ranking)).toEqual({ preferred: ["a", "b", "d"], avoided: ["c", "e"] });
    expect(preferenceOf(ask, [])).toEqual({ preferred: ["c", "d"], avoided: ["a", "e"] });
  });

  it("ends where a further place would count against a leader", () => {
    const many = ["a", "b", "c", "d", "e"].map((leader, index) => verdict(leader, index + 1));
    const none = { preferred: [], avoided: [] };
    expect(preferenceOf(none, many).preferred).toEqual(["a", "b", "c", "d"]);
  });
});

import { describe, expect, it } from "vitest";
import { dateOf, instantOf } from "../calendar/index.ts";
import { type PersonId, toId } from "../identity/index.ts";
import { isUrn, type IsoDate, type Urn } from "../school/index.ts";
import {
  blocks,
  type Conflict,
  type ConflictCommand,
  type ConflictCommandType,
  conflictCommands,
  type ConflictState,
  conflictTransitions,
  decideConflict,
  evolveConflict,
  findConflicts,
  interestKinds,
  keyOfGround,
  type PairingFacts,
  restsOn,
  withdrawTie,
} from "./index.ts";

const urn = (number: number): Urn => {
  if (!isUrn(number)) throw new Error("no URN");
  return number;
};
const person = (text: string): PersonId => toId<PersonId>(text);
const home = { urn: urn(100001), trust: "T1", governors: [person("g1"), person("g2")] };
const supported = { urn: urn(100002), trust: "T2", governors: [person("g3")] };
const plain: PairingFacts = {
  on: dateOf(2026, 3, 10),
  home,
  supported,
  pastEmployers: [],
  support: [],
  coordinatorSchools: [],
  declared: [],
};
const found = (part: Partial<PairingFacts>): unknown => findConflicts({ ...plain, ...part });

describe("conflicts of interest", () => {
  it("are none between two schools that have nothing to do with each other", () => {
    expect(found({})).toEqual([]);
    expect(
      found({ home: { ...home, trust: null }, supported: { ...supported, trust: null } }),
    ).toEqual([]);
  });

  it("are found in a shared trust, a shared governor and past employment", () => {
    expect(found({ supported: { ...supported, trust: "T1" } })).toEqual([
      { kind: "same-trust", trust: "T1" },
    ]);
    expect(found({ supported: { ...supported, governors: [person("g2"), person("g3")] } })).toEqual(
      [{ kind: "same-governors", governors: ["g2"] }],
    );
    expect(found({ pastEmployers: [home.urn, supported.urn] })).toEqual([
      { kind: "past-employment", school: supported.urn },
    ]);
    expect(found({ pastEmployers: [home.urn] })).toEqual([]);
  });

  it("are found in support the other way within two years, the day itself included, or now", () => {
    const back = { homeSchool: supported.urn, supportedSchool: home.urn };
    expect(found({ support: [{ ...back, endedOn: dateOf(2024, 3, 10) }] })).toEqual([
      { kind: "reciprocal-support", lastOn: "2024-03-10" },
    ]);
    expect(found({ support: [{ ...back, endedOn: dateOf(2024, 3, 9) }] })).toEqual([]);
    expect(
      found({
        support: [
          { ...back, endedOn: null },
          { ...back, endedOn: dateOf(2025, 1, 1) },
        ],
      }),
    ).toEqual([{ kind: "reciprocal-support", lastOn: "2026-03-10" }]);
    const same = { homeSchool: home.urn, supportedSchool: supported.urn, endedOn: null };
    expect(found({ support: [same] })).toEqual([]);
  });

  it("are found when a school is the coordinator's own, and when someone declares one", () => {
    expect(found({ coordinatorSchools: [supported.urn, urn(100009)] })).toEqual([
      { kind: "coordinators-own-school", school: supported.urn },
    ]);
    expect(found({ coordinatorSchools: [home.urn] })).toEqual([
      { kind: "coordinators-own-school", school: home.urn },
    ]);
    expect(found({ declared: ["Her sister teaches there", " "] })).toEqual([
      { kind: "declared", text: "Her sister teaches there" },
    ]);
  });
});

const at = instantOf(Date.UTC(2026, 2, 10));
const by = person("chair");
const decided = { reason: "Other team", conditions: "", by, at };
const fresh = { ground: { kind: "same-trust", trust: "T1" }, foundAt: at } as const;
const conflicts: { readonly [State in ConflictState]: Conflict } = {
  found: { state: "found", ...fresh },
  allowed: { state: "allowed", ...fresh, ...decided },
  upheld: { state: "upheld", ...fresh, ...decided },
};
const commands: { readonly [Type in ConflictCommandType]: ConflictCommand } = {
  allow: { type: "allow", ...decided },
  uphold: { type: "uphold", ...decided },
  revisit: { type: "revisit", at },
};
const states = Object.keys(conflicts).filter(
  (state): state is ConflictState => state in conflictTransitions,
);

describe("the key of a ground", () => {
  it("stays the same while dates and orders change, and is another for another ground", () => {
    const governors = (...names: readonly string[]) =>
      keyOfGround({ kind: "same-governors", governors: names.map(person) });
    expect(governors("g2", "g1")).toBe(governors("g1", "g2"));
    const lately = (lastOn: IsoDate) => keyOfGround({ kind: "reciprocal-support", lastOn });
    expect(lately(dateOf(2026, 1, 1))).toBe(lately(dateOf(2026, 2, 1)));
    const keys = [
      { kind: "same-trust", trust: "T1" },
      { kind: "same-trust", trust: "T2" },
      { kind: "past-employment", school: home.urn },
      { kind: "past-employment", school: supported.urn },
      { kind: "coordinators-own-school", school: home.urn },
      { kind: "coordinators-own-school", school: supported.urn },
      { kind: "declared", text: "Her sister teaches there" },
      { kind: "declared", text: "They share a house" },
    ] as const;
    expect(new Set(keys.map(keyOfGround)).size).toBe(keys.length);
  });
});

describe("the decision about a conflict", () => {
  for (const state of states) {
    for (const type of conflictCommands) {
      const listed = conflictTransitions[state][type];
      it(`${state} × ${type}: ${listed.join(" or ") || "refused"}`, () => {
        const decision = decideConflict(conflicts[state], commands[type], []);
        if (decision.ok)
          expect([evolveConflict(conflicts[state], decision.value).state]).toEqual(listed);
        else {
          expect(listed).toEqual([]);
          expect(decision.refusal).toEqual({
            kind: "wrong-state",
            machine: "conflict",
            state,
            command: type,
          });
        }
      });
    }
  }

  it("blocks until it is made, and after it unless the conflict is allowed", () => {
    expect(states.filter((state) => blocks({ state }))).toEqual(["found", "upheld"]);
  });

  it("has a reason and is not made by someone who is part of it", () => {
    const refusalOf = (command: ConflictCommand, interested: readonly PersonId[]): unknown => {
      const decision = decideConflict(conflicts.found, command, interested);
      return decision.ok ? "accepted" : decision.refusal;
    };
    expect(refusalOf({ ...commands.allow, type: "allow", ...decided, reason: " " }, [])).toEqual({
      kind: "words-needed",
      field: "reason",
    });
    expect(refusalOf(commands.allow, [by])).toEqual({ kind: "own-conflict", by });
  });

  it("is logged with who, when and why, and stands until it is revisited", () => {
    const { allowed } = conflicts;
    expect(evolveConflict(conflicts.found, { type: "allowed", ...decided })).toEqual(allowed);
    expect(evolveConflict(allowed, { type: "upheld", ...decided })).toBe(allowed);
    expect(evolveConflict(allowed, { type: "revisited", at })).toEqual(conflicts.found);
  });
});

describe("a declared tie", () => {
  const at = instantOf(0);
  const by = person("lena");

  it("is withdrawn once, with a reason", () => {
    const declared = { state: "declared" } as const;
    const withdrawn = { state: "withdrawn", reason: "A slip", by, at } as const;
    expect(withdrawTie(declared, { reason: " A slip ", by, at })).toEqual({
      ok: true,
      value: withdrawn,
    });
    expect(withdrawTie(declared, { reason: " ", by, at })).toMatchObject({
      refusal: { kind: "words-needed", field: "reason" },
    });
    expect(withdrawTie(withdrawn, { reason: "Again", by, at })).toMatchObject({
      refusal: { kind: "wrong-state", machine: "interest", state: "withdrawn" },
    });
  });

  it("is what a conflict rests on when the ground, the person and the words are its own", () => {
    const tie = { personId: by, kind: "other", words: "A cousin" } as const;
    const cousin = { kind: "declared", text: "A cousin" } as const;
    const grounds = [
      cousin,
      { kind: "declared", text: "A friend" },
      { kind: "same-governors", governors: [by, person("g1")] },
      { kind: "past-employment", school: urn(100002) },
      { kind: "reciprocal-support", lastOn: dateOf(2026, 1, 1) },
      { kind: "same-trust", trust: "T1" },
      { kind: "coordinators-own-school", school: urn(100002) },
    ] as const;
    const resting = (kind: (typeof interestKinds)[number]) =>
      grounds.flatMap((ground) => (restsOn(ground, by, { ...tie, kind }) ? [ground.kind] : []));
    expect(interestKinds.map(resting)).toEqual([
      ["past-employment"],
      ["same-governors"],
      ["reciprocal-support"],
      ["declared"],
    ]);
    expect(restsOn(cousin, person("max"), tie)).toBe(false);
    const employed = { ...tie, kind: "past-employment" } as const;
    expect(restsOn(grounds[3], person("max"), employed)).toBe(false);
    const governor = { ...tie, kind: "governor", personId: person("g1") } as const;
    expect(restsOn(grounds[2], by, governor)).toBe(true);
    expect(restsOn(grounds[2], by, { ...governor, personId: person("g9") })).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { at, commands, rounds, run, scope } from "./examples.ts";
import { decideRound, evolveRound, type Round, type RoundCommand } from "./index.ts";

const after = (round: Round, ...given: readonly RoundCommand[]): Round =>
  given.reduce((now, command) => {
    const decision = decideRound(now, command);
    if (!decision.ok) throw new Error(decision.refusal.kind);
    return evolveRound(now, decision.value);
  }, round);
const refusalOf = (round: Round, command: RoundCommand): unknown => {
  const decision = decideRound(round, command);
  return decision.ok ? "accepted" : decision.refusal;
};

describe("a round", () => {
  it("goes from its scope to offers by way of the zone panel", () => {
    expect(
      after(
        rounds.draft,
        commands["record-run"],
        commands.propose,
        commands.agree,
        commands.publish,
        commands.close,
      ),
    ).toEqual(rounds.closed);
  });

  it("keeps every run, through a change of scope and a repair as well", () => {
    const again = after(
      rounds.solved,
      commands["record-run"],
      commands.rescope,
      commands["record-run"],
    );
    expect(again.runs.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(again).toMatchObject({
      state: "solved",
      scope: { needs: ["need-2"] },
      proposedRun: null,
    });
    const repaired = after(rounds.published, commands["record-run"], commands["add-offers"]);
    expect(repaired).toEqual({
      ...rounds.published,
      runs: [run, { ...run, number: 2 }],
      offers: ["offer-1", "offer-2"],
    });
  });

  it("is agreed as the panel was shown it, and can be taken back until it is published", () => {
    const two = after(rounds.solved, commands["record-run"], { type: "propose", at, run: 2 });
    expect(refusalOf(two, commands.agree)).toEqual({ kind: "not-proposed", run: 1, proposed: 2 });
    expect(refusalOf(rounds.solved, { type: "propose", at, run: 2 })).toEqual({
      kind: "no-such-run",
      run: 2,
      runs: 1,
    });
    for (const round of [rounds.solved, rounds.agreed])
      expect(after(round, commands["ask-again"])).toEqual({ ...rounds.solved, proposedRun: null });
  });

  it("is not empty: it has needs, hashes, offers and a reason to ask again", () => {
    const empty = { ...scope, needs: [] };
    expect(refusalOf(rounds.draft, { type: "rescope", at, scope: empty })).toEqual({
      kind: "no-needs",
    });
    expect(refusalOf({ ...rounds.draft, scope: empty }, commands["record-run"])).toEqual({
      kind: "no-needs",
    });
    for (const field of ["problemHash", "planHash"] as const)
      expect(refusalOf(rounds.draft, { ...commands["record-run"], [field]: " " })).toEqual({
        kind: "words-needed",
        field,
      });
    expect(refusalOf(rounds.agreed, { type: "publish", at, offers: [] })).toEqual({
      kind: "no-offers",
    });
    expect(refusalOf(rounds.solved, { type: "ask-again", at, reason: "" })).toEqual({
      kind: "words-needed",
      field: "reason",
    });
  });

  it("ignores an event that does not fit its state", () => {
    const { closed } = rounds;
    for (const event of [
      { type: "rescoped", at, scope },
      { type: "run-recorded", at, run },
      { type: "asked-again", at, reason: "x" },
      { type: "agreed", at, run: 1 },
      { type: "offers-added", at, offers: [] },
    ] as const)
      expect(evolveRound(closed, event)).toBe(closed);
  });
});

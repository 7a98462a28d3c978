import { describe, expect, it } from "vitest";
import { defaultFitWeights } from "../partnership/index.ts";
import { answerBy, at, commands, pin, rounds, run, scope } from "./examples.ts";
import {
  decideRound,
  evolveRound,
  hasPanelAgreed,
  isForTerm,
  isPanelDay,
  panelDaysOf,
  planWantedBy,
  windowOf,
  type Round,
  type RoundAdjustment,
  type RoundCommand,
} from "./index.ts";
import { dateOf } from "../calendar/index.ts";
import { toId, type PersonId } from "../identity/index.ts";
import { toNeedId } from "../need/need-id.ts";
import type { IsoDate } from "../school/index.ts";

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
    const two = after(rounds.solved, commands["record-run"], {
      type: "propose",
      at,
      run: 2,
      answerBy,
    });
    expect(refusalOf(two, commands.agree)).toEqual({ kind: "not-proposed", run: 1, proposed: 2 });
    expect(refusalOf(rounds.solved, { ...commands.propose, run: 2 })).toEqual({
      kind: "no-such-run",
      run: 2,
      runs: 1,
    });
    const { answerBy: _, ...asked } = rounds.solved;
    for (const round of [rounds.solved, rounds.agreed])
      expect(after(round, commands["ask-again"])).toEqual({ ...asked, proposedRun: null });
    expect(after(two, { ...commands.propose, answerBy: dateOf(2026, 1, 28) })).toMatchObject({
      proposedRun: 1,
      answerBy: "2026-01-28",
    });
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
      { type: "dropped", at, reason: "x" },
      { type: "taken-up", at },
    ] as const)
      expect(evolveRound(closed, event)).toBe(closed);
  });

  it("is dropped with a reason, and taken up again with all that it had", () => {
    const decided = after(rounds.solved, { type: "adjust", at, change: pin });
    const dropped = after(decided, commands.drop);
    expect(dropped).toMatchObject({ state: "dropped", reason: "Begun by mistake", droppedAt: at });
    const { scope: had, choices, runs } = decided;
    expect(after(dropped, commands["take-up"])).toEqual({
      state: "draft",
      id: decided.id,
      scope: had,
      choices,
      runs,
    });
    expect(refusalOf(rounds.draft, { type: "drop", at, reason: " " })).toEqual({
      kind: "words-needed",
      field: "reason",
    });
    for (const event of [
      { type: "adjusted", at, change: pin },
      { type: "run-recorded", at, run },
    ] as const)
      expect(evolveRound(dropped, event)).toBe(dropped);
  });

  it("wants its plan by the day on which its term begins, and after it by the term's last day", () => {
    const term = { startsOn: dateOf(2026, 1, 5), endsOn: dateOf(2026, 3, 27) };
    const dates = { ...scope.term, halfOn: dateOf(2026, 2, 16), ...term };
    expect(planWantedBy(dates, dateOf(2025, 11, 20))).toBe(term.startsOn);
    expect(planWantedBy(dates, term.startsOn)).toBe(term.startsOn);
    expect(planWantedBy(dates, dateOf(2026, 1, 6))).toBe(term.endsOn);
  });

  it("gives its panel five working days, and no day that is past or after the plan is wanted", () => {
    const term = { startsOn: dateOf(2026, 1, 5), endsOn: dateOf(2026, 3, 27) };
    const dates = { ...scope.term, halfOn: dateOf(2026, 2, 16), ...term };
    const early = panelDaysOf(dates, dateOf(2025, 11, 20));
    expect(early).toEqual({ first: "2025-11-20", proposed: "2025-11-27", last: "2026-01-05" });
    expect(panelDaysOf(dates, dateOf(2025, 12, 31))).toMatchObject({ proposed: "2026-01-05" });
    expect(panelDaysOf(dates, dateOf(2026, 1, 14))).toMatchObject({ last: "2026-03-27" });
    // A term that is over sets no end; Easter counts for nothing.
    expect(panelDaysOf(dates, dateOf(2026, 4, 1))).toMatchObject({
      proposed: "2026-04-10",
      last: "2026-04-10",
    });
    const isOne = (day: IsoDate) => isPanelDay(early, day);
    expect([early.first, early.last].map(isOne)).toEqual([true, true]);
    expect([dateOf(2025, 11, 19), dateOf(2026, 1, 6)].map(isOne)).toEqual([false, false]);
  });
});

const adjust = (change: RoundAdjustment): RoundCommand => ({ type: "adjust", at, change });
const { need, leader, reason } = pin;
const other = toId<PersonId>("otto");
const forbid = { kind: "forbid", need, leader: other, reason } as const;

describe("what people decide before the engine does", () => {
  it("is one pin for a need, which another one replaces, and any number of forbids", () => {
    const changed = after(
      rounds.draft,
      adjust(pin),
      adjust({ ...pin, leader: other }),
      adjust(pin),
      adjust(forbid),
      adjust(forbid),
      adjust({ kind: "weigh", weights: { ...defaultFitWeights, level: 1 } }),
    );
    expect(changed.choices).toEqual({
      pins: [{ need, leader, reason }],
      forbids: [{ need, leader: other, reason }],
      weights: { ...defaultFitWeights, level: 1 },
    });
  });

  it("can be taken back, all of it", () => {
    const changed = after(
      rounds.solved,
      adjust(pin),
      adjust(forbid),
      adjust({ kind: "weigh", weights: defaultFitWeights }),
      adjust({ kind: "unpin", need }),
      adjust({ kind: "allow", need, leader: other }),
      adjust({ kind: "weigh", weights: null }),
    );
    expect(changed).toEqual(rounds.solved);
  });

  it("goes with its need when that is taken out of the round", () => {
    const changed = after(rounds.draft, adjust(pin), adjust(forbid), commands.rescope);
    expect(changed.choices).toMatchObject({ pins: [], forbids: [] });
  });

  it("is refused for a need of no round, without a reason, or against itself", () => {
    const elsewhere = toNeedId("need-9");
    const refused: readonly (readonly [Round, RoundAdjustment, string])[] = [
      [rounds.draft, { ...pin, need: elsewhere }, "not-in-round"],
      [rounds.draft, { ...forbid, need: elsewhere }, "not-in-round"],
      [rounds.draft, { ...pin, reason: " " }, "words-needed"],
      [rounds.draft, { kind: "unpin", need }, "not-in-round"],
      [rounds.draft, { kind: "allow", need, leader }, "not-in-round"],
      [after(rounds.draft, adjust(forbid)), { ...pin, leader: other }, "pinned-and-forbidden"],
      [after(rounds.draft, adjust(pin)), { ...forbid, leader }, "pinned-and-forbidden"],
      [
        rounds.draft,
        { kind: "weigh", weights: { ...defaultFitWeights, level: 0.5 } },
        "weights-wrong",
      ],
    ];
    for (const [round, change, kind] of refused)
      expect(refusalOf(round, adjust(change))).toMatchObject({ kind });
    expect(evolveRound(rounds.agreed, { type: "adjusted", at, change: pin })).toBe(rounds.agreed);
  });
});

describe("a panel", () => {
  it("agrees when each of its members has, and never without members", () => {
    expect(hasPanelAgreed([leader, other], [other, leader])).toBe(true);
    expect(hasPanelAgreed([leader, other], [leader])).toBe(false);
    expect(hasPanelAgreed([], [leader])).toBe(false);
  });
});

describe("the days of a need in a term", () => {
  const term = {
    academicYear: "2025-26",
    season: "spring",
    startsOn: dateOf(2026, 1, 5),
    halfOn: dateOf(2026, 2, 23),
    endsOn: dateOf(2026, 3, 27),
  } as const;
  const january = dateOf(2026, 1, 20);

  it("lie in the half that the dates leave", () => {
    const half = (earliest: typeof january, wantedBy: typeof january) =>
      windowOf({ earliest, wantedBy }, term);
    expect(half(january, dateOf(2026, 2, 22))).toBe("early");
    expect(half(january, dateOf(2026, 2, 23))).toBe("any");
    expect(half(dateOf(2026, 2, 22), dateOf(2026, 7, 1))).toBe("any");
    expect(half(dateOf(2026, 2, 23), dateOf(2026, 7, 1))).toBe("late");
  });

  it("are of that term when they may begin before its end", () => {
    const dates = { wantedBy: dateOf(2026, 7, 1) };
    expect(isForTerm({ ...dates, earliest: term.endsOn }, term)).toBe(true);
    expect(isForTerm({ ...dates, earliest: dateOf(2026, 3, 28) }, term)).toBe(false);
  });
});

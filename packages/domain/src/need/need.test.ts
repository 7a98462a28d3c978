import { describe, expect, it } from "vitest";
import { dateOf } from "../calendar/index.ts";
import { toDeploymentId } from "../deployment/deployment-id.ts";
import { toOfferId } from "../offer/offer-id.ts";
import {
  type Ask,
  completeAsk,
  decideNeed,
  type DraftAsk,
  evolveNeed,
  isUrgent,
  type Need,
  type NeedCommand,
  possibleOutcomes,
  toNeedId,
  triageDue,
} from "./index.ts";
import {
  ask,
  at,
  closed,
  commands,
  draft,
  id,
  needs,
  offer,
  offered,
  onHold,
  open,
  states,
  submitted,
} from "./examples.ts";

const refusalOf = (need: Need, command: NeedCommand): unknown => {
  const decision = decideNeed(need, command);
  return decision.ok ? decision.value : decision.refusal;
};

const after = (need: Need, ...given: readonly NeedCommand[]): Need =>
  given.reduce((now, command) => {
    const decision = decideNeed(now, command);
    if (!decision.ok) throw new Error(decision.refusal.kind);
    return evolveNeed(now, decision.value);
  }, need);

describe("an ask", () => {
  const without = (changes: Partial<Ask>): DraftAsk => ({ ...ask, ...changes });

  it("names every question that has no answer yet", () => {
    expect(completeAsk({ school: ask.school, why: "  ", focus: [] })).toEqual({
      ok: false,
      refusal: {
        kind: "ask-incomplete",
        missing: [
          "framework",
          "focus",
          "why",
          "wantedOutcome",
          "wantedBy",
          "primaryArea",
          "halfDays",
          "modes",
          "earliest",
          "fundingSource",
        ],
      },
    });
  });

  it("has up to three other areas, all different, whole half-days and dates in order", () => {
    const faults = [
      without({ otherAreas: ["a", "b", "c", "d"] }),
      without({ otherAreas: [ask.primaryArea] }),
      without({ halfDays: 1.5 }),
      without({ halfDays: 0 }),
      without({ wantedBy: dateOf(2026, 1, 18) }),
    ].map((given) => {
      const result = completeAsk(given);
      return result.ok ? "accepted" : result.refusal;
    });
    expect(faults).toEqual([
      { kind: "too-many-areas", given: 4, most: 3 },
      { kind: "area-repeated", area: ask.primaryArea },
      { kind: "not-half-days", given: 1.5 },
      { kind: "not-half-days", given: 0 },
      { kind: "wanted-before-start", earliest: "2026-01-19", wantedBy: "2026-01-18" },
    ]);
    expect(completeAsk(without({ otherAreas: ["a", "b", "c"] })).ok).toBe(true);
  });

  it("cannot be submitted or left incomplete once it is with the coordinator", () => {
    const emptied = { type: "revise", at, changes: { why: "" } } as const;
    const missing = { kind: "ask-incomplete", missing: ["why"] };
    expect(refusalOf(after(draft, emptied), { type: "submit", at })).toEqual(missing);
    expect(refusalOf(submitted, emptied)).toEqual(missing);
  });
});

describe("a need", () => {
  it("keeps what was asked from the draft to the agreement", () => {
    const agreed = after(
      draft,
      { type: "revise", at, changes: { halfDays: 6 } },
      { type: "submit", at },
      { type: "open", at, band: 3, reason: "Review" },
      { type: "band", at, band: 2, reason: "Results" },
      { type: "offer", at, offer },
      { type: "agree", at, deployment: toDeploymentId("deployment-1") },
    );
    expect(agreed).toEqual({
      state: "agreed",
      id,
      ask: { ...ask, halfDays: 6 },
      submittedAt: at,
      question: null,
      band: 2,
      bandReason: "Results",
      deployment: "deployment-1",
    });
  });

  it("goes back from on hold exactly to where it was", () => {
    for (const before of [submitted, open, offered]) {
      const held = after(before, ...commands.hold);
      expect(held).toMatchObject({ reason: "Inspection", until: "2026-02-01" });
      expect(after(held, { type: "resume", at })).toEqual(before);
    }
  });

  it("is open again without its offer when the offer is lost, and reopens with its band", () => {
    expect(after(offered, ...commands["lose-offer"])).toEqual(open);
    const closedNeed = after(offered, { type: "close", at, outcome: "unmet", note: "No supply" });
    expect(closedNeed).toMatchObject({ outcome: "unmet", note: "No supply", closedAt: at });
    expect(after(closedNeed, ...commands.reopen)).toEqual(open);
    expect(after(onHold(submitted), ...commands.close, ...commands.reopen)).toEqual(submitted);
  });

  it("has its question closed by the answer, and no answer without a question", () => {
    const answered = after(submitted, ...commands.answer);
    expect(answered).toMatchObject({ question: null });
    expect(refusalOf(answered, commands.answer[0] ?? { type: "submit", at })).toEqual({
      kind: "no-question-open",
    });
    expect(after(answered, ...commands.question)).toEqual(submitted);
  });

  it("loses only the offer that is out", () => {
    expect(refusalOf(offered, { type: "lose-offer", at, offer: toOfferId("offer-2") })).toEqual({
      kind: "another-offer",
      out: "offer-1",
      given: "offer-2",
    });
    expect(refusalOf(onHold(open), { type: "lose-offer", at, offer })).toMatchObject({ out: null });
  });

  it("comes back open from on hold when its offer was lost meanwhile", () => {
    const lost = after(onHold(offered), ...commands["lose-offer"]);
    expect(lost).toEqual(onHold(open));
    expect(after(lost, ...commands.resume)).toEqual(open);
  });

  it("is held only until a later day", () => {
    const hold = { type: "hold", at, reason: "Inspection", until: dateOf(2026, 1, 8) } as const;
    expect(refusalOf(open, hold)).toEqual({
      kind: "hold-not-ahead",
      until: "2026-01-08",
      today: "2026-01-08",
    });
    expect(decideNeed(open, { ...hold, until: dateOf(2026, 1, 9) }).ok).toBe(true);
  });

  it("needs words for a question, an answer, a band, a hold, an end and a reopening", () => {
    const blank: readonly (readonly [Need, NeedCommand, string])[] = [
      [open, { type: "question", at, text: " " }, "text"],
      [open, { type: "answer", at, text: "" }, "text"],
      [submitted, { type: "open", at, band: 1, reason: " " }, "reason"],
      [open, { type: "hold", at, reason: "", until: dateOf(2026, 2, 1) }, "reason"],
      [open, { type: "close", at, outcome: "withdrawn", note: "" }, "note"],
      [closed(open), { type: "reopen", at, reason: "" }, "reason"],
    ];
    for (const [need, command, field] of blank) {
      expect(refusalOf(need, command)).toEqual({ kind: "words-needed", field });
    }
  });

  it("closes only with an outcome that its state allows", () => {
    expect(refusalOf(open, { type: "close", at, outcome: "met", note: "n" })).toEqual({
      kind: "outcome-not-possible",
      outcome: "met",
      possible: ["unmet", "withdrawn", "duplicate", "escalated"],
    });
    for (const state of states) {
      for (const outcome of possibleOutcomes[state]) {
        const close = {
          type: "close",
          at,
          outcome,
          note: "n",
          duplicateOf: toNeedId("x"),
        } as const;
        for (const need of needs[state]) expect(decideNeed(need, close).ok).toBe(true);
      }
    }
  });

  it("is a duplicate of another need, never of none or of itself", () => {
    const close = { type: "close", at, outcome: "duplicate", note: "Same" } as const;
    const refusal = { kind: "duplicate-of-what", need: id };
    expect(refusalOf(open, close)).toEqual(refusal);
    expect(refusalOf(open, { ...close, duplicateOf: id })).toEqual(refusal);
    expect(refusalOf(open, { ...close, duplicateOf: toNeedId("need-2") })).toMatchObject({
      duplicateOf: "need-2",
    });
  });

  it("ignores an event that does not fit its state", () => {
    expect(
      evolveNeed(draft, { type: "closed", at, outcome: "met", note: "", duplicateOf: null }),
    ).toBe(draft);
    expect(evolveNeed(draft, { type: "banded", at, band: 1, reason: "" })).toBe(draft);
    expect(evolveNeed(closed(open), { type: "submitted", at, ask })).toEqual(closed(open));
  });
});

describe("the urgent lane", () => {
  const urgent = { ...submitted, ask: { ...ask, urgent: true } };

  it("is the head's word until triage and band 1 from then on, on hold and closed as well", () => {
    expect([draft, submitted, urgent, open, { ...open, band: 1 as const }].map(isUrgent)).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
    expect(isUrgent(onHold(open))).toBe(false);
    expect(
      isUrgent(evolveNeed(urgent, { type: "held", at, reason: "r", until: dateOf(2026, 2, 1) })),
    ).toBe(true);
    expect(isUrgent(closed(submitted))).toBe(false);
  });

  it("has one working day instead of five for the first answer", () => {
    expect(triageDue(submitted)).toBe("2026-01-15T23:59:59.999Z");
    expect(triageDue(urgent)).toBe("2026-01-09T23:59:59.999Z");
    expect(triageDue(open)).toBeNull();
  });
});

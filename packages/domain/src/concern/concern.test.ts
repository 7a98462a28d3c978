import { describe, expect, it } from "vitest";
import { dateOf } from "../calendar/index.ts";
import { at, commands, concerns, first, states } from "./examples.ts";
import {
  type Concern,
  type ConcernCommand,
  decideConcern,
  evolveConcern,
  isOpenConcern,
  isReplyLate,
  lettersOf,
  nextStageOf,
  type Stage,
} from "./index.ts";

const after = (concern: Concern, ...given: readonly ConcernCommand[]): Concern =>
  given.reduce((now, command) => {
    const decision = decideConcern(now, command);
    if (!decision.ok) throw new Error(decision.refusal.kind);
    return evolveConcern(now, decision.value);
  }, concern);
const refusalOf = (concern: Concern, command: ConcernCommand): unknown => {
  const decision = decideConcern(concern, command);
  return decision.ok ? "accepted" : decision.refusal;
};
const escalate = (stage: Stage): ConcernCommand => ({
  type: "escalate",
  at,
  stage,
  reason: first.reason,
  letter: first.letter,
  replyBy: first.replyBy,
});

describe("a concern", () => {
  it("is handled, escalated by letter and resolved, and keeps every letter", () => {
    const resolved = after(concerns.raised, ...commands.handle, escalate(1), ...commands.resolve);
    expect(resolved).toEqual(concerns.resolved);
    const four = after(concerns.handled, escalate(1), escalate(2), escalate(3), escalate(4));
    expect(four).toMatchObject({
      current: { stage: 4 },
      past: [{ stage: 1 }, { stage: 2 }, { stage: 3 }],
    });
    expect(refusalOf(four, escalate(4))).toEqual({ kind: "no-further-stage", given: 4 });
    expect(after(four, ...commands.resolve)).toMatchObject({
      escalations: [{ stage: 1 }, { stage: 2 }, { stage: 3 }, { stage: 4 }],
    });
    expect(after(concerns.handled, ...commands.resolve)).toMatchObject({ escalations: [] });
  });

  it("takes one stage after the other, each with its letter, reason and a day ahead", () => {
    expect(refusalOf(concerns.handled, escalate(2))).toEqual({
      kind: "stage-out-of-order",
      given: 2,
      next: 1,
    });
    expect(refusalOf(concerns.escalated, escalate(1))).toEqual({
      kind: "stage-out-of-order",
      given: 1,
      next: 2,
    });
    const [letter] = commands.escalate;
    if (!letter) throw new Error("no example");
    expect(refusalOf(concerns.handled, { ...letter, replyBy: dateOf(2026, 1, 14) })).toEqual({
      kind: "reply-by-not-ahead",
      replyBy: "2026-01-14",
      today: "2026-01-14",
    });
    for (const field of ["reason", "letter"] as const)
      expect(refusalOf(concerns.handled, { ...letter, [field]: " " })).toEqual({
        kind: "words-needed",
        field,
      });
  });

  it("has one reply to each letter, and says when it is late", () => {
    const replied = after(concerns.escalated, ...commands.reply);
    expect(replied).toMatchObject({ current: { reply: { text: "A plan is attached", at } } });
    expect(refusalOf(replied, { type: "reply", at, text: "Again" })).toEqual({
      kind: "already-replied",
      at,
    });
    const days = [28, 29].map((day) => dateOf(2026, 1, day));
    expect(days.map((day) => isReplyLate(concerns.escalated, day))).toEqual([false, true]);
    expect(days.map((day) => isReplyLate(replied, day))).toEqual([false, false]);
    expect(isReplyLate(concerns.handled, dateOf(2027, 1, 1))).toBe(false);
  });

  it("needs words for what was done, replied and resolved", () => {
    expect(refusalOf(concerns.raised, { type: "handle", at, handling: "" })).toMatchObject({
      field: "handling",
    });
    expect(refusalOf(concerns.escalated, { type: "reply", at, text: " " })).toMatchObject({
      field: "text",
    });
    expect(refusalOf(concerns.handled, { type: "resolve", at, resolution: "" })).toMatchObject({
      field: "resolution",
    });
  });

  it("has letters that are awaited, late, answered, or went unanswered", () => {
    const [before, after28] = [dateOf(2026, 1, 28), dateOf(2026, 1, 29)];
    const statesOf = (concern: Concern, day = before) =>
      lettersOf(concern, day).map(({ state }) => state);
    expect(statesOf(concerns.raised)).toEqual([]);
    expect(statesOf(concerns.escalated)).toEqual(["awaiting-reply"]);
    expect(statesOf(concerns.escalated, after28)).toEqual(["late"]);
    const replied = after(concerns.escalated, ...commands.reply);
    expect(statesOf(replied, after28)).toEqual(["answered"]);
    const second = after(concerns.escalated, escalate(2));
    expect(statesOf(second)).toEqual(["unanswered", "awaiting-reply"]);
    expect(statesOf(after(replied, escalate(2)), after28)).toEqual(["answered", "late"]);
    expect(statesOf(concerns.resolved, after28)).toEqual(["unanswered"]);
  });

  it("is escalated by one stage after the other, and after the fourth no more", () => {
    const four = after(concerns.handled, escalate(1), escalate(2), escalate(3), escalate(4));
    expect(states.map((state) => nextStageOf(concerns[state]))).toEqual([
      undefined,
      1,
      2,
      undefined,
    ]);
    expect(nextStageOf(four)).toBeUndefined();
  });

  it("is open until it is resolved", () => {
    expect(states.filter((state) => isOpenConcern({ state }))).toEqual([
      "raised",
      "handled",
      "escalated",
    ]);
  });

  it("ignores an event that does not fit its state", () => {
    const { resolved } = concerns;
    for (const event of [
      { type: "handled", at, handling: "x" },
      { type: "escalated", at, escalation: first },
      { type: "replied", at, text: "x" },
      { type: "resolved", at, resolution: "x" },
    ] as const)
      expect(evolveConcern(resolved, event)).toBe(resolved);
  });
});

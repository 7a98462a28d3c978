import { describe, expect, it } from "vitest";
import { instantOf } from "../calendar/index.ts";
import {
  accepted,
  at,
  commands,
  day,
  due,
  offers,
  proposed,
  released,
  sent,
  states,
} from "./examples.ts";
import {
  answerDue,
  answerers,
  awaitedOf,
  awaitsCoordinator,
  decideOffer,
  evolveOffer,
  holdsDays,
  type Offer,
  type OfferCommand,
} from "./index.ts";

const after = (offer: Offer, ...given: readonly OfferCommand[]): Offer =>
  given.reduce((now, command) => {
    const decision = decideOffer(now, command);
    if (!decision.ok) throw new Error(decision.refusal.kind);
    return evolveOffer(now, decision.value);
  }, offer);
const refusalOf = (offer: Offer, command: OfferCommand): unknown => {
  const decision = decideOffer(offer, command);
  return decision.ok ? "accepted" : decision.refusal;
};

describe("an offer", () => {
  it("is accepted, released and confirmed in turn, and each yes starts the next clock", () => {
    const confirmed = after(
      proposed,
      { type: "send", at },
      { type: "accept", at: day(6) },
      { type: "release", at: day(12) },
      { type: "confirm", at: day(19) },
    );
    expect(confirmed).toEqual({
      ...proposed,
      state: "confirmed",
      sentAt: at,
      acceptedAt: day(6),
      releasedAt: day(12),
      confirmedAt: day(19),
    });
    expect(after(proposed, { type: "send", at })).toEqual({
      ...sent,
      question: null,
      otherDays: null,
    });
    expect(after(sent, { type: "accept", at: day(6) })).toMatchObject({
      due: answerDue(day(6), false),
    });
    expect(after(accepted, { type: "release", at: day(7) })).toMatchObject({
      due: answerDue(day(7), false),
    });
  });

  it("is due by the end of the seventh day, or of the second when urgent, in London", () => {
    expect(answerDue(at, false)).toBe("2026-01-12T23:59:59.999Z");
    expect(answerDue(at, true)).toBe("2026-01-07T23:59:59.999Z");
    const lateInJune = instantOf(Date.UTC(2026, 5, 1, 23, 30));
    expect(answerDue(lateInJune, true)).toBe("2026-06-04T22:59:59.999Z");
    expect(after({ ...proposed, urgent: true }, { type: "send", at })).toMatchObject({
      due: "2026-01-07T23:59:59.999Z",
    });
  });

  it("counts an answer up to the last instant and expires only after it", () => {
    const justAfter = instantOf(Date.parse(due) + 1);
    const answers: readonly (readonly [Offer, OfferCommand["type"]])[] = [
      [sent, "accept"],
      [accepted, "release"],
      [released, "confirm"],
      [sent, "ask"],
      [sent, "take-days"],
    ];
    for (const [offer, type] of answers) {
      for (const command of commands[type]) {
        expect(refusalOf(offer, { ...command, at: due })).toBe("accepted");
        expect(refusalOf(offer, { ...command, at: justAfter })).toEqual({
          kind: "too-late",
          due,
          at: justAfter,
        });
      }
      expect(refusalOf(offer, { type: "expire", at: due })).toEqual({
        kind: "not-yet-due",
        due,
        at: due,
      });
      expect(after(offer, { type: "expire", at: justAfter })).toMatchObject({
        state: "expired",
        awaited: awaitedOf(offer),
      });
    }
  });

  it("is declined only by the one whose answer is awaited, with a code and in words", () => {
    const awaited = [sent, accepted, released].map((offer) =>
      answerers.map((by) =>
        refusalOf(offer, { type: "decline", at, by, reason: "timing", text: "x" }),
      ),
    );
    expect(awaited.map((row) => row.indexOf("accepted"))).toEqual([0, 1, 2]);
    expect(awaited[0]?.[1]).toEqual({
      kind: "not-your-answer",
      awaited: "leader",
      by: "home-school",
    });
    const decline = {
      type: "decline",
      at,
      by: "leader",
      reason: "timing",
      text: "Not now",
    } as const;
    expect(after(sent, decline)).toEqual(offers.declined);
    expect(refusalOf(sent, { ...decline, reason: "" })).toEqual({
      kind: "words-needed",
      field: "reason",
    });
    expect(refusalOf(sent, { ...decline, text: " " })).toEqual({
      kind: "words-needed",
      field: "text",
    });
  });

  it("lets a leader ask, and propose other days that the coordinator may take", () => {
    const { otherDays } = sent;
    const plain = { ...sent, question: null, otherDays: null };
    expect(after(plain, ...commands.ask)).toMatchObject({ question: "Which room?" });
    expect(after(sent, ...commands.answer)).toMatchObject({ question: null });
    expect(
      after(plain, { ...otherDays, type: "propose-days", at }, { type: "take-days", at }),
    ).toEqual({ ...plain, ...otherDays });
    expect(after(sent, ...commands["keep-days"])).toEqual({ ...sent, otherDays: null });
    expect(refusalOf(sent, { type: "keep-days", at, text: "" })).toEqual({
      kind: "words-needed",
      field: "text",
    });
    expect(refusalOf(plain, { type: "answer", at, text: "The hall" })).toEqual({
      kind: "no-question-open",
    });
    for (const type of ["take-days", "keep-days"] as const)
      expect(refusalOf(plain, { type, at, text: "No" })).toEqual({ kind: "no-other-days" });
    expect(refusalOf(plain, { type: "ask", at, text: " " })).toEqual({
      kind: "words-needed",
      field: "text",
    });
    expect(refusalOf(plain, { ...otherDays, type: "propose-days", at, halfDays: 0.5 })).toEqual({
      kind: "not-half-days",
      given: 0.5,
    });
  });

  it("waits for the coordinator while a question or other days are open", () => {
    const plain = { ...sent, question: null, otherDays: null };
    expect(awaitsCoordinator(plain)).toBe(false);
    expect(awaitsCoordinator({ ...plain, question: "Which room?" })).toBe(true);
    expect(awaitsCoordinator({ ...sent, question: null })).toBe(true);
    expect(awaitsCoordinator(accepted)).toBe(false);
  });

  it("is for whole half-days", () => {
    expect(refusalOf({ ...proposed, halfDays: 0 }, { type: "send", at })).toMatchObject({
      given: 0,
    });
    expect(refusalOf(proposed, { type: "revise", at, halfDays: -2, window: "any" })).toMatchObject({
      given: -2,
    });
    expect(after(proposed, ...commands.revise)).toEqual({
      ...proposed,
      halfDays: 8,
      window: "late",
    });
  });

  it("is withdrawn with a reason", () => {
    expect(refusalOf(sent, { type: "withdraw", at, reason: "" })).toEqual({
      kind: "words-needed",
      field: "reason",
    });
    for (const offer of [released, offers.confirmed])
      expect(after(offer, ...commands.withdraw)).toEqual(offers.withdrawn);
  });

  it("holds days from sending until it ends, and through its agreement", () => {
    expect(states.filter((state) => holdsDays(offers[state]))).toEqual([
      "sent",
      "accepted",
      "released",
      "confirmed",
    ]);
  });

  it("ignores an event that does not fit its state", () => {
    const { confirmed } = offers;
    for (const event of [
      { type: "sent", at, due },
      { type: "asked", at, text: "x" },
      { type: "declined", at, by: "leader", reason: "timing", text: "x" },
      { type: "accepted", at, due },
      { type: "released", at, due },
      { type: "confirmed", at },
      { type: "withdrawn", at, reason: "x" },
      { type: "expired", at, awaited: "leader" },
    ] as const)
      for (const offer of [
        event.type === "withdrawn" ? offers.declined : confirmed,
        offers.expired,
      ])
        expect(evolveOffer(offer, event)).toBe(offer);
  });
});

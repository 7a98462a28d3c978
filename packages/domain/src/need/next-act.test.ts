import { describe, expect, it } from "vitest";
import { dateOf, instantOf } from "../calendar/index.ts";
import { toDeploymentId } from "../deployment/deployment-id.ts";
import { closed, draft, offered, onHold, open, submitted } from "./examples.ts";
import { nextActOf, toReference } from "./index.ts";

const unquestioned = { ...submitted, question: null };

describe("who acts next on a need", () => {
  it("is the school while it is a draft", () => {
    expect(nextActOf(draft)).toEqual({ who: "school", what: "submit", by: null });
  });

  it("is the coordinator once it is sent, within 5 working days", () => {
    expect(nextActOf(unquestioned)).toEqual({
      who: "coordinator",
      what: "triage",
      by: "2026-01-15T23:59:59.999Z",
    });
  });

  it("is the coordinator by the next working day when it is urgent", () => {
    const urgent = { ...unquestioned, ask: { ...unquestioned.ask, urgent: true } };
    expect(nextActOf(urgent).by).toBe("2026-01-09T23:59:59.999Z");
  });

  it("is the school while a question is open, before and after triage", () => {
    const askedAt = instantOf(Date.UTC(2026, 0, 12, 9));
    for (const need of [submitted, { ...open, question: { text: "Which?", askedAt } }]) {
      expect(nextActOf(need)).toMatchObject({ who: "school", what: "answer" });
    }
    expect(nextActOf({ ...open, question: { text: "Which?", askedAt } }).by).toBe(
      "2026-01-19T23:59:59.999Z",
    );
  });

  it("is the coordinator again once it is open, and the leader once an offer is out", () => {
    expect(nextActOf({ ...open, question: null })).toMatchObject({ what: "find-leader" });
    expect(nextActOf(offered)).toMatchObject({ who: "leader", what: "answer-offer" });
  });

  it("is all three sides once it is agreed", () => {
    const agreed = { ...open, state: "agreed", deployment: toDeploymentId("d") } as const;
    expect(nextActOf(agreed)).toMatchObject({ who: "three-sides", what: "carry-out" });
  });

  it("is the coordinator on the day on which a hold ends, whatever was asked before", () => {
    expect(nextActOf({ ...onHold(open), until: dateOf(2026, 7, 1) })).toEqual({
      who: "coordinator",
      what: "resume",
      by: "2026-06-30T23:00:00.000Z",
    });
  });

  it("is nobody once it is closed", () => {
    expect(nextActOf(closed(open)).who).toBe("nobody");
  });
});

describe("a reference", () => {
  it("has four digits, and more when they are needed", () => {
    expect([toReference(7), toReference(12345)]).toEqual(["N-0007", "N-12345"]);
  });
});

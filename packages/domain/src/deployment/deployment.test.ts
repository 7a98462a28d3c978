import { describe, expect, it } from "vitest";
import { dateOf } from "../calendar/index.ts";
import {
  active,
  amendment,
  at,
  awaiting,
  commands,
  completing,
  deployments,
  drafting,
  evaluationBy,
  moreTerms,
  paused,
  signature,
  signed,
  terms,
  version,
} from "./examples.ts";
import {
  canonicalTerms,
  decideDeployment,
  type Deployment,
  type DeploymentCommand,
  evaluationsSeenBy,
  evolveDeployment,
  faultOfTerms,
  isOwnName,
  missingSignatories,
  signatories,
} from "./index.ts";

const after = (deployment: Deployment, ...given: readonly DeploymentCommand[]): Deployment =>
  given.reduce((now, command) => {
    const decision = decideDeployment(now, command);
    if (!decision.ok) throw new Error(decision.refusal.kind);
    return evolveDeployment(now, decision.value);
  }, deployment);
const decided = (deployment: Deployment, command: DeploymentCommand): unknown => {
  const decision = decideDeployment(deployment, command);
  return decision.ok ? decision.value : decision.refusal;
};
const signs = signatories.map((signatory) => ({ ...commands.sign, signatory }));

describe("the terms of an agreement", () => {
  it("name everything that is missing", () => {
    const empty = {
      ...terms,
      objectives: [],
      halfDays: 0,
      pattern: " ",
      exitStrategy: "",
      funding: [],
    };
    expect(faultOfTerms(empty)).toEqual({
      kind: "terms-incomplete",
      missing: ["objectives", "halfDays", "pattern", "funding", "exitStrategy"],
    });
    expect(faultOfTerms(terms)).toBeUndefined();
  });

  it("have dates in order, whole half-days that are funded in full, and targets that are no worse", () => {
    expect(faultOfTerms({ ...terms, to: dateOf(2026, 1, 18) })).toEqual({
      kind: "dates-out-of-order",
      from: "2026-01-19",
      to: "2026-01-18",
    });
    expect(faultOfTerms({ ...terms, halfDays: 5.5 })).toEqual({
      kind: "not-half-days",
      given: 5.5,
    });
    expect(faultOfTerms({ ...terms, halfDays: -2 })).toEqual({ kind: "not-half-days", given: -2 });
    expect(faultOfTerms({ ...terms, halfDays: 7 })).toEqual({
      kind: "funding-does-not-add-up",
      funded: 6,
      agreed: 7,
    });
    const [objective] = terms.objectives;
    if (!objective) throw new Error("no objective");
    const worse = { ...objective, target: { ...objective.target, value: 61 } };
    expect(faultOfTerms({ ...terms, objectives: [objective, worse] })).toEqual({
      kind: "target-not-better",
      objective: 1,
    });
    const fewer = { ...worse, measure: { ...worse.measure, direction: "down" as const } };
    expect(faultOfTerms({ ...terms, objectives: [fewer] })).toBeUndefined();
  });
});

describe("signing", () => {
  it("takes three, each once, and the third puts the version in force with its days", () => {
    expect(missingSignatories(version)).toEqual(signatories);
    expect(after(awaiting, ...signs)).toEqual(active);
    const two = after(awaiting, ...signs.slice(0, 2));
    expect(decided(two, { ...commands.sign, signatory: "home-school-head" })).toEqual({
      type: "in-force",
      at,
      signature: signature("home-school-head"),
      number: 1,
      change: 6,
    });
    expect(decided(two, commands.sign)).toEqual({
      kind: "already-signed",
      signatory: "supported-head",
      at,
    });
  });

  it("is of the version that was read, with a typed name", () => {
    expect(decided(awaiting, { ...commands.sign, hash: "hash-0" })).toEqual({
      kind: "another-version",
      number: 1,
      hash: "hash-1",
    });
    expect(decided(awaiting, { ...commands.sign, typedName: " " })).toEqual({
      kind: "words-needed",
      field: "typedName",
    });
    expect(decided(awaiting, { ...commands.sign, onBehalf: " " })).toEqual({
      kind: "words-needed",
      field: "onBehalf",
    });
  });

  it("is the signer's own name, whatever the keyboard makes of it", () => {
    expect(isOwnName("zoe o'brien-smith ", "Zoë O’Brien Smith")).toBe(true);
    expect(isOwnName("ŁUKASZ DE SOUZA", "Łukasz de Souza")).toBe(true);
    expect(isOwnName("Zoë Smith", "Zoë O’Brien Smith")).toBe(false);
    expect(isOwnName(" ’ ", "’")).toBe(false);
  });

  it("is fixed by one text, in whichever order the terms were put together", () => {
    const turned = Object.fromEntries(Object.entries(terms).toReversed());
    expect(canonicalTerms({ ...terms, ...turned })).toBe(canonicalTerms(terms));
    expect(canonicalTerms(Object.assign(turned, terms))).toBe(canonicalTerms(terms));
    expect(canonicalTerms(moreTerms)).not.toBe(canonicalTerms(terms));
  });

  it("is asked for again with the reason, and a change is dropped with one", () => {
    const reason = { kind: "words-needed", field: "reason" };
    expect(decided(awaiting, { ...commands.redraft, reason: " " })).toEqual(reason);
    const open = { ...active, amendment, lastNumber: 2 };
    expect(decided(open, { ...commands["drop-amendment"], reason: "" })).toEqual(reason);
  });

  it("starts again when the draft is taken back, under a new number", () => {
    const redrafted = after(awaiting, ...signs.slice(0, 2), commands.redraft);
    expect(redrafted).toEqual({ ...drafting, issued: 1 });
    expect(after(redrafted, { type: "issue", at, hash: "hash-2" })).toMatchObject({
      version: { number: 2, hash: "hash-2", signatures: [] },
    });
  });

  it("is not asked for before the terms are whole and hashed", () => {
    expect(decided({ ...drafting, terms: { ...terms, roles: "" } }, commands.issue)).toEqual({
      kind: "terms-incomplete",
      missing: ["roles"],
    });
    expect(decided(drafting, { ...commands.issue, hash: "" })).toEqual({
      kind: "words-needed",
      field: "hash",
    });
  });
});

describe("an amendment", () => {
  it("is a new version, signed again by three, that keeps the old one and moves the ledger by the difference", () => {
    for (const running of [active, paused]) {
      const signing = after(running, commands.amend, ...signs.slice(0, 2));
      expect(signing).toMatchObject({ state: running.state, agreement: signed, past: [] });
      expect(decided(signing, { ...commands.sign, signatory: "home-school-head" })).toMatchObject({
        type: "in-force",
        number: 2,
        change: 2,
      });
      expect(after(running, commands.amend, ...signs)).toEqual({
        ...running,
        agreement: { ...amendment, signatures: signed.signatures },
        past: [signed],
        lastNumber: 2,
      });
    }
  });

  it("counts versions on from the last", () => {
    const twice = after(active, commands.amend, ...signs, commands.amend);
    expect(twice).toMatchObject({ amendment: { number: 3 } });
  });

  it("is one at a time, may be dropped, and is settled before the work is completed", () => {
    const open = { ...active, amendment, lastNumber: 2 };
    expect(decided(open, commands.amend)).toEqual({ kind: "amendment-open", number: 2 });
    expect(decided(open, commands.complete)).toEqual({ kind: "amendment-open", number: 2 });
    const dropped = after(open, commands["drop-amendment"]);
    expect(dropped).toEqual({ ...active, lastNumber: 2 });
    expect(after(dropped, commands.amend)).toMatchObject({ amendment: { number: 3 } });
    expect(decided(active, commands["drop-amendment"])).toEqual({ kind: "no-amendment" });
    expect(decided(active, commands.sign)).toEqual({ kind: "nothing-to-sign", number: 1 });
  });

  it("has terms as whole as the first version's, and a hash", () => {
    expect(
      decided(active, { ...commands.amend, terms: { ...moreTerms, halfDays: 9 } }),
    ).toMatchObject({
      kind: "funding-does-not-add-up",
    });
    expect(decided(active, { ...commands.amend, hash: " " })).toEqual({
      kind: "words-needed",
      field: "hash",
    });
  });
});

describe("a deployment", () => {
  it("pauses and goes on as it was, and ends early with the version that was in force", () => {
    expect(after(active, commands.pause)).toEqual(paused);
    expect(after(paused, commands.resume)).toEqual(active);
    expect(after(paused, commands["end-early"])).toEqual(deployments["ended-early"][0]);
    expect(after(awaiting, commands["end-early"])).toMatchObject({
      agreement: null,
      reason: "Left",
    });
    expect(decided(active, { ...commands.pause, reason: "" })).toEqual({
      kind: "words-needed",
      field: "reason",
    });
    expect(decided(active, { ...commands["end-early"], reason: "" })).toEqual({
      kind: "words-needed",
      field: "reason",
    });
  });

  it("is evaluated by both sides, neither seeing the other's answer first", () => {
    const one = after(active, commands.complete, { ...commands.evaluate, side: "leader" });
    expect(one).toEqual({ ...completing, evaluations: [evaluationBy("leader")] });
    expect(evaluationsSeenBy(one, "supported-school")).toEqual([]);
    expect(evaluationsSeenBy(one, "leader")).toEqual([evaluationBy("leader")]);
    const both = after(one, commands.evaluate);
    expect(both).toEqual(deployments.evaluated[0]);
    expect(evaluationsSeenBy(both, "supported-school")).toHaveLength(2);
    expect(after(both, commands.close)).toEqual(deployments.closed[0]);
    expect(evaluationsSeenBy(active, "leader")).toEqual([]);
  });

  it("takes one evaluation from each side, and not an empty one", () => {
    const one = { ...completing, evaluations: [evaluationBy("leader")] };
    expect(decided(one, { ...commands.evaluate, side: "leader" })).toEqual({
      kind: "already-evaluated",
      side: "leader",
      at,
    });
    expect(decided(one, { ...commands.evaluate, answers: {} })).toEqual({
      kind: "words-needed",
      field: "answers",
    });
  });

  it("ignores an event that does not fit its state", () => {
    const [closed] = deployments.closed;
    if (!closed) throw new Error("no example");
    for (const event of [
      { type: "revised", at, terms },
      { type: "redrafted", at, number: 1, reason: "Two days more" },
      { type: "signed", at, signature: signature("leader"), number: 1 },
      { type: "amendment-dropped", at, number: 2, reason: "Not needed" },
      { type: "paused", at, reason: "x" },
      { type: "evaluated", at, evaluation: evaluationBy("leader") },
      { type: "ended-early", at, reason: "x" },
    ] as const)
      expect(evolveDeployment(closed, event)).toBe(closed);
  });
});

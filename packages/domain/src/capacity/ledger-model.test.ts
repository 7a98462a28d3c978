import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Instant, instantOf, windows } from "../calendar/index.ts";
import { toDeploymentId } from "../deployment/deployment-id.ts";
import { toOfferId } from "../offer/offer-id.ts";
import { toVisitId } from "../visit/visit-id.ts";
import {
  balancesOf,
  breachesOf,
  emptyBalances,
  freeHalfDays,
  type LedgerEntry,
  type Movement,
  post,
} from "./index.ts";
import { count, emptyModel, expire, imagine } from "./ledger-model.ts";

const instants = fc.integer({ min: 1, max: 80 }).map((hours) => hours * 3_600_000);
const amount = fc.integer({ min: 1, max: 4 });
const offer = fc.integer({ min: 1, max: 4 }).map((number) => toOfferId(`offer-${number}`));
const deployment = fc
  .integer({ min: 1, max: 4 })
  .map((number) => toDeploymentId(`deployment-${number}`));
const visit = fc.integer({ min: 1, max: 6 }).map((number) => toVisitId(`visit-${number}`));

type Draft = (at: Instant, later: (milliseconds: number) => Instant) => Movement;

const supply = fc.record({
  halfDays: fc.integer({ min: 6, max: 12 }),
  early: fc.integer({ min: 0, max: 6 }),
  late: fc.integer({ min: 0, max: 6 }),
});

const draft: fc.Arbitrary<Draft> = fc.oneof(
  supply.map((content): Draft => (at) => ({ type: "publish", at, ...content })),
  fc
    .record({ halfDays: amount, early: fc.constantFrom(0, 1), late: fc.constantFrom(0, 1) })
    .map((content): Draft => (at) => ({ type: "withdraw", at, ...content })),
  ...[1, 2, 3].map(() =>
    fc
      .record({ offer, halfDays: amount, window: fc.constantFrom(...windows), lasts: instants })
      .map(({ lasts, ...content }): Draft => (at, later) => ({
        type: "hold",
        at,
        ...content,
        until: later(lasts),
      })),
  ),
  fc.record({ offer, lasts: instants }).map(({ offer: one, lasts }): Draft => (at, later) => ({
    type: "renew-hold",
    at,
    offer: one,
    until: later(lasts),
  })),
  offer.map((one): Draft => (at) => ({ type: "release-hold", at, offer: one })),
  ...[1, 2, 3].map(() =>
    fc.record({ offer, deployment, halfDays: amount }).map((content): Draft => (at) => ({
      type: "commit",
      at,
      ...content,
    })),
  ),
  ...[1, 2, 3, 4].map(() =>
    fc
      .record({ deployment, visit, halfDays: fc.constantFrom(1, 2) })
      .map((content): Draft => (at) => ({
        type: "book",
        at,
        ...content,
      })),
  ),
  visit.map((one): Draft => (at) => ({ type: "unbook", at, visit: one })),
  ...[1, 2, 3].map(() =>
    fc.record({ visit, halfDays: fc.constantFrom(1, 2) }).map((content): Draft => (at) => ({
      type: "deliver",
      at,
      ...content,
    })),
  ),
  fc
    .record({ deployment, change: fc.integer({ min: -3, max: 3 }) })
    .map((content): Draft => (at) => ({ type: "amend", at, ...content })),
  fc.record({ deployment, halfDays: amount }).map((content): Draft => (at) => ({
    type: "release",
    at,
    ...content,
  })),
);

const places = ["published", "held", "committed", "booked", "delivered", "released"] as const;

describe("the day ledger against a model of single half-days", () => {
  it("accepts and refuses the same movements and counts the same days, over random histories", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(draft, fc.integer({ min: 0, max: 4 })), {
          minLength: 60,
          maxLength: 160,
        }),
        (history) => {
          let model = emptyModel;
          let balances = emptyBalances;
          let entries: readonly LedgerEntry[] = [];
          let now = Date.UTC(2026, 0, 5);
          for (const [make, hours] of history) {
            now += hours * 3_600_000;
            const movement = make(instantOf(now), (milliseconds) => instantOf(now + milliseconds));
            const imagined = imagine(model, movement);
            const posting = post(balances, movement);
            const outcome = `${movement.type} ${posting.ok ? "posted" : posting.refusal.kind}`;
            seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
            expect(posting.ok).toBe(imagined !== undefined);
            if (posting.ok && imagined !== undefined) {
              balances = posting.value.balances;
              entries = [...entries, ...posting.value.entries];
              model = imagined;
            }
            expect(breachesOf(balances)).toEqual([]);
            expect(freeHalfDays(balances, movement.at, "any")).toBe(
              count(expire(model, movement.at), ({ place }) => place === "published"),
            );
          }
          for (const place of places)
            expect(balances.accounts[place]).toBe(count(model, (token) => token.place === place));
          expect(balances.accounts.leader).toBe(0 - model.tokens.length);
          expect(balancesOf(entries)).toEqual(balances);
        },
      ),
      { numRuns: 200, seed: 20_260_105 },
    );
    const total = [...seen.values()].reduce((sum, number) => sum + number, 0);
    expect(total).toBeGreaterThan(10_000);
    for (const type of [
      "publish",
      "withdraw",
      "hold",
      "renew-hold",
      "release-hold",
      "commit",
      "book",
      "unbook",
      "deliver",
      "amend",
      "release",
    ])
      expect([type, seen.get(`${type} posted`) ?? 0]).toSatisfy(
        ([, times]: [string, number]) => times > 20,
      );
    for (const refusal of [
      "not-enough-days",
      "window-full",
      "already-held",
      "not-held",
      "already-committed",
      "not-booked",
    ])
      expect([...seen.keys()].some((outcome) => outcome.endsWith(refusal))).toBe(true);
  });
});

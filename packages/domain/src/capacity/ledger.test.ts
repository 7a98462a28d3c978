import { describe, expect, it } from "vitest";
import { type Instant, instantOf } from "../calendar/index.ts";
import { toDeploymentId } from "../deployment/deployment-id.ts";
import { toOfferId } from "../offer/offer-id.ts";
import { toVisitId } from "../visit/visit-id.ts";
import {
  type Balances,
  balancesOf,
  breachesOf,
  emptyBalances,
  freeHalfDays,
  type LedgerEntry,
  type Movement,
  post,
  tiedHalfDays,
} from "./index.ts";

const day = (number: number): Instant => instantOf(Date.UTC(2026, 0, number, 9));
const at = day(5);
const offer = toOfferId("offer-1");
const other = toOfferId("offer-2");
const deployment = toDeploymentId("deployment-1");
const visit = toVisitId("visit-1");

const publish = { type: "publish", at, halfDays: 10, early: 6, late: 6 } as const;
const hold = { type: "hold", at, offer, halfDays: 4, window: "any", until: day(12) } as const;
const commit = { type: "commit", at, offer, deployment, halfDays: 4 } as const;
const book = { type: "book", at, deployment, visit, halfDays: 2 } as const;

const postAll = (movements: readonly Movement[]): readonly LedgerEntry[] =>
  movements.reduce<readonly LedgerEntry[]>((entries, movement) => {
    const posting = post(balancesOf(entries), movement);
    if (!posting.ok) throw new Error(posting.refusal.kind);
    return [...entries, ...posting.value.entries];
  }, []);

const after = (...movements: readonly Movement[]): Balances => balancesOf(postAll(movements));

const refusalOf = (balances: Balances, movement: Movement): unknown => {
  const posting = post(balances, movement);
  return posting.ok ? "posted" : posting.refusal;
};

describe("the day ledger", () => {
  it("carries a day from published to delivered, and the sum of all accounts stays nought", () => {
    const balances = after(publish, hold, commit, book, {
      type: "deliver",
      at,
      visit,
      halfDays: 2,
    });
    expect(balances.accounts).toEqual({
      leader: -10,
      published: 6,
      held: 0,
      committed: 2,
      booked: 0,
      delivered: 2,
      released: 0,
    });
    expect(breachesOf(balances)).toEqual([]);
    expect(tiedHalfDays(balances, at)).toBe(4);
  });

  it("never sells a half-day twice: the second offer is told how many are left", () => {
    const balances = after(publish, { ...hold, halfDays: 7 });
    expect(refusalOf(balances, { ...hold, offer: other })).toEqual({
      kind: "not-enough-days",
      account: "published",
      wanted: 4,
      left: 3,
    });
    expect(refusalOf(balances, { ...hold, offer: other, halfDays: 3 })).toBe("posted");
  });

  it("takes no more before half-term than the leader said, though the term has days", () => {
    const balances = after(publish, { ...hold, window: "early" });
    expect(refusalOf(balances, { ...hold, offer: other, window: "early", halfDays: 3 })).toEqual({
      kind: "window-full",
      window: "early",
      wanted: 3,
      left: 2,
    });
    expect(freeHalfDays(balances, at, "early")).toBe(2);
    expect(freeHalfDays(balances, at, "late")).toBe(6);
    expect(freeHalfDays(balances, at, "any")).toBe(6);
  });

  it("frees a hold when its offer's time is up, even if nobody comes to release it", () => {
    const balances = after(publish, { ...hold, halfDays: 10 });
    expect(
      refusalOf(balances, { ...hold, offer: other, at: day(12), until: day(20) }),
    ).toMatchObject({
      left: 0,
    });
    expect(freeHalfDays(balances, day(13), "any")).toBe(10);
    expect(tiedHalfDays(balances, day(13))).toBe(0);
    const posting = post(balances, { ...hold, offer: other, at: day(13), until: day(20) });
    expect(posting.ok && posting.value.entries.map(({ movement }) => movement)).toEqual([
      "release-hold",
      "hold",
    ]);
    expect(refusalOf(balances, { ...commit, at: day(13) })).toEqual({ kind: "not-held", offer });
  });

  it("keeps a hold longer when its offer gets a new deadline", () => {
    const renewed = after(publish, hold, { type: "renew-hold", at, offer, until: day(19) });
    expect(renewed.accounts.held).toBe(4);
    expect(refusalOf(renewed, { ...commit, at: day(15) })).toBe("posted");
  });

  it("commits what was agreed and frees the rest of the hold", () => {
    const balances = after(publish, hold, { ...commit, halfDays: 3 });
    expect(balances.accounts).toMatchObject({ published: 7, held: 0, committed: 3 });
    expect(balances.holds.size).toBe(0);
  });

  it("gives back what a visit did not take, and all of it when the visit is unbooked", () => {
    const booked = [publish, hold, commit, book] as const;
    expect(after(...booked, { type: "deliver", at, visit, halfDays: 1 }).accounts).toMatchObject({
      committed: 3,
      booked: 0,
      delivered: 1,
    });
    expect(after(...booked, { type: "unbook", at, visit }).accounts).toMatchObject({
      committed: 4,
      booked: 0,
    });
  });

  it("moves with an amendment: more from what is published, less back to it", () => {
    const agreed = [publish, { ...hold, window: "early" }, commit] as const;
    expect(after(...agreed, { type: "amend", at, deployment, change: 2 })).toMatchObject({
      accounts: { published: 4, committed: 6 },
      halves: { early: { most: 6, taken: 6 } },
    });
    expect(after(...agreed, { type: "amend", at, deployment, change: -3 })).toMatchObject({
      accounts: { published: 9, committed: 1 },
      halves: { early: { most: 6, taken: 1 } },
    });
    expect(refusalOf(after(...agreed), { type: "amend", at, deployment, change: 3 })).toEqual({
      kind: "window-full",
      window: "early",
      wanted: 3,
      left: 2,
    });
  });

  it("releases committed days without offering them again, and withdraws only free ones", () => {
    const balances = after(publish, hold, commit, { type: "release", at, deployment, halfDays: 4 });
    expect(balances.accounts).toMatchObject({ published: 6, committed: 0, released: 4 });
    expect(tiedHalfDays(balances, at)).toBe(0);
    expect(
      refusalOf(balances, { type: "withdraw", at, halfDays: 7, early: 0, late: 0 }),
    ).toMatchObject({
      kind: "not-enough-days",
      left: 6,
    });
    const all = after(publish, { type: "withdraw", at, halfDays: 10, early: 6, late: 6 });
    expect(all).toEqual(emptyBalances);
  });

  it("keeps what is taken before half-term when days are withdrawn", () => {
    const balances = after(publish, { ...hold, window: "early" });
    expect(refusalOf(balances, { type: "withdraw", at, halfDays: 3, early: 3, late: 0 })).toEqual({
      kind: "window-full",
      window: "early",
      wanted: 3,
      left: 2,
    });
    expect(refusalOf(balances, { type: "withdraw", at, halfDays: 3, early: 0, late: 3 })).toBe(
      "posted",
    );
  });

  it("books and amends only within the deployment's own days", () => {
    const elsewhere = toDeploymentId("deployment-2");
    const balances = after(
      publish,
      hold,
      commit,
      { ...hold, offer: other },
      { ...commit, offer: other, deployment: elsewhere },
    );
    expect(refusalOf(balances, { ...book, halfDays: 5 })).toEqual({
      kind: "not-enough-days",
      account: "committed",
      wanted: 5,
      left: 4,
    });
    expect(refusalOf(balances, { type: "release", at, deployment, halfDays: 5 })).toMatchObject({
      left: 4,
    });
  });

  it("refuses whatever has no ground, and names it", () => {
    const published = after(publish);
    const full = after(publish, hold, commit, book);
    const unknown = toDeploymentId("deployment-9");
    const stray = toVisitId("visit-9");
    const cases: readonly (readonly [Balances, Movement, object])[] = [
      [after(publish, hold), hold, { kind: "already-held", offer }],
      [published, { ...hold, until: at }, { kind: "hold-not-ahead", offer, until: at }],
      [published, { type: "renew-hold", at, offer, until: day(9) }, { kind: "not-held", offer }],
      [
        after(publish, hold),
        { type: "renew-hold", at, offer, until: at },
        { kind: "hold-not-ahead", offer, until: at },
      ],
      [published, { type: "release-hold", at, offer }, { kind: "not-held", offer }],
      [published, commit, { kind: "not-held", offer }],
      [
        after(publish, hold),
        { ...commit, halfDays: 5 },
        { kind: "not-enough-days", account: "held", wanted: 5, left: 4 },
      ],
      [
        after(publish, hold, commit, { ...hold, offer: other }),
        { ...commit, offer: other },
        { kind: "already-committed", deployment },
      ],
      [published, book, { kind: "not-committed", deployment }],
      [full, book, { kind: "already-booked", visit }],
      [full, { type: "unbook", at, visit: stray }, { kind: "not-booked", visit: stray }],
      [
        full,
        { type: "deliver", at, visit: stray, halfDays: 1 },
        { kind: "not-booked", visit: stray },
      ],
      [
        full,
        { type: "deliver", at, visit, halfDays: 3 },
        { kind: "not-enough-days", account: "booked", wanted: 3, left: 2 },
      ],
      [
        full,
        { type: "amend", at, deployment: unknown, change: 1 },
        { kind: "not-committed", deployment: unknown },
      ],
      [
        full,
        { type: "release", at, deployment: unknown, halfDays: 1 },
        { kind: "not-committed", deployment: unknown },
      ],
      [
        full,
        { type: "amend", at, deployment, change: -3 },
        { kind: "not-enough-days", account: "committed", wanted: 3, left: 2 },
      ],
      [published, { ...publish, early: 11 }, { kind: "half-beyond-term", halfDays: 10, given: 11 }],
      [published, { ...publish, late: -1 }, { kind: "not-half-days", given: -1 }],
    ];
    for (const [balances, movement, refusal] of cases) {
      expect(refusalOf(balances, movement)).toEqual(refusal);
    }
  });

  it("counts in whole half-days only, and nought is no movement", () => {
    const full = after(publish, hold, commit, book);
    for (const halfDays of [0, -1, 0.5, Number.NaN]) {
      const refusal = { kind: "not-half-days" };
      const movements: readonly Movement[] = [
        { ...publish, halfDays, early: 0, late: 0 },
        { ...hold, offer: other, halfDays },
        { ...book, visit: toVisitId("visit-2"), halfDays },
        { type: "deliver", at, visit, halfDays },
        { type: "release", at, deployment, halfDays },
      ];
      for (const movement of movements) {
        const seen = refusalOf(full, movement);
        if (movement.type === "publish" && halfDays < 0)
          expect(seen).toMatchObject({ kind: "half-beyond-term" });
        else expect(seen).toMatchObject(refusal);
      }
    }
    expect(refusalOf(full, { type: "amend", at, deployment, change: 0 })).toMatchObject({
      given: 0,
    });
  });

  it("finds books that were tampered with", () => {
    const entries = postAll([publish, { ...hold, window: "early" }, commit, book]);
    expect(breachesOf(balancesOf(entries.slice(1)))).toEqual(["published", "early"]);
    expect(
      breachesOf(
        balancesOf(
          entries.map((entry) => (entry.to === "booked" ? { ...entry, halfDays: 5 } : entry)),
        ),
      ),
    ).toEqual(["committed"]);
    const held = postAll([publish, hold]).map((entry) => ({ ...entry, offer: null }));
    expect(breachesOf(balancesOf(held))).toEqual(["held"]);
  });
});

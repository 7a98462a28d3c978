import type { Instant, Window } from "../calendar/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import type { LedgerEntry, LedgerRefusal, Movement } from "./account.ts";
import { type Balances, enter, takenBy } from "./balances.ts";
import { draftEntries, move } from "./ledger-draft.ts";

/** What one movement adds to the ledger, and the balances after it. */
export type Posting = {
  readonly entries: readonly LedgerEntry[];
  readonly balances: Balances;
};

const notWhole = (given: number): LedgerRefusal | undefined =>
  Number.isInteger(given) && given > 0 ? undefined : { kind: "not-half-days", given };

/** What the source of an entry has to give: of its own offer, deployment or visit, never of another's. */
const leftFor = (balances: Balances, { from, offer, deployment, visit }: LedgerEntry): number => {
  if (from === "leader") return Number.POSITIVE_INFINITY;
  if (from === "held") return (offer && balances.holds.get(offer)?.halfDays) ?? 0;
  if (from === "committed")
    return (deployment && balances.commitments.get(deployment)?.committed) ?? 0;
  if (from === "booked") return (visit && balances.bookings.get(visit)?.halfDays) ?? 0;
  return balances.accounts[from];
};

const halfFault = (
  { halves }: Balances,
  [window, wanted]: readonly [Exclude<Window, "any">, number],
): LedgerRefusal | undefined => {
  const left = halves[window].most - halves[window].taken;
  return wanted > left ? { kind: "window-full", window, wanted, left } : undefined;
};

/** Nothing is negative, nothing oversold, in the term or in either half of it (Product rules, §2: day ledger). */
const faultOf = (balances: Balances, entry: LedgerEntry): LedgerRefusal | undefined => {
  const left = leftFor(balances, entry);
  const taken = takenBy(entry);
  if (entry.movement !== "renew-hold" && notWhole(entry.halfDays)) return notWhole(entry.halfDays);
  if (entry.halfDays > left)
    return { kind: "not-enough-days", account: entry.from, wanted: entry.halfDays, left };
  return (
    halfFault(balances, ["early", (entry.window === "early" ? taken : 0) - entry.earlyChange]) ??
    halfFault(balances, ["late", (entry.window === "late" ? taken : 0) - entry.lateChange])
  );
};

const enterAll = (
  start: Posting,
  entries: readonly LedgerEntry[],
): Result<Posting, LedgerRefusal> => {
  let { balances } = start;
  for (const entry of entries) {
    const fault = faultOf(balances, entry);
    if (fault !== undefined) return refused(fault);
    balances = enter(balances, entry);
  }
  return accepted({ entries: [...start.entries, ...entries], balances });
};

/** The entries that write down as free what holds that have run out by then still hold, and the balances after them. */
export const freeExpired = (balances: Balances, at: Instant): Posting => {
  const entries = [...balances.holds].flatMap(([offer, { halfDays, window, until }]) =>
    until < at
      ? [move({ at, type: "release-hold" }, ["held", "published"], { halfDays, window, offer })]
      : [],
  );
  return { entries, balances: entries.reduce(enter, balances) };
};

/**
 * Posts one movement: the entries to keep and the balances after them, or a refusal that changes nothing. Holds
 * that have run out by then are freed first, so that no clock job stands between a leader's days and the next
 * school (Product rules, §2: day ledger).
 */
export const post = (balances: Balances, movement: Movement): Result<Posting, LedgerRefusal> => {
  const start = freeExpired(balances, movement.at);
  const entries = draftEntries(start.balances, movement);
  return entries.ok ? enterAll(start, entries.value) : entries;
};

/** The half-days that an offer could hold at an instant, in a half of the term or in any. */
export const freeHalfDays = (balances: Balances, at: Instant, window: Window): number => {
  const { accounts, halves } = freeExpired(balances, at).balances;
  return window === "any"
    ? accounts.published
    : Math.min(accounts.published, halves[window].most - halves[window].taken);
};

/** What a leader cannot take back: held, committed, booked or delivered; days given up are no promise any more. */
export const tiedHalfDays = (balances: Balances, at: Instant): number => {
  const { held, committed, booked, delivered } = freeExpired(balances, at).balances.accounts;
  return held + committed + booked + delivered;
};

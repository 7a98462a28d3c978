import type { Instant, Window } from "../calendar/index.ts";
import type { DeploymentId } from "../deployment/deployment-id.ts";
import type { OfferId } from "../offer/offer-id.ts";
import type { VisitId } from "../visit/visit-id.ts";
import { type Account, accounts, type LedgerEntry } from "./account.ts";

export type Hold = { readonly halfDays: number; readonly window: Window; readonly until: Instant };
type Promised = Readonly<Record<"committed" | "booked" | "delivered" | "released", number>>;
export type Commitment = Promised & { readonly window: Window };
export type Booking = { readonly deployment: DeploymentId; readonly halfDays: number };

/** Sums of the entries of one capacity line, in half-days, with the part of each offer, deployment and visit. */
export type Balances = {
  readonly accounts: Readonly<Record<Account, number>>;
  /** `most` may be taken in that half of the term; `taken` is. */
  readonly halves: Readonly<
    Record<Exclude<Window, "any">, { readonly most: number; readonly taken: number }>
  >;
  readonly holds: ReadonlyMap<OfferId, Hold>;
  readonly commitments: ReadonlyMap<DeploymentId, Commitment>;
  readonly bookings: ReadonlyMap<VisitId, Booking>;
};

export const emptyBalances: Balances = {
  accounts: {
    leader: 0,
    published: 0,
    held: 0,
    committed: 0,
    booked: 0,
    delivered: 0,
    released: 0,
  },
  halves: { early: { most: 0, taken: 0 }, late: { most: 0, taken: 0 } },
  holds: new Map(),
  commitments: new Map(),
  bookings: new Map(),
};

const isTaken = (account: Account): boolean => account !== "leader" && account !== "published";

const isPromised = (account: Account): account is keyof Promised =>
  account === "committed" ||
  account === "booked" ||
  account === "delivered" ||
  account === "released";

const put = <Key, Value>(
  map: ReadonlyMap<Key, Value>,
  key: Key,
  value: Value | undefined,
): ReadonlyMap<Key, Value> => {
  const next = new Map(map);
  if (value === undefined) next.delete(key);
  else next.set(key, value);
  return next;
};

const withHold = (balances: Balances, entry: LedgerEntry, change: number): Balances => {
  const { offer, until, window } = entry;
  if (offer === null) return balances;
  const hold = balances.holds.get(offer);
  const halfDays = (hold?.halfDays ?? 0) + change;
  const ends = until ?? hold?.until;
  const next = halfDays === 0 || ends === undefined ? undefined : { halfDays, window, until: ends };
  return { ...balances, holds: put(balances.holds, offer, next) };
};

const nothingPromised = { committed: 0, booked: 0, delivered: 0, released: 0 };

const withCommitment = (
  balances: Balances,
  { deployment, window }: LedgerEntry,
  change: Partial<Promised>,
): Balances => {
  if (deployment === null) return balances;
  const before = balances.commitments.get(deployment) ?? { ...nothingPromised, window };
  const { committed = 0, booked = 0, delivered = 0, released = 0 } = change;
  const next: Commitment = {
    window: before.window,
    committed: before.committed + committed,
    booked: before.booked + booked,
    delivered: before.delivered + delivered,
    released: before.released + released,
  };
  return { ...balances, commitments: put(balances.commitments, deployment, next) };
};

const withBooking = (balances: Balances, entry: LedgerEntry, change: number): Balances => {
  const { visit, deployment } = entry;
  if (visit === null || deployment === null) return balances;
  const halfDays = (balances.bookings.get(visit)?.halfDays ?? 0) + change;
  const next = halfDays === 0 ? undefined : { deployment, halfDays };
  return { ...balances, bookings: put(balances.bookings, visit, next) };
};

const withAccount = (balances: Balances, account: Account, change: number): Balances => ({
  ...balances,
  accounts: { ...balances.accounts, [account]: balances.accounts[account] + change },
});

const oneSide = (
  balances: Balances,
  entry: LedgerEntry,
  [account, change]: readonly [Account, number],
): Balances => {
  const next = withAccount(balances, account, change);
  if (account === "held") return withHold(next, entry, change);
  if (!isPromised(account)) return next;
  const promised = withCommitment(next, entry, { [account]: change });
  return account === "booked" ? withBooking(promised, entry, change) : promised;
};

/** How many half-days an entry newly takes from its half of the term; below nought when it gives back. */
export const takenBy = ({ from, to, halfDays }: LedgerEntry): number =>
  (Number(isTaken(to)) - Number(isTaken(from))) * halfDays;

const withHalves = (balances: Balances, entry: LedgerEntry): Balances => {
  const { early, late } = balances.halves;
  const taken = takenBy(entry);
  const earlyTaken = entry.window === "early" ? taken : 0;
  const lateTaken = entry.window === "late" ? taken : 0;
  return {
    ...balances,
    halves: {
      early: { most: early.most + entry.earlyChange, taken: early.taken + earlyTaken },
      late: { most: late.most + entry.lateChange, taken: late.taken + lateTaken },
    },
  };
};

/** The balances after one entry, unchecked: `post` decides what may be entered. */
export const enter = (balances: Balances, entry: LedgerEntry): Balances => {
  const left = oneSide(balances, entry, [entry.from, -entry.halfDays]);
  return withHalves(oneSide(left, entry, [entry.to, entry.halfDays]), entry);
};

/** Balances are sums of entries and nothing else (Product rules, §2: day ledger). */
export const balancesOf = (entries: readonly LedgerEntry[]): Balances =>
  entries.reduce(enter, emptyBalances);

const sumOf = (numbers: Iterable<number>): number =>
  [...numbers].reduce((sum, number) => sum + number, 0);

/** Whatever is wrong with balances, by account; empty for books that are sound (Product rules, §2: day ledger). */
export const breachesOf = (balances: Balances): readonly string[] => {
  const { accounts: sums, halves, holds, commitments, bookings } = balances;
  const parts: Readonly<Record<string, readonly [number, number]>> = {
    all: [0, sumOf(Object.values(sums))],
    held: [sums.held, sumOf([...holds.values()].map((hold) => hold.halfDays))],
    booked: [sums.booked, sumOf([...bookings.values()].map((booking) => booking.halfDays))],
    committed: [sums.committed, sumOf([...commitments.values()].map((part) => part.committed))],
    "booked-by-deployment": [
      sums.booked,
      sumOf([...commitments.values()].map((part) => part.booked)),
    ],
    delivered: [sums.delivered, sumOf([...commitments.values()].map((part) => part.delivered))],
    released: [sums.released, sumOf([...commitments.values()].map((part) => part.released))],
  };
  return [
    ...accounts.filter((account) => account !== "leader" && sums[account] < 0),
    ...Object.keys(parts).filter((name) => parts[name]?.[0] !== parts[name]?.[1]),
    ...(["early", "late"] as const).filter((half) => halves[half].taken > halves[half].most),
  ];
};

import { accepted, refused, type Result } from "../result/index.ts";
import type { Account, LedgerEntry, LedgerRefusal, Movement } from "./account.ts";
import type { Balances } from "./balances.ts";

type Of<Type extends Movement["type"]> = Extract<Movement, { readonly type: Type }>;
type Drafted = Result<readonly LedgerEntry[], LedgerRefusal>;

const blank = {
  window: "any",
  earlyChange: 0,
  lateChange: 0,
  offer: null,
  deployment: null,
  visit: null,
  until: null,
} as const;

type Content = Partial<LedgerEntry> & Pick<LedgerEntry, "halfDays">;

export const move = (
  { at, type }: Pick<Movement, "at" | "type">,
  [from, to]: readonly [Account, Account],
  content: Content,
): LedgerEntry => ({ ...blank, ...content, at, movement: type, from, to });

/** Neither half of a term can hold more than the whole of what is published (Product rules, §2: day ledger). */
const publishOrWithdraw = (movement: Of<"publish" | "withdraw">): Drafted => {
  const { halfDays, early, late } = movement;
  const odd = [early, late].find((given) => !Number.isInteger(given) || given < 0);
  const most = Math.max(early, late);
  if (odd !== undefined) return refused({ kind: "not-half-days", given: odd });
  if (most > halfDays) return refused({ kind: "half-beyond-term", halfDays, given: most });
  return accepted([
    movement.type === "publish"
      ? move(movement, ["leader", "published"], { halfDays, earlyChange: early, lateChange: late })
      : move(movement, ["published", "leader"], {
          halfDays,
          earlyChange: 0 - early,
          lateChange: 0 - late,
        }),
  ]);
};

/** A hold belongs to one offer and ends at a time that lies ahead (Product rules, §2: day ledger). */
const hold = (balances: Balances, movement: Of<"hold">): Drafted => {
  const { offer, halfDays, window, until, at } = movement;
  if (balances.holds.has(offer)) return refused({ kind: "already-held", offer });
  if (until <= at) return refused({ kind: "hold-not-ahead", offer, until });
  return accepted([move(movement, ["published", "held"], { halfDays, window, offer, until })]);
};

const renewHold = (balances: Balances, movement: Of<"renew-hold">): Drafted => {
  const { offer, until, at } = movement;
  const held = balances.holds.get(offer);
  if (held === undefined) return refused({ kind: "not-held", offer });
  if (until <= at) return refused({ kind: "hold-not-ahead", offer, until });
  const { window } = held;
  return accepted([move(movement, ["held", "held"], { halfDays: 0, window, offer, until })]);
};

const releaseHold = (balances: Balances, movement: Of<"release-hold">): Drafted => {
  const { offer } = movement;
  const held = balances.holds.get(offer);
  if (held === undefined) return refused({ kind: "not-held", offer });
  const { halfDays, window } = held;
  return accepted([move(movement, ["held", "published"], { halfDays, window, offer })]);
};

/** Days are committed out of the hold of the offer that was agreed, never past it (Product rules, §2: day ledger). */
const commit = (balances: Balances, movement: Of<"commit">): Drafted => {
  const { offer, deployment, halfDays } = movement;
  const held = balances.holds.get(offer);
  if (held === undefined) return refused({ kind: "not-held", offer });
  if (balances.commitments.has(deployment))
    return refused({ kind: "already-committed", deployment });
  const { window } = held;
  const rest = held.halfDays - halfDays;
  const committed = move(movement, ["held", "committed"], { halfDays, window, offer, deployment });
  const freed = move(movement, ["held", "published"], { halfDays: rest, window, offer });
  return accepted(rest > 0 ? [committed, freed] : [committed]);
};

/** A visit is booked out of the days of its own deployment (Product rules, §2: day ledger). */
const book = (balances: Balances, movement: Of<"book">): Drafted => {
  const { deployment, visit, halfDays } = movement;
  const commitment = balances.commitments.get(deployment);
  if (commitment === undefined) return refused({ kind: "not-committed", deployment });
  if (balances.bookings.has(visit)) return refused({ kind: "already-booked", visit });
  const { window } = commitment;
  return accepted([
    move(movement, ["committed", "booked"], { halfDays, window, deployment, visit }),
  ]);
};

const unbookOrDeliver = (balances: Balances, movement: Of<"unbook" | "deliver">): Drafted => {
  const { visit } = movement;
  const booking = balances.bookings.get(visit);
  if (booking === undefined) return refused({ kind: "not-booked", visit });
  const { deployment } = booking;
  const window = balances.commitments.get(deployment)?.window ?? "any";
  const content = { window, deployment, visit };
  const taken = movement.type === "deliver" ? movement.halfDays : 0;
  const rest = booking.halfDays - taken;
  const delivered = move(movement, ["booked", "delivered"], { ...content, halfDays: taken });
  const unbooked = move(movement, ["booked", "committed"], { ...content, halfDays: rest });
  return accepted([
    ...(movement.type === "deliver" ? [delivered] : []),
    ...(rest > 0 ? [unbooked] : []),
  ]);
};

/** An amendment takes more of the published days or gives some back; a release gives up what will not be used (Product rules, §2: deployment). */
const amendOrRelease = (balances: Balances, movement: Of<"amend" | "release">): Drafted => {
  const { deployment } = movement;
  const commitment = balances.commitments.get(deployment);
  if (commitment === undefined) return refused({ kind: "not-committed", deployment });
  const { window } = commitment;
  const content = { window, deployment };
  if (movement.type === "release")
    return accepted([
      move(movement, ["committed", "released"], { ...content, halfDays: movement.halfDays }),
    ]);
  const halfDays = Math.abs(movement.change);
  const way =
    movement.change > 0
      ? (["published", "committed"] as const)
      : (["committed", "published"] as const);
  return accepted([move(movement, way, { ...content, halfDays })]);
};

/** The entries that a movement would make, before the guards of `post` have looked at them. */
export const draftEntries = (balances: Balances, movement: Movement): Drafted => {
  switch (movement.type) {
    case "publish":
    case "withdraw":
      return publishOrWithdraw(movement);
    case "hold":
      return hold(balances, movement);
    case "renew-hold":
      return renewHold(balances, movement);
    case "release-hold":
      return releaseHold(balances, movement);
    case "commit":
      return commit(balances, movement);
    case "book":
      return book(balances, movement);
    case "unbook":
    case "deliver":
      return unbookOrDeliver(balances, movement);
    case "amend":
    case "release":
      return amendOrRelease(balances, movement);
  }
};

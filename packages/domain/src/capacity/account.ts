import type { Instant, Window } from "../calendar/index.ts";
import type { DeploymentId } from "../deployment/deployment-id.ts";
import type { OfferId } from "../offer/offer-id.ts";
import type { VisitId } from "../visit/visit-id.ts";

/** `leader` is the other side of the books: the leader's own time, from which days are published. */
export const accounts = [
  "leader",
  "published",
  "held",
  "committed",
  "booked",
  "delivered",
  "released",
] as const;
export type Account = (typeof accounts)[number];

/** One line of the ledger: so many half-days left one account for another. Entries are only ever added. */
export type LedgerEntry = {
  readonly at: Instant;
  readonly movement: Movement["type"];
  readonly from: Account;
  readonly to: Account;
  readonly halfDays: number;
  readonly window: Window;
  /** By how much this entry raises or lowers what may be taken before and after half-term. */
  readonly earlyChange: number;
  readonly lateChange: number;
  readonly offer: OfferId | null;
  readonly deployment: DeploymentId | null;
  readonly visit: VisitId | null;
  /** The last instant of a hold; `null` on every other entry. */
  readonly until: Instant | null;
};

type Timed = { readonly at: Instant };

/** What may be posted. All amounts are whole half-days; only an amendment may be below nought. */
export type Movement = Timed &
  (
    | {
        readonly type: "publish" | "withdraw";
        readonly halfDays: number;
        readonly early: number;
        readonly late: number;
      }
    | {
        readonly type: "hold";
        readonly offer: OfferId;
        readonly halfDays: number;
        readonly window: Window;
        readonly until: Instant;
      }
    | { readonly type: "renew-hold"; readonly offer: OfferId; readonly until: Instant }
    | { readonly type: "release-hold"; readonly offer: OfferId }
    | {
        readonly type: "commit";
        readonly offer: OfferId;
        readonly deployment: DeploymentId;
        /** What was agreed; what was held beyond it is free again. */
        readonly halfDays: number;
      }
    | {
        readonly type: "book";
        readonly deployment: DeploymentId;
        readonly visit: VisitId;
        readonly halfDays: number;
      }
    | { readonly type: "unbook"; readonly visit: VisitId }
    /** What the visit took; what was booked beyond it is committed again. */
    | { readonly type: "deliver"; readonly visit: VisitId; readonly halfDays: number }
    | {
        readonly type: "amend";
        readonly deployment: DeploymentId;
        /** By how much the agreement grew, or shrank when below nought. */
        readonly change: number;
      }
    | {
        readonly type: "release";
        readonly deployment: DeploymentId;
        readonly halfDays: number;
      }
  );

export type LedgerRefusal =
  | {
      readonly kind: "not-enough-days";
      readonly account: Account;
      readonly wanted: number;
      readonly left: number;
    }
  | {
      readonly kind: "window-full";
      readonly window: Exclude<Window, "any">;
      readonly wanted: number;
      readonly left: number;
    }
  | { readonly kind: "not-half-days"; readonly given: number }
  | { readonly kind: "half-beyond-term"; readonly halfDays: number; readonly given: number }
  | { readonly kind: "already-held"; readonly offer: OfferId }
  | { readonly kind: "hold-not-ahead"; readonly offer: OfferId; readonly until: Instant }
  | { readonly kind: "not-held"; readonly offer: OfferId }
  | { readonly kind: "already-committed"; readonly deployment: DeploymentId }
  | { readonly kind: "not-committed"; readonly deployment: DeploymentId }
  | { readonly kind: "already-booked"; readonly visit: VisitId }
  | { readonly kind: "not-booked"; readonly visit: VisitId };

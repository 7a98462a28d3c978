import type { Instant } from "../calendar/index.ts";
import type { IsoDate } from "../school/index.ts";
import type { CapacityState, Supply } from "./state.ts";

/** What may be done to a capacity line. `tied` is what its ledger has held, committed, booked or delivered. */
export type CapacityCommand =
  | {
      readonly type: "change";
      readonly at: Instant;
      readonly supply: Supply;
      readonly tied: number;
    }
  | { readonly type: "confirm"; readonly at: Instant; readonly goodUntil: IsoDate }
  | { readonly type: "reconfirm"; readonly at: Instant; readonly goodUntil: IsoDate }
  | { readonly type: "lapse"; readonly at: Instant }
  | {
      readonly type: "withdraw";
      readonly at: Instant;
      readonly reason: string;
      readonly tied: number;
    };
export type CapacityCommandType = CapacityCommand["type"];

export const capacityCommands = [
  "change",
  "confirm",
  "reconfirm",
  "lapse",
  "withdraw",
] as const satisfies readonly CapacityCommandType[];

/** What happened to a capacity line. */
export type CapacityEvent =
  | { readonly type: "changed"; readonly at: Instant; readonly supply: Supply }
  | {
      readonly type: "confirmed" | "reconfirmed";
      readonly at: Instant;
      readonly confirmedOn: IsoDate;
      readonly goodUntil: IsoDate;
    }
  | { readonly type: "lapsed"; readonly at: Instant }
  | { readonly type: "withdrawn"; readonly at: Instant; readonly reason: string };

export type CapacityRefusal =
  | {
      readonly kind: "wrong-state";
      readonly machine: "capacity";
      readonly state: CapacityState;
      readonly command: CapacityCommandType;
    }
  | { readonly kind: "not-half-days"; readonly given: number }
  | { readonly kind: "half-beyond-term"; readonly halfDays: number; readonly given: number }
  | {
      readonly kind: "beyond-release";
      readonly released: number;
      readonly until: IsoDate;
      readonly wanted: number;
    }
  | { readonly kind: "days-tied"; readonly tied: number; readonly wanted: number }
  | { readonly kind: "good-until-passed"; readonly goodUntil: IsoDate; readonly today: IsoDate }
  | { readonly kind: "beyond-term"; readonly goodUntil: IsoDate; readonly endsOn: IsoDate }
  | { readonly kind: "still-good"; readonly goodUntil: IsoDate; readonly today: IsoDate }
  | { readonly kind: "words-needed"; readonly field: "reason" };

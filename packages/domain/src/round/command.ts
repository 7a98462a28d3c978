import type { Instant } from "../calendar/index.ts";
import type { PersonId } from "../identity/index.ts";
import type { NeedId } from "../need/need-id.ts";
import type { OfferId } from "../offer/offer-id.ts";
import type { FitWeights } from "../partnership/fit-weight.ts";
import type { IsoDate } from "../school/index.ts";
import type { HandMade, RoundRun, RoundScope, RoundState } from "./state.ts";

type Timed = { readonly at: Instant };

/** One thing that a person decides, or takes back, before the engine looks for the rest. */
export type RoundAdjustment =
  | ({ readonly kind: "pin" } & HandMade)
  | { readonly kind: "unpin"; readonly need: NeedId }
  | ({ readonly kind: "forbid" } & HandMade)
  | { readonly kind: "allow"; readonly need: NeedId; readonly leader: PersonId }
  | { readonly kind: "weigh"; readonly weights: FitWeights | null };

/** What may be done to a round, and when. Hashes are given in. */
export type RoundCommand = Timed &
  (
    | { readonly type: "rescope"; readonly scope: RoundScope }
    | { readonly type: "adjust"; readonly change: RoundAdjustment }
    | { readonly type: "record-run"; readonly problemHash: string; readonly planHash: string }
    | { readonly type: "propose"; readonly run: number; readonly answerBy: IsoDate }
    | { readonly type: "ask-again"; readonly reason: string }
    | { readonly type: "agree"; readonly run: number }
    | { readonly type: "publish"; readonly offers: readonly OfferId[] }
    | { readonly type: "add-offers"; readonly offers: readonly OfferId[] }
    | { readonly type: "close" }
    | { readonly type: "drop"; readonly reason: string }
    | { readonly type: "take-up" }
  );
export type RoundCommandType = RoundCommand["type"];

export const roundCommands = [
  "rescope",
  "adjust",
  "record-run",
  "propose",
  "ask-again",
  "agree",
  "publish",
  "add-offers",
  "close",
  "drop",
  "take-up",
] as const satisfies readonly RoundCommandType[];

/** What happened to a round. */
export type RoundEvent = Timed &
  (
    | { readonly type: "rescoped"; readonly scope: RoundScope }
    | { readonly type: "adjusted"; readonly change: RoundAdjustment }
    | { readonly type: "run-recorded"; readonly run: RoundRun }
    | { readonly type: "proposed"; readonly run: number; readonly answerBy: IsoDate }
    | { readonly type: "asked-again"; readonly reason: string }
    | { readonly type: "agreed"; readonly run: number }
    | { readonly type: "published"; readonly offers: readonly OfferId[] }
    | { readonly type: "offers-added"; readonly offers: readonly OfferId[] }
    | { readonly type: "closed" }
    | { readonly type: "dropped"; readonly reason: string }
    | { readonly type: "taken-up" }
  );

export type RoundRefusal =
  | {
      readonly kind: "wrong-state";
      readonly machine: "round";
      readonly state: RoundState;
      readonly command: RoundCommandType;
    }
  | { readonly kind: "no-needs" }
  | { readonly kind: "not-in-round" }
  /** The same leader cannot be the only one for a need and never the one. */
  | { readonly kind: "pinned-and-forbidden" }
  | { readonly kind: "weights-wrong" }
  | { readonly kind: "no-such-run"; readonly run: number; readonly runs: number }
  | { readonly kind: "not-proposed"; readonly run: number; readonly proposed: number | null }
  | { readonly kind: "no-offers" }
  | { readonly kind: "words-needed"; readonly field: "reason" | "problemHash" | "planHash" };

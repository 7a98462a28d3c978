import type { Instant } from "../calendar/index.ts";
import type { IsoDate } from "../school/index.ts";
import type { ConcernState, Escalation, Stage } from "./state.ts";

type Timed = { readonly at: Instant };

/** What may be done about a concern, and when. `letter` is what the letter that is sent says. */
export type ConcernCommand = Timed &
  (
    | { readonly type: "handle"; readonly handling: string }
    | {
        readonly type: "escalate";
        readonly stage: Stage;
        readonly reason: string;
        readonly letter: string;
        readonly replyBy: IsoDate;
      }
    | { readonly type: "reply"; readonly text: string }
    | { readonly type: "resolve"; readonly resolution: string }
  );
export type ConcernCommandType = ConcernCommand["type"];

export const concernCommands = [
  "handle",
  "escalate",
  "reply",
  "resolve",
] as const satisfies readonly ConcernCommandType[];

/** What happened to a concern. */
export type ConcernEvent = Timed &
  (
    | { readonly type: "handled"; readonly handling: string }
    | { readonly type: "escalated"; readonly escalation: Escalation }
    | { readonly type: "replied"; readonly text: string }
    | { readonly type: "resolved"; readonly resolution: string }
  );

export type ConcernRefusal =
  | {
      readonly kind: "wrong-state";
      readonly machine: "concern";
      readonly state: ConcernState;
      readonly command: ConcernCommandType;
    }
  | { readonly kind: "stage-out-of-order"; readonly given: Stage; readonly next: Stage }
  | { readonly kind: "no-further-stage"; readonly given: Stage }
  | { readonly kind: "reply-by-not-ahead"; readonly replyBy: IsoDate; readonly today: IsoDate }
  | { readonly kind: "already-replied"; readonly at: Instant }
  | {
      readonly kind: "words-needed";
      readonly field: "handling" | "reason" | "letter" | "text" | "resolution";
    };

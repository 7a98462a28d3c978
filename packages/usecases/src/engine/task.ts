import type { Placement, Plan, Progress, RoundChange } from "@alongside/matching";
import type { StopFlag } from "./stop.ts";

type Limits = {
  /** Milliseconds to spend. */
  readonly budgetMs?: number;
  /** Instead of a time: units of work, or what another run spent, to go through it again. */
  readonly work?: number | Plan["work"];
};

/**
 * What the engine is asked: plain values, so that they can be sent to another thread. `round` is the JSON of one in the exchange format: text
 * goes from thread to thread without being taken apart, and it is what is kept.
 */
export type EngineTask = Limits & { readonly round: string } & (
    | {
        readonly kind: "solve";
        /** The plan to keep to where it can. */
        readonly previous?: { readonly assignments: readonly Placement[] };
      }
    | {
        readonly kind: "repair";
        readonly previous: Plan;
        readonly change: RoundChange;
        readonly confirmed: readonly Placement[];
      }
  );

/** The plan, whether the verifier found it sound, and a reason for everything in it: an `Explanation` as the JSON that is kept. */
export type EngineAnswer = {
  readonly plan: Plan;
  readonly isVerified: boolean;
  readonly reasons: string;
};

/** Who waits for an answer hears how far it is, and may stop it: then it is the best plan so far. */
export type Watching = {
  readonly stop?: StopFlag;
  readonly onProgress?: (progress: Progress) => void;
};

/** The engine, wherever it runs. `plan` leaves out the check and the reasons, for plans that nobody keeps. */
export type Engine = {
  readonly plan: (task: EngineTask, watching?: Watching) => Promise<Plan>;
  readonly answer: (task: EngineTask, watching?: Watching) => Promise<EngineAnswer>;
};

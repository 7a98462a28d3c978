import type { EngineAnswer, EngineTask, StopFlag, Watching } from "@alongside/usecases/engine";

type Progress = Parameters<NonNullable<Watching["onProgress"]>>[0];

/** What the engine's thread is sent. */
export type Letter =
  | { readonly kind: "practise" }
  | {
      readonly kind: "task";
      readonly task: EngineTask;
      readonly wants: "plan" | "answer";
      readonly stop: StopFlag;
    };

/** What it sends back: any number of times how far it is, then one of the others. */
export type Reply =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "plan"; readonly plan: EngineAnswer["plan"] }
  | { readonly kind: "answer"; readonly answer: EngineAnswer }
  | { readonly kind: "fault"; readonly words: string };

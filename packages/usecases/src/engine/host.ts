import { engineWith } from "./here.ts";
import type { Engine } from "./task.ts";

const hosted: { engine: Engine } = { engine: engineWith() };

/** Has the engine of this process run elsewhere from now on: a server gives it a thread of its own, so that it goes on answering. */
export const hostEngine = (engine: Engine): void => {
  hosted.engine = engine;
};

/** The engine of this process, wherever it runs. */
export const engine: Engine = {
  plan: (task, watching) => hosted.engine.plan(task, watching),
  answer: (task, watching) => hosted.engine.answer(task, watching),
};

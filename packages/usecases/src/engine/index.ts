export { engineWith } from "./here.ts";
export { engine, hostEngine } from "./host.ts";
export { practiceTasks } from "./practice.ts";
export { isStopped, newStopFlag, stop, type StopFlag } from "./stop.ts";
export type { Engine, EngineAnswer, EngineTask, Watching } from "./task.ts";

export { anchorLog, chainJobName, checksSealOf, verifyDaily, verifyLog } from "./chain.ts";
export { noteJobRun, sweepReplies, type JobRun } from "./job.ts";
export { backupJobName, showOperations, type Operations } from "./show.ts";

export { showHome } from "./show.ts";
export { waitingKinds, type Waiting, type WaitingKind } from "./waiting.ts";

import { RefusedError, refuse } from "../context/index.ts";

/** What the person of a link may not see any more closes the link; everything else goes its way. */
export const orClosed = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  try {
    return await work();
  } catch (error) {
    const isHidden =
      error instanceof RefusedError &&
      (error.refusal.kind === "not-found" || error.refusal.kind === "not-allowed");
    if (!isHidden) throw error;
    return refuse({ kind: "link-closed", reason: "revoked" });
  }
};

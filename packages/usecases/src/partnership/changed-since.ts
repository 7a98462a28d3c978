import type { Read } from "@alongside/db";
import { findLastChange } from "@alongside/db/views/partnership";
import { refuse } from "../context/index.ts";

type Seen = { readonly entity: string; readonly entityId: string; readonly version: number };

/** Refuses a change to what someone else changed first, and says who and when. `version` is the one it has now. */
export const refuseChanged = async (read: Read, record: Seen): Promise<never> => {
  const last = await findLastChange(read, record);
  return refuse({
    kind: "changed-since",
    version: record.version,
    by: last?.by ?? "Someone else",
    at: last?.at ?? "",
  });
};

/** Goes on when the record is still at the version that was seen. */
export const requireVersion = async (read: Read, record: Seen, seen: number): Promise<void> => {
  if (record.version !== seen) await refuseChanged(read, record);
};

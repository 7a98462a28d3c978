import type { CapacityLineId, LedgerEntry } from "@alongside/domain/capacity";
import type { Write } from "../connection.ts";
import { ledgerEntries } from "../schema/index.ts";
import type { Trace } from "./event.ts";

/**
 * Adds the entries of one posting to the book of a line, in their order. Triggers add them up and stop any that would leave a balance
 * below nought: the rules have decided before, this is the second lock.
 */
export const recordEntries = async (
  tx: Write,
  given: {
    readonly lineId: CapacityLineId;
    readonly entries: readonly LedgerEntry[];
    readonly trace: Trace;
    readonly reason: string | null;
  },
): Promise<void> => {
  const { lineId, entries, trace, reason } = given;
  if (entries.length === 0) return;
  const { actor, onBehalfOf = null, requestId } = trace;
  await tx.insert(ledgerEntries).values(
    entries.map(({ from, to, offer, deployment, visit, ...entry }) => ({
      ...entry,
      lineId,
      fromAccount: from,
      toAccount: to,
      offerId: offer,
      deploymentId: deployment,
      visitId: visit,
      actor,
      onBehalfOf,
      requestId,
      reason,
    })),
  );
};

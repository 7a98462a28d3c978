import { verifyChain } from "@alongside/db/views/audit";
import { createSeal } from "@alongside/auth";
import { checksSealOf } from "@alongside/usecases/operations";
import type { Command } from "./command.ts";

/** `audit verify`: 0 when every event of the log holds, and with the instance's own SECRET its seals too; 1 when one does not. */
export const runAuditWith =
  ({ secret }: { readonly secret?: string }): Command =>
  async (words, { ctx, say, complain }) => {
    if (words.length !== 1 || words[0] !== "verify") {
      complain("say: audit verify");
      return 2;
    }
    const isSealed = secret === undefined ? undefined : checksSealOf(createSeal(secret));
    const { events, erased, anchors, head, fault } = await verifyChain(ctx.read, isSealed);
    if (fault !== null) {
      say(`Event ${fault.seq} does not hold: ${fault.reason}. ${events} events before it do.`);
      return 1;
    }
    say(`${events} events, all in order, ${erased} erased, ${anchors} seals. Head: ${head}`);
    return 0;
  };

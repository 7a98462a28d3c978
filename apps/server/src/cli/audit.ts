import { verifyChain } from "@alongside/db/views/audit";
import type { Command } from "./command.ts";

/** `audit verify`: 0 when every event of the log holds, 1 when one does not. */
export const runAudit: Command = async (words, { ctx, say, complain }) => {
  if (words.length !== 1 || words[0] !== "verify") {
    complain("say: audit verify");
    return 2;
  }
  const { events, erased, head, fault } = await verifyChain(ctx.read);
  if (fault !== null) {
    say(`Event ${fault.seq} does not hold: ${fault.reason}. ${events} events before it do.`);
    return 1;
  }
  say(`${events} events, all in order, ${erased} erased. Head: ${head}`);
  return 0;
};

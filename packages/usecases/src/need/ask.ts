import type { DraftAsk, Need } from "@alongside/domain/need";

/** What was asked, wherever the need stands. */
export const askOf = (need: Need): DraftAsk => {
  if (need.state === "on-hold") return need.before.ask;
  return need.state === "closed" ? need.reopensAs.ask : need.ask;
};

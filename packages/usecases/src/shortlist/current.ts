import type { PairFacts } from "./facts.ts";

/** Whether the days are promised and in date: past that day nobody is matched until it is confirmed again (Product rules, §2: capacity). */
export const isMatchableState = ({ line, today }: Pick<PairFacts, "line" | "today">): boolean =>
  line.state === "firm" && line.goodUntil !== null && today <= line.goodUntil;

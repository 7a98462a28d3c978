import type { PairFacts } from "./facts.ts";

/** Whether the days are promised and in date: past that day nobody is matched until it is confirmed again (Product rules, §2: capacity). */
export const isMatchableState = ({ line, today }: Pick<PairFacts, "line" | "today">): boolean =>
  line.state === "firm" && line.goodUntil !== null && today <= line.goodUntil;

type Release = Pick<PairFacts, "line" | "ask" | "today" | "isKeptHome">;

/**
 * Whether the home school lets the leader go when the work is to begin: none does while it keeps its leaders at home; one that has not said is
 * asked with the offer (Product rules, §3: eligibility).
 */
export const isReleased = ({ line, ask, today, isKeptHome }: Release): boolean => {
  const { release } = line.supply;
  const start = ask.earliest > today ? ask.earliest : today;
  return !isKeptHome && (release === null || release.until >= start);
};

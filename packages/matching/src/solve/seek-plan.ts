import { priceBest } from "./best-sets.ts";
import { entry } from "./cells.ts";
import { isLimited, planAhead, shareLeft } from "./clock.ts";
import type { Draft } from "./draft.ts";
import { improve } from "./insertion.ts";
import { type Ladder, climb } from "./ladder.ts";
import { type LeadPoints, type Pursuit, offer, stopFor } from "./pursuit.ts";
import { searchWeighed } from "./weighed-search.ts";
import { diveWide } from "./wide-dive.ts";

/** Shares of what is left when each begins, and what leads are worth meanwhile. */
export type SeekAsk = {
  readonly leadPoints: LeadPoints;
  readonly prices: number;
  readonly dive: number;
  readonly search: number;
};

/** Chains of moves after a dive take longer than they are worth above this many providers. */
const chainsUpTo = 2000;

const rounds = 20;
export const steps = 120;

/** Neighbourhoods to remake where nobody set a limit: enough to pass over every provider a few times. */
const roundsFor = (providers: number): number => Math.ceil(providers / 4);

const within = (pursuit: Pursuit, share: number): Pursuit => {
  planAhead(pursuit.clock);
  return { ...pursuit, clock: shareLeft(pursuit.clock, share) };
};

const diveFrom = (pursuit: Pursuit, { master }: Ladder, most: number): Draft => {
  const providers = pursuit.model.providerCount;
  const part = within(pursuit, most);
  const share = 0.1;
  const least = Math.ceil(providers / 200);
  const draft = diveWide(master, { stop: stopFor(part, -Infinity), share, least });
  const made = improve(draft, providers > chainsUpTo ? 0 : 1);
  offer(pursuit, made);
  pursuit.tell({ stage: 4, best: pursuit.best });
  pursuit.counters.dives++;
  pursuit.counters.sets += master.sets.length;
  return made;
};

/** Providers whose plan is made anew at a time: what a lead costs elsewhere is settled among some fifty, rarely among twenty. */
const groupSize = 56;

const searchFrom = (
  pursuit: Pursuit,
  { master, rungs }: Ladder,
  at: { readonly dived: Draft; readonly leadPoints: LeadPoints },
): void => {
  const rows = entry(rungs, 4).slice();
  priceBest(master, rows);
  const part: Pursuit = { ...pursuit, best: at.dived };
  searchWeighed(part, {
    worthOf: (band) => at.leadPoints[band] ?? 0,
    prices: { rows, net: master.net.slice() },
    providers: groupSize,
    rounds: isLimited(part.clock) ? Infinity : roundsFor(pursuit.model.providerCount),
  });
  offer(pursuit, part.best);
};

/**
 * A plan for many requests: prices for everything at once, band after band; a dive from them; then neighbourhood after neighbourhood, from where
 * the prices say that something is lost. Gives the prices, for bounds to start from.
 */
export const seekPlan = (pursuit: Pursuit, ask: SeekAsk): Ladder => {
  const { leadPoints } = ask;
  const stop = stopFor(within(pursuit, ask.prices), -Infinity);
  const ladder = climb(pursuit.model, { stop, rounds, steps, leadPoints });
  const dived = diveFrom(pursuit, ladder, ask.dive);
  const part = within(pursuit, ask.search);
  searchFrom(part, ladder, { dived, leadPoints });
  offer(pursuit, part.best);
  return ladder;
};

import type { RoundOfferRow } from "@alongside/db/views/round";
import type { RoundFacts } from "./facts.ts";
import type { RoundProblem } from "./problem.ts";

/** What live offers of this round hold is theirs in the repair as well, so that they fit where they are. */
export const withOwnHolds = (facts: RoundFacts, live: readonly RoundOfferRow[]): RoundFacts => ({
  ...facts,
  leaders: facts.leaders.map((leader) => {
    const own = live.filter(({ lineId }) => lineId === leader.line.id);
    const held = (window?: "early" | "late") =>
      own
        .filter(({ offer }) => window === undefined || offer.window === window)
        .reduce((sum, { offer }) => sum + offer.halfDays, 0);
    return {
      ...leader,
      free: leader.free + held(),
      early: leader.early + held("early"),
      late: leader.late + held("late"),
      work: Math.max(0, leader.work - own.length),
    };
  }),
});

/** What was sent stays with its leader: the rest is found around it. */
export const withLiveOnes = (
  problem: RoundProblem,
  live: readonly RoundOfferRow[],
): RoundProblem => ({
  ...problem,
  // What was sent stands, whatever was ruled out or pinned since.
  forbid: problem.forbid.filter(
    ({ request, provider }) =>
      !live.some(({ needId, personId }) => needId === request && personId === provider),
  ),
  pins: [
    ...problem.pins.filter(({ request }) => !live.some(({ needId }) => needId === request)),
    ...live.map(({ needId, personId }) => ({ request: needId, provider: personId })),
  ].toSorted((one, other) => (one.request < other.request ? -1 : 1)),
});

/** Leaders who said no or let an offer run out are not asked again for the same need, and a pin to them falls away. */
export const withoutAsked = (
  problem: RoundProblem,
  ended: readonly RoundOfferRow[],
): RoundProblem => {
  const asked = ended.filter(({ state }) => state !== "withdrawn");
  const wasAsked = (request: string, provider: string) =>
    asked.some(({ needId, personId }) => needId === request && personId === provider);
  return {
    ...problem,
    pins: problem.pins.filter(({ request, provider }) => !wasAsked(request, provider)),
    providers: problem.providers.map((provider) => ({
      ...provider,
      declines: [
        ...new Set([
          ...provider.declines,
          ...asked.flatMap(({ needId, personId }) => (personId === provider.id ? [needId] : [])),
        ]),
      ].toSorted(),
    })),
  };
};

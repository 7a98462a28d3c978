import { isEligible, standingOf, type Problem, type Provider } from "@alongside/matching";

/** Who could lead at each need, by its id. */
export type Able = ReadonlyMap<string, readonly Provider[]>;

/** The turn of other requests. */
const otherRequests = (): Promise<void> =>
  new Promise((next) => {
    setImmediate(next);
  });

/** How many pairs are looked at before others are let in: a few milliseconds. */
const pairsATurn = 8_000;

/**
 * Which leaders pass every rule for each need of a round, were it the only one. A county has tens of thousands of pairs, and whoever else asks
 * something would wait for all of them: other requests are let in between.
 */
export const ableLeaders = async (problem: Problem): Promise<Able> => {
  const { requests, providers } = problem;
  const standing = standingOf(problem);
  const needsATurn = Math.max(1, Math.floor(pairsATurn / Math.max(1, providers.length)));
  const able = new Map<string, readonly Provider[]>();
  for (const [index, request] of requests.entries()) {
    if (index > 0 && index % needsATurn === 0) await otherRequests();
    const passes = (provider: Provider) =>
      isEligible({ request, provider, role: "lead", standing });
    able.set(request.id, providers.filter(passes));
  }
  return able;
};

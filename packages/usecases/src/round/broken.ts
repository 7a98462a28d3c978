import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import {
  findRun,
  listRoundOffers,
  type RoundOfferRow,
  type StoredRound,
} from "@alongside/db/views/round";
import type { Placement, Plan } from "@alongside/matching";
import { found, type Context } from "../context/index.ts";
import { readRoundFacts } from "./facts.ts";
import { freezeProblem, thawPlan, type Frozen } from "./frozen.ts";
import { withLiveOnes, withoutAsked, withOwnHolds } from "./posed-anew.ts";
import { buildProblem, type RoundProblem } from "./problem.ts";
import { freezeMending, type Mending } from "./replay.ts";
import { isHeld, isLost, latestOfEach } from "./sent.ts";

/** What is asked of the engine when offers came to nothing. */
export type Broken = {
  readonly problem: RoundProblem;
  /** The problem as it goes to the engine and is kept. */
  readonly frozen: Frozen;
  readonly mending: Mending;
  readonly previous: { readonly number: number; readonly plan: Plan };
  readonly live: readonly RoundOfferRow[];
  readonly lost: readonly RoundOfferRow[];
};

export const lastRunOf = ({ row }: StoredRound): number => row.round.runs.length;

/** What there is to mend as things stand in this read; undefined while no offer of the round has come to nothing. */
export const findBroken = async (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly stored: StoredRound },
): Promise<Broken | undefined> => {
  const { area, stored } = given;
  if (stored.row.state !== "published") return undefined;
  const { round, name } = stored.row;
  const offers = await listRoundOffers(read, stored.row.id);
  const live = offers.filter(isHeld);
  const waiting = new Set(live.map(({ needId }) => needId));
  const lost = latestOfEach(offers.filter(isLost));
  const [change] = lost;
  if (change === undefined) return undefined;
  const { scope, choices } = round;
  const wanted = { area, term: stored.term, needs: scope.needs };
  const facts = withOwnHolds(await readRoundFacts(ctx, read, wanted), live);
  const needs = facts.needs
    .filter(({ id, row }) => scope.needs.includes(id) && (row.state === "open" || waiting.has(id)))
    .map(({ id }) => id);
  const built = buildProblem(facts, { name, choices, scope: { ...scope, needs } });
  const leaders = new Set(built.providers.map(({ id }) => id));
  const standing = live.filter(({ personId }) => leaders.has(personId));
  const problem = withoutAsked(withLiveOnes(built, standing), offers.filter(isLost));
  const previous = found(await findRun(read, stored.row.id, lastRunOf(stored)));
  const mending: Mending = {
    change: { kind: "declined", request: change.needId, provider: change.personId },
    confirmed: standing.map(({ needId, personId }): Placement => ({
      request: needId,
      provider: personId,
      role: "lead",
    })),
  };
  const frozen = freezeProblem(problem);
  const { number } = previous;
  const before = { number, plan: thawPlan(previous.plan) };
  return { problem, frozen, mending, previous: before, live, lost };
};

/** Whether things are still as they were when the repair was made. */
export const isStill = (now: Broken | undefined, then: Broken): boolean =>
  now !== undefined &&
  now.previous.number === then.previous.number &&
  freezeMending(now.mending) === freezeMending(then.mending) &&
  now.frozen.hash === then.frozen.hash;

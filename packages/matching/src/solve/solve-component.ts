import { addPlan } from "./add-plan.ts";
import { real } from "./cells.ts";
import { isOver, planAhead, shareLeft } from "./clock.ts";
import { relax } from "./column-generation.ts";
import { deferredAcceptance } from "./deferred-acceptance.ts";
import { dive } from "./dive.ts";
import type { Draft } from "./draft.ts";
import { bestGreedy } from "./greedy.ts";
import { improve } from "./insertion.ts";
import { largeFrom } from "./large.ts";
import { type Master, createMaster } from "./master.ts";
import type { Model } from "./model.ts";
import type { Hold } from "./objective.ts";
import {
  type Pursuit,
  type StageOutcome,
  goalOf,
  nothingHeld,
  offer,
  pilotStage,
  stopFor,
} from "./pursuit.ts";
import { pursueStage } from "./stage.ts";
import { breakTies } from "./tie-break.ts";

/** Plans that need no linear programme: the floor below which no answer falls. */
export const firstDraft = (model: Model): Draft =>
  [bestGreedy(model), deferredAcceptance(model)]
    .map((draft) => improve(draft, model.requestCount > largeFrom ? 0 : 2))
    .reduce((best, draft) => {
      for (let at = 0; at < 5; at++) {
        const difference = real(draft.value, at) - real(best.value, at);
        if (difference !== 0) return difference > 0 ? draft : best;
      }
      return best;
    });

const pilot = (pursuit: Pursuit, master: Master): void => {
  const stop = stopFor(pursuit, -Infinity);
  relax(master, stop);
  pursuit.counters.relaxations++;
  if (isOver(pursuit.clock)) return;
  offer(pursuit, improve(dive(master, stop)));
  pursuit.counters.dives++;
};

/** Of the time left, what one band may take: enough must stay for fit. */
const bandShare = 0.25;

/** How a band is held in the stages after its own. */
export const holdAt = (outcomes: readonly StageOutcome[], band: number): Hold => {
  const outcome = outcomes[band];
  if (outcome === undefined) return "free";
  return outcome.proved ? "exactly" : "at-least";
};

/**
 * The five stages in turn: leads in band 1, 2, 3 and 4, then fit, each with the earlier ones held. A plan found late may be
 * better in an earlier stage that was not proved; then the stages from there on are gone through again.
 */
export const pursueAll = (pursuit: Pursuit): readonly StageOutcome[] => {
  const { model } = pursuit;
  const master = createMaster(model, pilotStage(model, 0, nothingHeld));
  addPlan(master, pursuit.best);
  pilot(pursuit, master);
  const outcomes: StageOutcome[] = [];
  while (outcomes.length < 5) {
    const index = outcomes.length;
    if (!pursuit.isPart) planAhead(pursuit.clock);
    addPlan(master, pursuit.best);
    const served = [0, 1, 2, 3].map((band) => real(pursuit.best.value, band));
    const holds = [0, 1, 2, 3].map((band) => holdAt(outcomes, band));
    const part: Pursuit = {
      ...pursuit,
      clock: index < 4 ? shareLeft(pursuit.clock, bandShare) : pursuit.clock,
    };
    outcomes.push(pursueStage(part, master, goalOf(model, index, { holds, served })));
    pursuit.best = part.best;
    const changed = served.findIndex(
      (was, band) => band < index && was !== real(pursuit.best.value, band),
    );
    if (changed >= 0) outcomes.length = changed;
  }
  if (!pursuit.isPart && outcomes.every(({ proved }) => proved)) breakTies(pursuit, master);
  return outcomes;
};

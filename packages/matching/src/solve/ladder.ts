import { entry, flagAt, real, whole } from "./cells.ts";
import type { Stop } from "./column-generation.ts";
import { type Model } from "./model.ts";
import { inherit, takenSets } from "./inherit.ts";
import { relaxNear } from "./near-relaxation.ts";
import type { Stage } from "./objective.ts";
import { fullPrices } from "./prices.ts";
import { primalDualSolver } from "./primal-dual.ts";
import { type LeadPoints, leftOutOf, pointsOfLead } from "./pursuit.ts";
import {
  type LevelledSet,
  type WideMaster,
  createWideMaster,
  leadRow,
  specialistRow,
} from "./wide-master.ts";

/**
 * While a plan is sought, a lead is worth this many of the next band: more than the last of its band costs there. At 4, which is what its days
 * bring, the programme itself gave up four in a hundred leads of band 3 in a dense part of the country for those of band 4.
 */
const leadsOfNext = 6;

/** The rung of fit. */
const lastRung = 4;

/** What a lead of `band` is worth in leads of band `rung`. */
export const worthOfLead = (rung: number, band: number): number =>
  band > rung ? 0 : leadsOfNext ** (rung - band);

/** Points that count as one in the steps towards the last rung's prices. */
const pointsOfUnit = 1_000;

/** What counts as one on a rung. */
const unitOfRung = (rung: number): number => (rung === lastRung ? pointsOfUnit : 1);

export type Ladder = {
  /** The multipliers of each rung, row by row, in leads of its band; those of the last in points. */
  readonly rungs: readonly Float64Array[];
  /** The last rung's programme, with all bands and fit in it. */
  readonly master: WideMaster;
  /** The sets that its answer takes. */
  readonly taken: readonly LevelledSet[];
};

const rungStage = (model: Model, rung: number, leadPoints: LeadPoints = pointsOfLead): Stage => ({
  holds: ["free", "free", "free", "free"],
  served: [0, 0, 0, 0],
  leftOut: leftOutOf(model, rung),
  points: Float64Array.from(model.fit, (fit, item) => {
    const band = whole(model.band, item);
    if (flagAt(model.isLead, item) === 0) return rung === lastRung ? fit : 0;
    return rung === lastRung ? fit + (leadPoints[band] ?? 0) : worthOfLead(rung, band);
  }),
});

/** The share of the most that it can bring which a request's place is taken to cost where nothing is known yet. */
const firstGuess = 0.6;

export const bandOfRequest = (model: Model, request: number): number => {
  const [first] = entry(model.leadsOfRequest, request);
  return first === undefined ? 4 : whole(model.band, first);
};

/** A rung's multipliers, times `factor`, with a first guess of what places cost at what the stage adds. */
const withGuess = (
  model: Model,
  before: Float64Array,
  at: {
    readonly stage: Stage;
    readonly factor: number;
    readonly isNew: (request: number) => boolean;
  },
): Float64Array => {
  const rows = before.map((dual) => dual * at.factor);
  const full = fullPrices(model, at.stage);
  for (let request = 0; request < model.requestCount; request++) {
    if (!at.isNew(request)) continue;
    const [lead, beside] = [leadRow(request), specialistRow(model, request)];
    rows[lead] = real(rows, lead) + firstGuess * real(full.lead, request);
    rows[beside] = firstGuess * real(full.specialist, request);
  }
  return rows;
};

/** Multipliers of the last band's rung as a start for fit, where a lead of that band costs so many points. */
export const fitStart = (model: Model, lastBand: Float64Array, points: number): Float64Array =>
  withGuess(model, lastBand, {
    stage: { ...rungStage(model, lastRung), points: Float64Array.from(model.fit) },
    factor: points,
    isNew: () => true,
  });

/** The multipliers of one rung as a start for the next. */
const raised = (model: Model, before: Float64Array, rung: number): Float64Array =>
  rung === lastRung
    ? fitStart(model, before, pointsOfUnit)
    : withGuess(model, before, {
        stage: rungStage(model, rung),
        factor: leadsOfNext,
        isNew: (request) => bandOfRequest(model, request) === rung,
      });

export type ClimbAsk = {
  /** What leads are worth beside fit on the last rung. */
  readonly leadPoints: LeadPoints;
  readonly stop: Stop;
  readonly rounds: number;
  readonly steps: number;
};

/** The last rung's prices show where a plan loses something, so they are found more nearly than the others. */
const lastEffort = { rounds: 80, near: 1e-5, patience: 4 };

const rowsOf = (model: Model): number => 2 * model.requestCount + model.providerCount + 4;

/** One rung's programme from the sets of the one below. */
const rungMaster = (
  model: Model,
  below: readonly LevelledSet[],
  at: {
    readonly rung: number;
    readonly steps: number;
    readonly start: Float64Array;
    readonly leadPoints: LeadPoints;
  },
): WideMaster => {
  const { rung, steps, start, leadPoints } = at;
  const solver = primalDualSolver({ steps, duals: start, unit: unitOfRung(rung) });
  const master = createWideMaster(model, rungStage(model, rung, leadPoints), solver);
  inherit(master, below);
  return master;
};

/**
 * Prices for a plan, band after band: each rung takes in one band more, at less than what its days could bring in the bands before, and
 * starts from the prices and sets of the one before. The last adds fit and specialists.
 */
export const climb = (model: Model, ask: ClimbAsk): Ladder => {
  const { stop, rounds, steps, leadPoints } = ask;
  const rungs: Float64Array[] = [];
  let before: Float64Array = new Float64Array(rowsOf(model));
  let below: readonly LevelledSet[] = [];
  for (let rung = 0; ; rung++) {
    const start = raised(model, before, rung);
    const master = rungMaster(model, below, { rung, steps, start, leadPoints });
    const effort = rung === lastRung ? lastEffort : { rounds, near: 2e-4, patience: 4 };
    const answer = relaxNear(master, { ...effort, start, stop });
    before = answer.rows;
    rungs.push(before);
    below = takenSets(master, answer.levels);
    if (rung === lastRung) return { rungs, master, taken: below };
  }
};

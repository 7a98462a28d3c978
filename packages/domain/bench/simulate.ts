import {
  type ComparedSchool,
  compareProfiles,
  type ComparisonYears,
  isClear,
  type Pool,
  poolOf,
  type Profile,
  profileOf,
} from "../src/comparison/index.ts";
import { type Random, randomFrom } from "./random.ts";

export const simulatedYears: ComparisonYears = {
  earlier: [2016, 2017],
  baseline: 2018,
  after: 2023,
};

/** How schools come to be supported: by lot, the weaker the likelier, or most likely after a bad year. */
export const selections = ["by lot", "low results", "after a fall"] as const;
export type Selection = (typeof selections)[number];

export type Scenario = {
  readonly selection: Selection;
  readonly supported: number;
  /** Points added to every supported school’s figure after the support. */
  readonly effect: number;
};

export type Outcome = Scenario & {
  readonly runs: number;
  /** Mean of estimate less effect. */
  readonly bias: number;
  /** Shares of runs. */
  readonly coverage: number;
  readonly flagged: number;
  readonly flaggedTrend: number;
  readonly meanError: number;
};

const likelihood = (selection: Selection, { baseline, earlier }: Profile): number => {
  if (selection === "by lot") return 1;
  const off = selection === "low results" ? (65 - baseline) / 18 : (earlier - baseline) / 12;
  return 1 / (1 + Math.exp(-2 * (off - 0.8)));
};

/** Draws schools without putting any back, each as likely as its selection says. */
const drawSchools = (profiles: readonly Profile[], scenario: Scenario, random: Random) => {
  const drawn = new Map<number, Profile>();
  while (drawn.size < scenario.supported) {
    const profile = profiles[Math.floor(random.next() * profiles.length)];
    if (profile === undefined) continue;
    if (random.next() < likelihood(scenario.selection, profile))
      drawn.set(profile.school.urn, profile);
  }
  return drawn;
};

type Run = {
  readonly error: number;
  readonly covered: boolean;
  readonly flagged: boolean;
  readonly flaggedTrend: boolean;
  readonly standardError: number;
};

const runOnce = (pool: Pool, scenario: Scenario, random: Random): Run | undefined => {
  const drawn = drawSchools(pool.profiles, scenario, random);
  const { effect } = scenario;
  const supported = [...drawn.values()].map((each) => ({ ...each, change: each.change + effect }));
  const compared = compareProfiles(supported, pool, simulatedYears);
  if (compared === undefined) return undefined;
  const { value, low, high, standardError } = compared.effect;
  return {
    error: value - effect,
    covered: low <= effect && effect <= high,
    flagged: isClear(compared.effect),
    flaggedTrend: compared.preTrend !== null && isClear(compared.preTrend),
    standardError,
  };
};

/** Runs a scenario so many times over a panel in which nobody was supported, and counts how often the estimate is right. */
export const simulate = (
  panel: readonly ComparedSchool[],
  scenario: Scenario,
  given: { readonly runs: number; readonly seed: number },
): Outcome => {
  const random = randomFrom(given.seed);
  const pool = poolOf(panel.flatMap((school) => profileOf(school, simulatedYears) ?? []));
  const runs = Array.from({ length: given.runs }, () => runOnce(pool, scenario, random)).filter(
    (run) => run !== undefined,
  );
  const shareOf = (test: (run: Run) => boolean): number => runs.filter(test).length / runs.length;
  const meanOf = (value: (run: Run) => number): number =>
    runs.reduce((sum, run) => sum + value(run), 0) / runs.length;
  return {
    ...scenario,
    runs: runs.length,
    bias: meanOf(({ error }) => error),
    coverage: shareOf(({ covered }) => covered),
    flagged: shareOf(({ flagged }) => flagged),
    flaggedTrend: shareOf(({ flaggedTrend }) => flaggedTrend),
    meanError: meanOf(({ standardError }) => standardError),
  };
};

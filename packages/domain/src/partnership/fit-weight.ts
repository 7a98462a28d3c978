/**
 * The most points that each part of the fit score may give (Product rules, §3: fit score). A partnership sets its
 * own; these are what it starts with.
 */
export const defaultFitWeights = {
  level: 300,
  secondary: 120,
  impact: 200,
  sameZone: 80,
  sameLa: 40,
  distance: 130,
  prefer: 100,
  continuity: 50,
  providerPref: 20,
  specialist: 250,
  context: 80,
  workMode: 60,
  load: 40,
} as const satisfies Readonly<Record<string, number>>;

export type FitWeight = keyof typeof defaultFitWeights;
export type FitWeights = Readonly<Record<FitWeight, number>>;

/** What each part of the score rewards, in words for the page that shows the weights. */
export const fitWeightLabels: Readonly<Record<FitWeight, string>> = {
  level: "Level in the area of expertise asked for first",
  secondary: "Level in the other areas asked for",
  impact: "Track record in earlier deployments",
  sameZone: "In the same zone",
  sameLa: "In the same local authority, if not in the same zone",
  distance: "Nearness",
  prefer: "The head's own ranking",
  continuity: "Already working with the school",
  providerPref: "In a zone that the leader prefers",
  specialist: "Second leader for another area of expertise",
  context: "Home school like the school that asks: phase, setting, size, free meals, faith",
  workMode: "Works in the ways that are asked for",
  load: "Few other schools at the moment",
};

export const highestFitWeight = 1000;

/** Whole points, from none to 1,000: what the engine counts in (Product rules, matching: fit). */
export const isFitWeight = (value: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= highestFitWeight;

const isFitWeightName = (name: string): name is FitWeight => name in defaultFitWeights;

/** The parts of the score, in the order in which pages show them. */
export const fitWeightNames: readonly FitWeight[] =
  Object.keys(defaultFitWeights).filter(isFitWeightName);

export const sameFitWeights = (one: FitWeights, other: FitWeights): boolean =>
  fitWeightNames.every((name) => one[name] === other[name]);

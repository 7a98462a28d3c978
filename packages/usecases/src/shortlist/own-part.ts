import type { FitWeights } from "@alongside/domain/partnership";
import {
  likenessOf,
  modesShared,
  overallLikeness,
  roomLeft,
  type Likeness,
} from "@alongside/domain/shortlist";
import type { PairFacts } from "./facts.ts";

/** The parts of the fit score that a round's engine has no word for. */
export type OwnPart = "context" | "work-mode" | "load";

type Pair = Pick<PairFacts, "school" | "home" | "ask" | "line" | "work">;

export const likenessIn = ({ school, home }: Pick<Pair, "school" | "home">): readonly Likeness[] =>
  likenessOf(school, home);

export const sharedModes = ({ ask, line }: Pick<Pair, "ask" | "line">): readonly string[] =>
  modesShared(ask.modes, line.supply.modes);

/** Whole points, each a share of its weight. */
export const ownPoints = (pair: Pair, weights: FitWeights): Readonly<Record<OwnPart, number>> => {
  const { ask, line, work } = pair;
  const shares: Readonly<Record<OwnPart, number>> = {
    context: overallLikeness(likenessIn(pair)),
    "work-mode": sharedModes(pair).length / Math.max(1, ask.modes.length),
    load: roomLeft(work, line.supply.mostSchools),
  };
  return {
    context: Math.round(weights.context * shares.context),
    "work-mode": Math.round(weights.workMode * shares["work-mode"]),
    load: Math.round(weights.load * shares.load),
  };
};

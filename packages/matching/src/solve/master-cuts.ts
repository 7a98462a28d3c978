import { entry, real } from "./cells.ts";
import { type Stop, relax } from "./column-generation.ts";
import { type Master, addCut } from "./master.ts";
import { type Support, type Triple, elementsOf, violatedTriples } from "./subset-rows.ts";

const fractionalSupport = ({ lp, model, setOf, sets, setProvider }: Master): readonly Support[] => {
  const support: Support[] = [];
  for (let row = 0; row < lp.rows; row++) {
    const set = setOf[lp.basic[row] ?? -1];
    const level = real(lp.level, row);
    if (set === undefined || level < 1e-4 || level > 1 - 1e-4) continue;
    const elements = elementsOf(model, entry(sets, set), entry(setProvider, set));
    support.push({ elements, level });
  }
  return support;
};

const cutsOfRound = 30;
const cutsOfElement = 4;

/** The most violated, but few over any one element: the next would be mended with the first. */
const spreadOut = (triples: readonly Triple[]): readonly Triple[] => {
  const used = new Map<number, number>();
  const chosen: Triple[] = [];
  for (const triple of triples) {
    if (chosen.length === cutsOfRound) break;
    if (triple.elements.some((element) => (used.get(element) ?? 0) >= cutsOfElement)) continue;
    for (const element of triple.elements) used.set(element, (used.get(element) ?? 0) + 1);
    chosen.push(triple);
  }
  return chosen;
};

/** Units for each pair of sets' elements that is looked at. */
const workOfPair = 1 / 10;

/**
 * Subset-row cuts in the programme itself, with pricing that knows of them (Jepsen et al. 2008): round after round while some are violated.
 * Starts from a solved relaxation and leaves one. Returns the lowest bound met.
 */
export const strengthen = (master: Master, stop: Stop, rounds: number): number => {
  let bound = Infinity;
  for (let round = 0; round < rounds && !stop.isOver(); round++) {
    const support = fractionalSupport(master);
    for (const { elements } of support) stop.spend(workOfPair * elements.length ** 2);
    const triples = spreadOut(violatedTriples(support));
    if (triples.length === 0) break;
    for (const { elements } of triples) addCut(master, elements);
    const answer = relax(master, stop);
    bound = Math.min(bound, answer.bound);
    if (!answer.complete || bound < stop.below) break;
  }
  return bound;
};

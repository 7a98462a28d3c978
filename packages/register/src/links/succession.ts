import type { IsoDate, LinkManner, SchoolLink, Urn } from "@alongside/domain/school";

/** One place passing on to another. `date` is when the later one began, where either side states it. */
export type SuccessionStep = {
  readonly from: Urn;
  readonly to: Urn;
  readonly manner: LinkManner;
  readonly date: IsoDate | null;
};

export type Succession = {
  /** All that came before, nearest first, each once; the URN itself is left out. */
  readonly predecessorsOf: (urn: Urn) => readonly Urn[];
  /** All that came after, nearest first, each once. */
  readonly successorsOf: (urn: Urn) => readonly Urn[];
  /** Where the place is now: the ends of its line. A split has several; a URN without successors is its own. */
  readonly currentOf: (urn: Urn) => readonly Urn[];
  /** The steps that lead to and from the URN: its own line, not those of its siblings. Dated steps in order, undated first. */
  readonly historyOf: (urn: Urn) => readonly SuccessionStep[];
};

type Graph = {
  readonly after: ReadonlyMap<Urn, readonly SuccessionStep[]>;
  readonly before: ReadonlyMap<Urn, readonly SuccessionStep[]>;
};

const toStep = ({
  urn,
  linkUrn,
  direction,
  manner,
  establishedDate,
}: SchoolLink): SuccessionStep => {
  const [from, to] = direction === "predecessor" ? [linkUrn, urn] : [urn, linkUrn];
  return { from, to, manner, date: establishedDate };
};

const laterDate = (one: IsoDate | null, other: IsoDate | null): IsoDate | null => {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
};

/**
 * Both sides of a pair state the same step, often with the old place's last day and the new one's first: the later is
 * the day it began. The side that names a merger or a split knows more than one that says `Successor` only.
 */
const combine = (known: SuccessionStep | undefined, step: SuccessionStep): SuccessionStep =>
  known === undefined
    ? step
    : {
        ...step,
        manner: known.manner === "plain" ? step.manner : known.manner,
        date: laterDate(known.date, step.date),
      };

const toSteps = (links: Iterable<SchoolLink>): readonly SuccessionStep[] => {
  const steps = new Map<string, SuccessionStep>();
  for (const link of links) {
    if (link.direction === "related") continue;
    const step = toStep(link);
    const pair = `${step.from} ${step.to}`;
    steps.set(pair, combine(steps.get(pair), step));
  }
  return [...steps.values()];
};

const groupBy = (
  steps: readonly SuccessionStep[],
  end: "from" | "to",
): ReadonlyMap<Urn, readonly SuccessionStep[]> => Map.groupBy(steps, (step) => step[end]);

/** Walks breadth first and visits each URN once, so a ring of links, which GIAS does hold, comes to an end. */
const walk = (start: Urn, neighbours: (urn: Urn) => readonly Urn[]): readonly Urn[] => {
  const visited = new Set<Urn>([start]);
  for (const urn of visited) for (const next of neighbours(urn)) visited.add(next);
  visited.delete(start);
  return [...visited];
};

const byDate = (one: SuccessionStep, other: SuccessionStep): number => {
  const [first, second] = [one.date ?? "", other.date ?? ""];
  if (first !== second) return first < second ? -1 : 1;
  return one.from - other.from || one.to - other.to;
};

const historyIn = (graph: Graph, upTo: readonly Urn[], onwards: readonly Urn[]) => {
  const leadingHere = upTo.flatMap((each) => graph.before.get(each) ?? []);
  const leadingOn = onwards.flatMap((each) => graph.after.get(each) ?? []);
  return [...new Set([...leadingHere, ...leadingOn])].toSorted(byDate);
};

/** The ends of the line; in a ring, where there is no end, the place itself. */
const endsOf = (graph: Graph, urn: Urn, after: readonly Urn[]): readonly Urn[] => {
  const ends = [urn, ...after].filter((each) => !graph.after.has(each));
  return ends.length === 0 ? [urn] : ends;
};

/** Lets history follow a place through changes of URN: chains, mergers, splits and rings. */
export const successionOf = (links: Iterable<SchoolLink>): Succession => {
  const steps = toSteps(links);
  const graph: Graph = { after: groupBy(steps, "from"), before: groupBy(steps, "to") };
  const predecessorsOf = (urn: Urn) =>
    walk(urn, (each) => (graph.before.get(each) ?? []).map((step) => step.from));
  const successorsOf = (urn: Urn) =>
    walk(urn, (each) => (graph.after.get(each) ?? []).map((step) => step.to));
  return {
    predecessorsOf,
    successorsOf,
    currentOf: (urn) => endsOf(graph, urn, successorsOf(urn)),
    historyOf: (urn) =>
      historyIn(graph, [urn, ...predecessorsOf(urn)], [urn, ...successorsOf(urn)]),
  };
};

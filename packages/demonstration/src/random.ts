/** A stream of pseudo-random values that depends on its seed text alone: the same on every machine. */
export type Random = {
  /** In [0, 1). */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly shuffled: <Item>(items: readonly Item[]) => readonly Item[];
  /** Near to normal, mean 0, deviation 1: a sum of twelve uniforms, which no engine rounds in its own way. */
  readonly normal: () => number;
};

const hash = (text: string): number => {
  let value = 2166136261;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  }
  value = Math.imul(value ^ (value >>> 16), 2246822507);
  return (value ^ (value >>> 13)) >>> 0;
};

/** Mulberry32, by Tommy Ettinger: 32 bits of state are plenty for one area. */
const mulberry = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** The item at `index`; a broken word list is a mistake of this package, so it stops everything. */
export const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index];
  if (item === undefined) throw new Error(`Nothing at ${index} of ${items.length}`);
  return item;
};

/** Each subject takes a stream of its own (`pupils:900012`), so that a change to one leaves the others as they were. */
export const randomFrom = (seed: string): Random => {
  const next = mulberry(hash(seed));
  const between = (low: number, high: number): number => low + next() * (high - low);
  const whole = (low: number, high: number): number => Math.floor(between(low, high + 1));
  const shuffled = <Item>(items: readonly Item[]): readonly Item[] => {
    const rest = [...items];
    return items.map(() => {
      const index = whole(0, rest.length - 1);
      const item = at(rest, index);
      rest.splice(index, 1);
      return item;
    });
  };
  return {
    next,
    between,
    whole,
    shuffled,
    chance: (probability) => next() < probability,
    pick: (items) => at(items, whole(0, items.length - 1)),
    normal: () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6),
  };
};

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Rounds half up to so many decimal places. */
export const rounded = (value: number, places = 0): number => {
  const factor = 10 ** places;
  return Math.round(value * factor) / factor;
};

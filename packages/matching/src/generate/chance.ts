/** A seeded stream of chance: the same seed gives the same numbers on every machine. */
export type Chance = {
  readonly share: () => number;
  readonly whole: (from: number, to: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <Value>(list: readonly Value[]) => Value;
  readonly weighted: <Value>(list: readonly (readonly [Value, number])[]) => Value;
  readonly bell: (spread: number) => number;
};

const hash = (text: string): number => {
  let state = 2166136261;
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619);
  return state >>> 0;
};

/** The generator mulberry32 over a hash of the seed. Lists that are picked from must not be empty. */
export const chanceFrom = (seed: string): Chance => {
  let state = hash(seed);
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const pick = <Value>(list: readonly Value[]): Value => {
    const picked = list[Math.floor(share() * list.length)];
    if (picked === undefined) throw new RangeError("nothing to pick from");
    return picked;
  };
  return {
    share,
    pick,
    whole: (from, to) => from + Math.floor(share() * (to - from + 1)),
    happens: (probability) => share() < probability,
    weighted: (list) => {
      const total = list.reduce((sum, [, weight]) => sum + weight, 0);
      let left = share() * total;
      for (const [value, weight] of list) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(list)[0];
    },
    bell: (spread) => (share() + share() + share() + share() - 2) * spread * Math.sqrt(3),
  };
};

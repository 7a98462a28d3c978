import { instantOf } from "@alongside/domain/calendar";
import { londonDate, type IsoDate } from "@alongside/domain/school";
import type { Size } from "./size.ts";

/** Everything that is invented is drawn from here, in one order: the same country for the same size. */
export type World = {
  readonly size: Size;
  readonly today: IsoDate;
  readonly now: string;
  /** From 0 to 1. */
  readonly random: () => number;
};

/** The same numbers for the same seed, from 0 to 1 (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const worldAt = (size: Size, at: number): World => ({
  size,
  today: londonDate(at),
  now: instantOf(at),
  random: randomFrom(7),
});

/** A whole number from 0 to one less than the limit. */
export const below = ({ random }: World, limit: number): number => Math.floor(random() * limit);

/** One of the values; the other where there are none. */
export const oneOf = <Value>(world: World, values: readonly Value[], other: Value): Value =>
  values[below(world, values.length)] ?? other;

export const list = <Value>(count: number, make: (index: number) => Value): readonly Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

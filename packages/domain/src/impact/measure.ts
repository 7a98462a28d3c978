import type { Direction } from "../code-list/index.ts";
import type { Instant } from "../calendar/index.ts";
import { londonDateOf } from "../calendar/index.ts";
import type { IsoDate } from "../school/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";

/** A value of a measure, in the measure's own unit, with when and where it comes from. */
export type Reading = { readonly value: number; readonly date: IsoDate; readonly source: string };

/** An objective as it is followed: from a baseline to a target, with readings on the way. */
export type TrackedObjective = {
  readonly direction: Direction;
  readonly baseline: Reading;
  readonly target: { readonly value: number; readonly by: IsoDate };
  readonly readings: readonly Reading[];
};

export type ReadingRefusal =
  | { readonly kind: "not-a-number" }
  | { readonly kind: "reading-before-baseline"; readonly date: IsoDate; readonly baseline: IsoDate }
  | { readonly kind: "reading-ahead"; readonly date: IsoDate; readonly today: IsoDate }
  | { readonly kind: "reading-repeated"; readonly date: IsoDate; readonly source: string }
  | { readonly kind: "words-needed"; readonly field: "source" };

const faultOf = (
  { baseline, readings }: TrackedObjective,
  { value, date, source }: Reading,
  today: IsoDate,
): ReadingRefusal | undefined => {
  if (!Number.isFinite(value)) return { kind: "not-a-number" };
  if (source.trim() === "") return { kind: "words-needed", field: "source" };
  if (date < baseline.date)
    return { kind: "reading-before-baseline", date, baseline: baseline.date };
  if (date > today) return { kind: "reading-ahead", date, today };
  return readings.some((reading) => reading.date === date && reading.source === source)
    ? { kind: "reading-repeated", date, source }
    : undefined;
};

/** Readings come after the baseline and not from the future, each with its date and source (Product rules, §3: impact). */
export const addReading = (
  objective: TrackedObjective,
  reading: Reading,
  at: Instant,
): Result<TrackedObjective, ReadingRefusal> => {
  const fault = faultOf(objective, reading, londonDateOf(at));
  if (fault) return refused(fault);
  const readings = [...objective.readings, reading].toSorted((one, other) =>
    one.date.localeCompare(other.date),
  );
  return accepted({ ...objective, readings });
};

/** The latest reading: what the objective has come to. The last given wins where two share a date. */
export const actualOf = ({ readings }: Pick<TrackedObjective, "readings">): Reading | undefined =>
  readings.reduce<Reading | undefined>(
    (latest, reading) => (latest === undefined || reading.date >= latest.date ? reading : latest),
    undefined,
  );

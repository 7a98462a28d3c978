import { isSmall } from "./suppress.ts";

/** What became of one published measure at the schools that had support, beside schools alike that had none. */
export type Outcome = {
  readonly measure: string;
  readonly label: string;
  readonly unit: string;
  readonly direction: "up" | "down";
  readonly baselineYear: number;
  readonly afterYear: number;
  /** Null where it is hidden. */
  readonly schools: number | null;
  readonly matched: number | null;
  /** In the unit of the measure, with the interval of 95 %; null where it is hidden. */
  readonly effect: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** The interval holds nothing but a change for the better or for the worse. */
  readonly isClear: boolean;
  readonly isHidden: boolean;
};

/** As it leaves the partnership's staff: what is made of 1 to 5 schools could tell of one (Product rules, §3: small numbers). */
export const guardOutcomes = (outcomes: readonly Outcome[]): readonly Outcome[] =>
  outcomes.map((outcome) =>
    isSmall(outcome.schools ?? 0)
      ? {
          ...outcome,
          schools: null,
          matched: null,
          effect: null,
          isClear: false,
          isHidden: true,
        }
      : outcome,
  );

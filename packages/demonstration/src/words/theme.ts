/** What a need is about, in the words in which heads put it; codes come from the default lists. */
export type Theme = {
  /** Primary area of expertise. */
  readonly area: string;
  readonly other: readonly string[];
  /** Areas of the report card. */
  readonly focus: readonly string[];
  readonly why: string;
  readonly wanted: string;
  readonly objectives: readonly {
    readonly text: string;
    /** Code of the measure catalogue. */
    readonly measure: string;
    /** From baseline to target; below nought where less is better. */
    readonly gain: number;
  }[];
  /** What a leader looks at on a visit. */
  readonly seen: string;
};

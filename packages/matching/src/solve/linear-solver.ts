/** One column of a linear programme: what a unit of it brings and takes. */
export type LinearColumn = {
  readonly cost: number;
  /** The level to start from, where the solver can start from one. */
  readonly level: number;
  readonly rows: Int32Array;
  readonly values: Float64Array;
};

export type LinearAnswer = {
  readonly levels: Float64Array;
  readonly duals: Float64Array;
  readonly value: number;
  /** Units of work that it took. */
  readonly work: number;
};

/** A linear programme that stands between solves, each going on from where the last one ended: maximise, columns from 0 to 1. */
export type LinearProgramme = {
  readonly addColumns: (columns: readonly LinearColumn[]) => void;
  readonly setRow: (row: number, lower: number, upper: number) => void;
  /** Shuts columns at zero, or opens them again. */
  readonly shut: (columns: readonly number[], isShut: boolean) => void;
  /** The next solve goes on from these multipliers. */
  readonly goOnFrom: (duals: Float64Array) => void;
  readonly solve: () => LinearAnswer;
};

/** What a part too large for our own simplex method is solved with. */
export type LinearSolver = {
  /** A programme of rows `lower ≤ a·x ≤ upper`, without columns yet. */
  readonly create: (lower: Float64Array, upper: Float64Array) => LinearProgramme;
};

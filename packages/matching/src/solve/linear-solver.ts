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

/** A linear programme that stands between solves and starts each from the last basis: maximise, columns at zero or above. */
export type LinearProgramme = {
  /** Whether answers are those of a simplex method, or only near to right. */
  readonly isExact: boolean;
  readonly addColumns: (columns: readonly LinearColumn[]) => void;
  readonly setRow: (row: number, lower: number, upper: number) => void;
  /** Shuts columns at zero, or opens them again. */
  readonly shut: (columns: readonly number[], isShut: boolean) => void;
  /** Where answers are only near to right, the next solve goes on from these multipliers; a simplex method keeps its basis. */
  readonly goOnFrom: (duals: Float64Array) => void;
  /** Nothing where no plan is feasible or the solver gave up. */
  readonly solve: () => LinearAnswer | undefined;
  readonly dispose: () => void;
};

/** What a part too large for our own simplex method is solved with. */
export type LinearSolver = {
  /** A programme of rows `lower ≤ a·x ≤ upper`, without columns yet. */
  readonly create: (lower: Float64Array, upper: Float64Array) => LinearProgramme;
};

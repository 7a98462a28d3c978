import type { Highs, Model } from "highs";
import * as highsModule from "highs";
import type { LinearAnswer, LinearColumn, LinearProgramme, LinearSolver } from "./linear-solver.ts";

/** Guarantee: the package's ES module exports its loader as the default, though its CommonJS types hide it. */
const loaderOf = (module: typeof highsModule): (() => Promise<Highs>) =>
  module.default as unknown as () => Promise<Highs>;

const csc = (columns: readonly LinearColumn[], numRows: number) => {
  const starts = new Int32Array(columns.length + 1);
  columns.forEach(({ rows }, at) => (starts[at + 1] = (starts[at] ?? 0) + rows.length));
  const cells = starts[columns.length] ?? 0;
  const indices = new Int32Array(cells);
  const values = new Float64Array(cells);
  columns.forEach((column, at) => {
    indices.set(column.rows, starts[at]);
    values.set(column.values, starts[at]);
  });
  return { format: "csc", numRows, numCols: columns.length, starts, indices, values } as const;
};

/** Units of work of one step of a sparse simplex method. */
const workOfStep = (rows: number): number => 20 + rows / 20;

const solved = (highs: Highs, model: Model, rows: number): LinearAnswer | undefined => {
  const before = Number(model.info.get("simplex_iteration_count"));
  const { modelStatus } = model.run();
  if (modelStatus !== highs.constants.modelStatus.optimal) return undefined;
  const { colValue, rowDual } = model.getSolution();
  const steps = Number(model.info.get("simplex_iteration_count"));
  return {
    levels: colValue,
    duals: rowDual,
    value: model.getObjectiveValue(),
    work: workOfStep(rows) * Math.max(0, steps >= before ? steps - before : steps),
  };
};

const programme = (highs: Highs, lower: Float64Array, upper: Float64Array): LinearProgramme => {
  const model = highs.createModel();
  model.options.set({ output_flag: false, presolve: "off", simplex_strategy: 1, random_seed: 0 });
  model.changeObjectiveSense(highs.constants.objectiveSense.maximize);
  model.addRows({
    lower,
    upper,
    matrix: {
      format: "csr",
      numRows: lower.length,
      numCols: 0,
      starts: new Int32Array(lower.length + 1),
      indices: new Int32Array(0),
      values: new Float64Array(0),
    },
  });
  return {
    isExact: true,
    addColumns: (columns) => {
      if (columns.length === 0) return;
      model.addCols({
        cost: Float64Array.from(columns, ({ cost }) => cost),
        lower: new Float64Array(columns.length),
        upper: new Float64Array(columns.length).fill(highs.infinity),
        matrix: csc(columns, lower.length),
      });
    },
    setRow: (row, from, to) => {
      model.changeRowBounds(row, from, to);
    },
    shut: (columns, isShut) => {
      for (const column of columns) model.changeColBounds(column, 0, isShut ? 0 : highs.infinity);
    },
    goOnFrom: () => {},
    solve: () => solved(highs, model, lower.length),
    dispose: () => model.dispose(),
  };
};

/** Loads HiGHS (WebAssembly, a tenth of a second). Rounds above some 450 connected requests need it to be solved well. */
export const loadLinearSolver = async (): Promise<LinearSolver> => {
  const highs = await loaderOf(highsModule)();
  return { create: (lower, upper) => programme(highs, lower, upper) };
};

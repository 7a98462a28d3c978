import type { Problem } from "../problem.ts";
import type { LinearSolver } from "./linear-solver.ts";

/** Above this many requests in one connected part no exact proof is tried, and our own simplex method is too slow. */
export const largeFrom = 450;

/**
 * The option `linearSolver` for a round that needs it, loaded on demand (a tenth of a second); nothing for a smaller one. Without it a
 * large round is still solved, only worse.
 */
export const linearSolverFor = async (
  problem: Problem,
): Promise<{ readonly linearSolver?: LinearSolver }> => {
  if (problem.requests.length <= largeFrom) return {};
  const { loadLinearSolver } = await import("./highs-solver.ts");
  return { linearSolver: await loadLinearSolver() };
};

import { appendFileSync } from "node:fs";

/** The size of a test that stands behind a promise: small every day, full when the figures of the promises are measured. */
export const sized = (everyday: number, full: number): number =>
  process.env["PROOF_FIGURES"] === undefined ? everyday : full;

/**
 * Tells what a test measured for a promise, such as `authorisation.probes`. It is printed, and kept for the page of promises where that
 * is being made.
 */
export const keepFigure = (promise: string, figure: string): void => {
  process.stdout.write(`${promise}: ${figure}\n`);
  const file = process.env["PROOF_FIGURES"];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ promise, figure })}\n`);
};

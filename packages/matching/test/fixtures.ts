import { readFileSync } from "node:fs";
import { readProblem, type Problem } from "../src/index.ts";

type Optimum = {
  readonly file: string;
  readonly servedByBand: readonly number[];
  readonly fit: number;
};

const load = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), "utf8"));

/** Guarantee: the fixture is ours and has this shape. */
export const optima = load("optima.json") as readonly Optimum[];

export const sampleFile = (file: string): unknown => load(file);

export const sample = (file: string): Problem => {
  const reading = readProblem(load(file));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.problem;
};

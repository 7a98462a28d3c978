import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { root } from "../src/env.ts";

/** One promise of the product with the last figure that a command of the project measured for it. */
export type Kept = {
  readonly promise: string;
  /** The command or the test that measures it. */
  readonly test: string;
  readonly figure: string;
  readonly hold: string;
  readonly isHeld: boolean;
};

const commitOf = (): string => {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root }).toString().trim();
  } catch {
    return "unknown";
  }
};

const machine = (): string => {
  const all = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${all.length} × ${all[0]?.model.trim() ?? "unknown"}, ${memory} GB, Node ${process.versions.node}`;
};

/** Prints a promise as it is measured: a long run is read while it runs. */
export const printKept = ({ promise, figure, hold, isHeld }: Kept): void => {
  process.stdout.write(
    `${isHeld ? "held" : "NOT HELD"}  ${promise}\n          ${figure} (hold: ${hold})\n`,
  );
};

/** Writes the figures of a section to `docs/figures` and prints them as one line of JSON; the process fails when one is not held. */
export const writeFigures = (section: string, promises: readonly Kept[]): void => {
  const measuredOn = { date: new Date().toISOString(), machine: machine(), commit: commitOf() };
  const figures = { section, measuredOn, promises };
  const folder = join(root, "docs/figures");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${section}.json`), `${JSON.stringify(figures, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  process.exitCode = promises.every(({ isHeld }) => isHeld) ? 0 : 1;
};

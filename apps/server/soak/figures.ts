import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
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

type Figures = { readonly promises: readonly Kept[] };

/** The promises of an earlier run. Guarantee: only `writeFigures` writes these files. */
const earlierIn = (file: string): readonly Kept[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Figures).promises : [];

/**
 * Writes the figures of a section to `docs/figures` and prints them as one line of JSON; the process fails when one is not held. A part of a section
 * takes the place of its own promises and leaves those of the other parts.
 */
export const writeFigures = (section: string, promises: readonly Kept[], isPart = false): void => {
  const folder = join(root, "docs/figures");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${section}.json`);
  const own = new Set(promises.map(({ promise }) => promise));
  const others = isPart ? earlierIn(file).filter(({ promise }) => !own.has(promise)) : [];
  const measuredOn = { date: new Date().toISOString(), machine: machine(), commit: commitOf() };
  const figures = { section, measuredOn, promises: [...others, ...promises] };
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  process.exitCode = promises.every(({ isHeld }) => isHeld) ? 0 : 1;
};

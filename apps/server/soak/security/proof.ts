import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { root } from "../../src/env.ts";
import { printKept, writeFigures } from "../figures.ts";
import { audit } from "./audit.ts";
import { authorisation } from "./authorisation.ts";
import { input } from "./input.ts";
import { operations } from "./operations.ts";
import type { Promised, Section } from "./promise.ts";
import { signIn } from "./sign-in.ts";
import { storing } from "./storing.ts";

/* Runs the tests of one section at their full size, and keeps what they measured for the page of promises. */

const sections = new Map<string, Section>([
  ["authorisation", authorisation],
  ["input", input],
  ["sign-in", signIn],
  ["audit", audit],
  ["operations", operations],
  ["storing", storing],
]);

type Case = { readonly fullName: string; readonly status: string };
type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly Case[];
  }[];
};

const projectOf = (file: string): string =>
  file.startsWith("e2e/") ? "journeys" : (file.split("/")[1] ?? "");

const runTests = (
  files: readonly string[],
  folder: string,
): ReadonlyMap<string, readonly Case[]> => {
  const report = join(folder, "report.json");
  const projects = [...new Set(files.map(projectOf))].flatMap((name) => ["--project", name]);
  const words = [
    "run",
    ...projects,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  spawnSync("vitest", [...words, "--testTimeout=560000", "--maxWorkers=1", ...files], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PROOF_FIGURES: join(folder, "figures.jsonl") },
  });
  if (!existsSync(report)) return new Map();
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
  return new Map(
    testResults.map(({ name, assertionResults }) => [relative(root, name), assertionResults]),
  );
};

type Figure = { readonly promise: string; readonly figure: string };

const readFigures = (folder: string): ReadonlyMap<string, string> => {
  const file = join(folder, "figures.jsonl");
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return new Map(
    lines.map((line) => JSON.parse(line) as Figure).map(({ promise, figure }) => [promise, figure]),
  );
};

const counted = (count: number): string => (count === 1 ? "1 test" : `${count} tests`);

type Measured = {
  readonly cases: ReadonlyMap<string, readonly Case[]>;
  readonly figures: ReadonlyMap<string, string>;
};

/** A promise holds when there is a test for it, all of them passed, and the figure that was asked for was measured. */
const judge = ({ key, promise, test, named, hold }: Promised, { cases, figures }: Measured) => {
  const own = (cases.get(test) ?? []).filter(({ fullName }) => named?.test(fullName) ?? true);
  const passed = own.filter(({ status }) => status === "passed").length;
  const kept = key === undefined ? undefined : figures.get(key);
  const isHeld =
    own.length > 0 && passed === own.length && (key === undefined || kept !== undefined);
  const shown =
    passed === own.length
      ? `${counted(passed)} passed`
      : `${passed} of ${counted(own.length)} passed`;
  return { promise, test, figure: kept ?? shown, hold, isHeld };
};

const prove = (name: string, section: Section): void => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-proof-"));
  const files = [...new Set(section.promises.map(({ test }) => test))];
  const measured = { cases: runTests(files, folder), figures: readFigures(folder) };
  rmSync(folder, { recursive: true, force: true });
  const promises = section.promises.map((promised) => judge(promised, measured));
  process.stdout.write(`\n${section.title}\n`);
  for (const promise of promises) printKept(promise);
  writeFigures(name, promises);
  const held = promises.filter(({ isHeld }) => isHeld).length;
  process.stdout.write(`${held} of ${promises.length} promises held\n`);
};

const asked = process.argv[2] ?? "";
const section = sections.get(asked);
if (section === undefined) {
  process.stderr.write(`say which: ${[...sections.keys()].join(", ")}\n`);
  process.exitCode = 2;
} else {
  prove(asked, section);
}

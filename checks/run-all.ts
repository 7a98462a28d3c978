import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { chromiumPath } from "../e2e/support/browser.ts";

const root = resolve(import.meta.dirname, "..");
const path = `${join(root, "node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}`;

type Step = { readonly name: string; readonly command: string; readonly words: readonly string[] };

const checks: readonly Step[] = [
  { name: "format", command: "oxfmt", words: ["--check", "."] },
  { name: "lint", command: "oxlint", words: ["."] },
  { name: "types", command: "tsc", words: ["-p", "tsconfig.json"] },
  { name: "types of the rules, without Node", command: "tsc", words: ["-p", "packages/domain"] },
  { name: "types of the web app", command: "tsc", words: ["-p", "apps/web"] },
  { name: "dead code", command: "knip", words: ["--no-progress"] },
  { name: "build", command: "vite", words: ["build", "apps/web", "--logLevel", "warn"] },
];

const run = ({ command, words }: Step): boolean =>
  spawnSync(command, words, { cwd: root, stdio: "inherit", env: { ...process.env, PATH: path } })
    .status === 0;

type Counts = { readonly passed: number; readonly failed: number };

const runChecks = (): Counts => {
  const failed = checks.filter((step) => {
    const started = performance.now();
    const isRight = run(step);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${isRight ? "right" : "WRONG"}  ${step.name} (${seconds} s)\n`);
    return !isRight;
  });
  return { passed: checks.length - failed.length, failed: failed.length };
};

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
};

const readReport = (file: string): Report | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : undefined;

const browserProjects = ["--project", "!journeys"];

const runTests = (): Counts & { readonly skipped: number } => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-report-"));
  const file = join(folder, "report.json");
  const hasBrowser = chromiumPath() !== undefined;
  if (!hasBrowser) {
    process.stdout.write(
      "No Chromium was found: the journeys are left out. Install it, or name it in CHROMIUM.\n",
    );
  }
  const words = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  run({
    name: "tests",
    command: "vitest",
    words: [...words, ...(hasBrowser ? [] : browserProjects)],
  });
  const report = readReport(file);
  rmSync(folder, { recursive: true, force: true });
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, success } = report;
  // A file that cannot even be loaded counts no test: it fails the run all the same.
  const failed = numFailedTests === 0 && !success ? 1 : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests };
};

const started = performance.now();
const checked = runChecks();
const tested = runTests();
const passed = checked.passed + tested.passed;
const failed = checked.failed + tested.failed;
const minutes = ((performance.now() - started) / 60_000).toFixed(1);
process.stdout.write(`\nAll of it took ${minutes} minutes.\n`);
process.stdout.write(
  `${passed} passed, ${failed} failed${tested.skipped > 0 ? `, ${tested.skipped} skipped` : ""}\n`,
);
process.exitCode = failed === 0 ? 0 : 1;

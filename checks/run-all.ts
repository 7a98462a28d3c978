import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { chromiumPath } from "../e2e/support/browser.ts";

const root = resolve(import.meta.dirname, "..");
const path = `${join(root, "node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}`;

type Step = {
  readonly name: string;
  readonly command: string;
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

/** The journeys and the weighing of the first page look at what it makes. */
const build: Step = {
  name: "build",
  command: "vite",
  words: ["build", "apps/web", "--logLevel", "warn"],
};

/** Each of several checkers learns all the types anew: on cores that the tests keep busy, one costs half of what four do. */
const oneChecker = ["--checkers", "1"];

const checks: readonly Step[] = [
  { name: "format", command: "oxfmt", words: ["--check", "."] },
  { name: "lint", command: "oxlint", words: ["."] },
  { name: "dead code", command: "knip", words: ["--no-progress"] },
  { name: "types", command: "tsc", words: ["-p", "tsconfig.json", ...oneChecker] },
  {
    name: "types of the rules, without Node",
    command: "tsc",
    words: ["-p", "packages/domain", ...oneChecker],
  },
  { name: "types of the web app", command: "tsc", words: ["-p", "apps/web", ...oneChecker] },
];

type Ended = { readonly isRight: boolean; readonly said: string };

/** Runs a command to its end. What it says goes out at once, or is kept for when it has ended. */
const run = (
  { command, words, environment }: Step,
  says: "at once" | "afterwards",
): Promise<Ended> =>
  new Promise((done) => {
    // The checks end before their memory matters: what they let go need not be looked for so often (Go's word for it).
    const env = { GOGC: "400", ...process.env, ...environment, PATH: path };
    const stdio = says === "at once" ? "inherit" : "pipe";
    const child = spawn(command, words, { cwd: root, stdio, env });
    const parts: string[] = [];
    child.stdout?.on("data", (part: Buffer) => parts.push(part.toString()));
    child.stderr?.on("data", (part: Buffer) => parts.push(part.toString()));
    child.once("error", (error) => done({ isRight: false, said: `${error.message}\n` }));
    child.once("close", (code) => done({ isRight: code === 0, said: parts.join("") }));
  });

type Counts = { readonly passed: number; readonly failed: number };

/** One after another; each is told of once it has ended, so that no two talk at once. */
const runChecks = async (steps: readonly Step[]): Promise<Counts> => {
  let failed = 0;
  for (const step of steps) {
    const started = performance.now();
    const { isRight, said } = await run(step, "afterwards");
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${said}${isRight ? "right" : "WRONG"}  ${step.name} (${seconds} s)\n`);
    if (!isRight) failed += 1;
  }
  return { passed: steps.length - failed, failed };
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

const runTests = async (): Promise<Counts & { readonly skipped: number }> => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-report-"));
  const file = join(folder, "report.json");
  const hasBrowser = chromiumPath() !== undefined;
  if (!hasBrowser) {
    process.stdout.write(
      "No Chromium was found: the journeys are left out. Install it, or name it in CHROMIUM.\n",
    );
  }
  const words = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const tests = [...words, ...(hasBrowser ? [] : browserProjects)];
  const environment = { WHOLE_RUN: "1" };
  await run({ name: "tests", command: "vitest", words: tests, environment }, "at once");
  const report = readReport(file);
  rmSync(folder, { recursive: true, force: true });
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, success } = report;
  // A file that cannot even be loaded counts no test: it fails the run all the same.
  const failed = numFailedTests === 0 && !success ? 1 : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests };
};

const started = performance.now();
const built = await runChecks([build]);
// The checks use what the tests leave of the processor: the tests wait for their browsers now and then.
const [checked, tested] = await Promise.all([runChecks(checks), runTests()]);
const passed = built.passed + checked.passed + tested.passed;
const failed = built.failed + checked.failed + tested.failed;
const minutes = ((performance.now() - started) / 60_000).toFixed(1);
process.stdout.write(`\nAll of it took ${minutes} minutes.\n`);
process.stdout.write(
  `${passed} passed, ${failed} failed${tested.skipped > 0 ? `, ${tested.skipped} skipped` : ""}\n`,
);
process.exitCode = failed === 0 ? 0 : 1;

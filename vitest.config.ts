import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { defineConfig } from "vitest/config";

// Over a database server each statement is a request of its own.
const patience = process.env["TEST_DATABASE"] === "server" ? 5 : 1;

// What Node compiles is kept for the workers that follow, and for the servers that tests start.
process.env["NODE_COMPILE_CACHE"] ??= join(tmpdir(), "alongside-compiled");

// What the workers of one run make once for all of them.
if (process.env["TEST_RUN"] === undefined) {
  const run = mkdtempSync(join(tmpdir(), "alongside-run-"));
  process.env["TEST_RUN"] = run;
  process.once("exit", () => rmSync(run, { recursive: true, force: true }));
}

// Node runs our modules as they are: only the tests themselves go through Vite, instead of every module once more for each project.
const asTheyAre = {
  deps: { external: [/\/(packages|apps\/server|e2e\/support)\/(?!.*\.test\.ts).*\.ts$/] },
};

// What each worker begins with, and each product, engine and command that a test starts.
const loading = `--import=${new URL("checks/loading.ts", import.meta.url).href}`;
if (!process.env["NODE_OPTIONS"]?.includes(loading)) {
  process.env["NODE_OPTIONS"] = `${process.env["NODE_OPTIONS"] ?? ""} ${loading}`.trim();
}

const nodeProject = (name: string, folder: string) => ({
  test: {
    name,
    root: folder,
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    // No test file changes what another one sees, so that workers need not begin anew for each.
    isolate: false,
    // The demonstration is made twice from nothing, which only Vite can begin anew.
    server: name === "demonstration" ? {} : asTheyAre,
    testTimeout: patience * 30_000,
    hookTimeout: patience * 30_000,
  },
});

const packages = ["domain", "matching", "register", "db", "auth", "usecases", "api", "testkit"];

const demonstration = nodeProject("demonstration", "packages/demonstration");

/** A project for each package, so that one of them can be run alone. */
const apart = [
  ...packages.map((name) => nodeProject(name, `packages/${name}`)),
  nodeProject("server", "apps/server"),
  nodeProject("checks", "checks"),
];

/** The same test files as one project: workers end with their project, and each begins with two seconds of reading modules. */
const together = {
  test: {
    ...nodeProject("node", ".").test,
    include: [`packages/{${packages.join()}}`, "apps/server", "checks"].map(
      (folder) => `${folder}/**/*.test.ts`,
    ),
  },
};

export default defineConfig({
  test: {
    // Journeys mostly wait for their browser: one more worker than cores keeps both busy.
    maxWorkers: 3,
    projects: [
      ...(process.env["WHOLE_RUN"] === undefined ? apart : [together]),
      demonstration,
      "apps/web",
      {
        test: {
          name: "journeys",
          root: "e2e",
          globalSetup: resolve(import.meta.dirname, "e2e/support/demonstration.ts"),
          include: ["gallery.test.ts", "journeys/**/*.test.ts", "support/*.test.ts"],
          isolate: false,
          server: asTheyAre,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

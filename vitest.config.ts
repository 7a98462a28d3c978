import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// Over a database server each statement is a request of its own.
const patience = process.env["TEST_DATABASE"] === "server" ? 5 : 1;

const nodeProject = (name: string, folder: string) => ({
  test: {
    name,
    root: folder,
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    // No test file changes what another one sees, so that workers need not begin anew for each.
    isolate: false,
    testTimeout: patience * 30_000,
    hookTimeout: patience * 30_000,
  },
});

export default defineConfig({
  test: {
    // Journeys mostly wait for their browser: one more worker than cores keeps both busy.
    maxWorkers: 3,
    projects: [
      ...[
        "domain",
        "matching",
        "register",
        "db",
        "auth",
        "usecases",
        "api",
        "testkit",
        "demonstration",
      ].map((name) => nodeProject(name, `packages/${name}`)),
      nodeProject("server", "apps/server"),
      "apps/web",
      nodeProject("checks", "checks"),
      {
        test: {
          name: "journeys",
          root: "e2e",
          globalSetup: resolve(import.meta.dirname, "e2e/support/demonstration.ts"),
          include: ["gallery.test.ts", "journeys/**/*.test.ts"],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

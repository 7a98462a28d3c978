import type { Section } from "./promise.ts";

export const operations: Section = {
  title: "Operations",
  promises: [
    {
      key: "operations.log",
      promise:
        "The log of a busy run holds no name, no address, no word that somebody wrote, no secret",
      test: "apps/server/src/log.test.ts",
      named: /planted/,
      hold: "0 of the planted values",
    },
    {
      promise: "A fault tells the screen an id that the log has too, and nothing else",
      test: "apps/server/src/log.test.ts",
      named: /fault/,
      hold: "the same id; no statement, no value, no stack",
    },
    {
      key: "operations.metrics",
      promise: "Metrics are told to whoever brings the token, or to the own machine in development",
      test: "apps/server/src/routes/metrics.test.ts",
      hold: "0 told to others; no id or name among the labels",
    },
    {
      promise: "An outage is answered as such",
      test: "apps/server/src/app.test.ts",
      named: /outage/,
      hold: "503 without statement or value",
    },
    {
      promise: "Regular work is noted: when it last ended well, and how often it failed since",
      test: "apps/server/src/jobs/repeat.test.ts",
      hold: "by the name of the error alone",
    },
    {
      promise:
        "The page of operations counts mails, work, backup and verification, and names nobody",
      test: "packages/usecases/src/operations/operations.test.ts",
      hold: "for operators and administrators",
    },
    {
      promise: "A production start names what is wrong, and ends well when it is told to",
      test: "apps/server/src/main.test.ts",
      hold: "exit 0 at SIGTERM",
    },
  ],
};

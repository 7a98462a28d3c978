import type { Section } from "./promise.ts";

/** What is shown of storing by tests alone; `pnpm soak:durability` shows what takes the real server. */
export const storing: Section = {
  title: "Random histories, requests sent again, backups and older databases",
  promises: [
    {
      key: "durability.histories",
      promise: "The ledger does as the rules do over random histories, and is never below zero",
      test: "packages/usecases/src/capacity/ledger-history.test.ts",
      hold: "10,000 operations, 0 that differ",
    },
    {
      promise:
        "A request sent five times under one key has one effect and one answer, at every act that begins a record or says yes",
      test: "packages/api/src/once.test.ts",
      hold: "all, and a new act fails the test until it is one of them",
    },
    {
      promise:
        "A backup made while the product is written to is one moment, and is that moment again once restored",
      test: "apps/server/src/jobs/backup.test.ts",
      hold: "chain verified, no gap",
    },
    {
      promise: "A torn, damaged or tampered backup is not restored",
      test: "apps/server/src/cli/backup.test.ts",
      hold: "all refused",
    },
    {
      promise: "A populated database of an older version comes to the newest with every row",
      test: "packages/db/src/migrate.test.ts",
      hold: "every row, every check clean",
    },
    {
      promise: "Many writers at once each have their turn, and none waits for itself",
      test: "packages/db/src/connection.test.ts",
      hold: "all succeed",
    },
    {
      promise:
        "Work that was rolled back sends no mail, and a process that dies over one loses none",
      test: "apps/server/src/mail/mail.test.ts",
      hold: "0 and 0",
    },
  ],
};

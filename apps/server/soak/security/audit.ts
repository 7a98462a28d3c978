import type { Section } from "./promise.ts";

const tampers = "packages/db/src/views/tamper.test.ts";
const subject = "packages/usecases/src/subject-access/subject-access.test.ts";

export const audit: Section = {
  title: "Audit",
  promises: [
    {
      key: "audit.tampers",
      promise: "Whatever is changed, taken out, put in, moved or cut off in the log is found",
      test: tampers,
      named: /never verifies/,
      hold: "1,000 tampers, all found",
    },
    {
      promise: "A log that is rewritten whole, every hash made to fit, is found by its seals",
      test: tampers,
      named: /seals/,
      hold: "found",
    },
    {
      promise: "The database itself takes nothing but one more event at the end of the log",
      test: tampers,
      named: /takes nothing but one more/,
      hold: "every other statement refused",
    },
    {
      key: "audit.speed",
      promise: "The log is verified quickly",
      test: tampers,
      named: /how fast/,
      hold: "printed",
    },
    {
      key: "audit.rows",
      promise: "Every mutation that changes anything leaves its event in the same transaction",
      test: "packages/api/src/event.test.ts",
      hold: "0 changes without an event",
    },
    {
      key: "audit.erasure",
      promise: "Erasing a person leaves the chain whole and the name and address nowhere",
      test: subject,
      named: /erasing a person/,
      hold: "0 places",
    },
    {
      key: "audit.subject-access",
      promise: "A person is given everything that is kept of them, and nothing of another",
      test: subject,
      named: /what is given/,
      hold: "0 missing, 0 of another’s",
    },
    {
      key: "audit.retention",
      promise: "What has been kept for its term is removed, as the dry run said; a hold keeps it",
      test: "packages/usecases/src/retention/retention.test.ts",
      hold: "each act on record, 0 young or held records removed",
    },
    {
      promise:
        "The register of personal values knows every table and every column that names a person",
      test: "packages/db/src/views/personal.test.ts",
      hold: "0 unknown",
    },
  ],
};

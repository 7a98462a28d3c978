import type { Section } from "./promise.ts";

export const input: Section = {
  title: "Input",
  promises: [
    {
      key: "input.fuzz",
      promise:
        "Whatever is sent to a procedure, made from its own schema or broken, is answered or refused",
      test: "packages/api/src/fuzz.test.ts",
      hold: "0 faults (500), 0 stacks, 0 secrets in an answer",
    },
    {
      key: "input.shapes",
      promise: "Broken requests over HTTP are refused in the product’s own words",
      test: "apps/server/src/fuzz.test.ts",
      hold: "0 faults (500), 0 stacks",
    },
    {
      key: "input.pages",
      promise: "Hostile text in every field runs on no page",
      test: "e2e/journeys/hostile-text-runs-nowhere.test.ts",
      hold: "nothing runs, 0 reports of the content security policy",
    },
    {
      key: "input.paper",
      promise:
        "Hostile text in files and mails begins no header, no line, no formula and no script",
      test: "apps/server/src/hostile.test.ts",
      hold: "0 of each; negative numbers stay numbers",
    },
    {
      promise:
        "Attached files: 5 MB at most, of the kinds that are taken, no packed bombs, no programs",
      test: "packages/usecases/src/attachment/attachment.test.ts",
      hold: "every other file refused",
    },
    {
      promise: "An attached file comes back as a download that no browser shows as a page",
      test: "apps/server/src/routes/attachment.test.ts",
      hold: "sandboxed, never inline",
    },
    {
      promise: "A mail lets no word of a name begin a header, and none run in its page",
      test: "apps/server/src/mail/mail.test.ts",
      named: /lets no word/,
      hold: "0 headers made",
    },
    {
      promise: "A calendar lets no text begin a line of its own",
      test: "apps/server/src/calendar/ics.test.ts",
      hold: "0 lines made",
    },
    {
      promise:
        "Bodies are at most 1 MB and say how long they are; ten calls in a batch, not eleven",
      test: "apps/server/src/app.test.ts",
      named: /ten calls|body/,
      hold: "413, 411 and 400",
    },
  ],
};

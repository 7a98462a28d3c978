import type { Section } from "./promise.ts";

export const authorisation: Section = {
  title: "Authorisation",
  promises: [
    {
      promise: "Every procedure has a line that says who it is for, and every line its procedure",
      test: "packages/api/src/matrix.test.ts",
      named: /has a policy for every procedure/,
      hold: "a new procedure without a line does not compile",
    },
    {
      key: "authorisation.matrix",
      promise:
        "Each procedure lets in whom its line lets in: each part, in the own and in another area",
      test: "packages/api/src/matrix.test.ts",
      named: /lets in whom/,
      hold: "0 wrong allows, 0 wrong denies",
    },
    {
      key: "authorisation.places",
      promise: "A record of another school or another zone is refused like one of another area",
      test: "packages/api/src/place.test.ts",
      hold: "0 told or changed",
    },
    {
      key: "authorisation.routes",
      promise:
        "The same holds of every address beside the procedures: lists, files, PDFs, calendars",
      test: "apps/server/src/routes/matrix.test.ts",
      hold: "0 answered wrongly",
    },
    {
      key: "authorisation.probes",
      promise:
        "An id of another area opens nothing wherever an input takes one: nested, in lists, in a batch",
      test: "packages/api/src/foreign-id.test.ts",
      named: /opens nothing/,
      hold: "100,000 probes, 0 leaks; ‘exists elsewhere’ and ‘does not exist’ answer alike",
    },
    {
      promise: "… and sends no mail of the one area to anybody of the other",
      test: "packages/api/src/foreign-id.test.ts",
      named: /opens nothing/,
      hold: "0 mails",
    },
    {
      key: "authorisation.exports",
      promise:
        "The same ids open nothing over HTTP: exports, feeds, PDFs, files, live updates, batches",
      test: "apps/server/src/routes/foreign-id.test.ts",
      hold: "0 leaks, 0 faults",
    },
    {
      promise: "Which fields each part is told by each query is written down, and a change is seen",
      test: "packages/api/src/field.test.ts",
      hold: "every query pinned",
    },
    {
      promise: "A role or an account that ended is gone at the next request: procedures, files",
      test: "apps/server/src/middleware/session.test.ts",
      named: /is gone at the next request/,
      hold: "refused at the next request",
    },
    {
      promise:
        "Live updates end with the session and with the part in the area, and tell nobody else",
      test: "apps/server/src/routes/live.test.ts",
      hold: "0 heard after the end",
    },
  ],
};

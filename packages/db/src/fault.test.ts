import { describe, expect, it } from "vitest";
import { isBusy, isLockedOut, isOutage, isUniqueViolation, unanswered } from "./fault.ts";

const wrapped = (code: string): Error =>
  new Error("a query failed", { cause: Object.assign(new Error("why"), { code }) });

describe("what a database says went wrong", () => {
  it.each(["SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "TRANSACTION_ACTIVE", "TRANSACTION_TIMEOUT"])(
    "is worth another try: %s",
    (code) => expect(isBusy(wrapped(code))).toBe(true),
  );

  it("is worth another try when a server ended a transaction that was too slow", () => {
    const message = "SQLite error: cannot rollback - no transaction is active";
    const cause = Object.assign(new Error(message), { code: "SQLITE_UNKNOWN" });
    expect(isBusy(new Error("a query failed", { cause }))).toBe(true);
    expect(isBusy(Object.assign(new Error("why"), { code: "SQLITE_UNKNOWN" }))).toBe(false);
  });

  it.each(["SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CORRUPT", "ECONNREFUSED", "SERVER_ERROR"])(
    "is an outage: %s",
    (code) => {
      expect(isOutage(wrapped(code))).toBe(true);
      expect(isBusy(wrapped(code))).toBe(false);
    },
  );

  it("is an outage when a server does not answer", () => {
    expect(isOutage(new Error("a query failed", { cause: unanswered() }))).toBe(true);
  });

  it.each(["SQLITE_CONSTRAINT_UNIQUE", "TRANSACTION_CLOSED", "SQLITE_ERROR"])(
    "is neither, but a bug or an input: %s",
    (code) => {
      expect(isOutage(wrapped(code))).toBe(false);
      expect(isBusy(wrapped(code))).toBe(false);
      expect(isLockedOut(wrapped(code))).toBe(false);
    },
  );

  it("knows a value that is there already, and nothing of other errors", () => {
    expect(isUniqueViolation(wrapped("SQLITE_CONSTRAINT_UNIQUE"))).toBe(true);
    expect(isOutage(new Error("no"))).toBe(false);
    expect(isBusy(undefined)).toBe(false);
  });
});

const codeOf = (error: unknown): string => {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : "";
};

/** A server that ended a transaction which was too slow knows of none when it is told to end it. */
const isForgotten = (error: unknown): boolean =>
  error instanceof Error &&
  (/no transaction is active/.test(error.message) || isForgotten(error.cause));

/** Another process or transaction holds the file, or a server took the lock from a transaction that was too slow: worth another try. */
export const isBusy = (error: unknown): boolean => {
  const code = codeOf(error);
  return (
    code.startsWith("SQLITE_BUSY") ||
    isForgotten(error) ||
    ["TRANSACTION_ACTIVE", "TRANSACTION_TIMEOUT", "SQLITE_LOCKED"].includes(code)
  );
};

/** The database cannot take the write now (disk full, read-only, damaged, unreachable): an outage, not a bug. */
export const isOutage = (error: unknown): boolean =>
  /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN|BUSY|CORRUPT|NOTADB)|TRANSACTION_(ACTIVE|TIMEOUT)|HRANA_|SERVER_ERROR|CLIENT_CLOSED|ECONN|EPIPE|ETIMEDOUT|UND_ERR_|UNKNOWN$)/.test(
    codeOf(error),
  );

/** What is thrown for a database server that does not answer, or not in time. */
export const unanswered = (cause?: unknown): Error =>
  Object.assign(new Error("the database server did not answer in time", { cause }), {
    code: "SERVER_ERROR_UNANSWERED",
  });

/** The row is already there: two writers raced, or the input repeats a unique value. */
export const isUniqueViolation = (error: unknown): boolean =>
  codeOf(error) === "SQLITE_CONSTRAINT_UNIQUE" || codeOf(error) === "SQLITE_CONSTRAINT_PRIMARYKEY";

/** The file may not be opened or written to by this user, or not now. */
export const isLockedOut = (error: unknown): boolean =>
  /^SQLITE_(CANTOPEN|READONLY|BUSY|IOERR|FULL)/.test(codeOf(error));

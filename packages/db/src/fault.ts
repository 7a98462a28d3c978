const codeOf = (error: unknown): string => {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : "";
};

/** Another process or transaction holds the file: worth another try. */
export const isBusy = (error: unknown): boolean => {
  const code = codeOf(error);
  return (
    code.startsWith("SQLITE_BUSY") || code === "TRANSACTION_ACTIVE" || code === "SQLITE_LOCKED"
  );
};

/** The database cannot take the write now (disk full, read-only, unreachable): an outage, not a bug. */
export const isOutage = (error: unknown): boolean =>
  /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN|BUSY|CORRUPT|NOTADB)|TRANSACTION_ACTIVE|HRANA_|SERVER_ERROR|CLIENT_CLOSED)/.test(
    codeOf(error),
  );

/** The row is already there: two writers raced, or the input repeats a unique value. */
export const isUniqueViolation = (error: unknown): boolean =>
  codeOf(error) === "SQLITE_CONSTRAINT_UNIQUE" || codeOf(error) === "SQLITE_CONSTRAINT_PRIMARYKEY";

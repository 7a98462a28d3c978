/** Where the code stood: files and lines, without the message, which may hold a statement and its values. */
const framesOf = (error: Error): readonly string[] =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) =>
      line.trim().replace(/(file:\/\/)?\/[^\s()]*?\/((apps|packages|node_modules)\/)/, "$2"),
    );

/** What the log is told of a fault: names and places, no words of it. */
export const faultFacts = (fault: unknown): Readonly<Record<string, unknown>> => {
  if (!(fault instanceof Error)) return { error: typeof fault };
  const cause = fault.cause instanceof Error ? { cause: fault.cause.name } : {};
  return { error: fault.name, ...cause, at: framesOf(fault) };
};

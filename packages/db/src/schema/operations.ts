import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** How each piece of regular work last went: one row for each, by its name. */
export const jobRuns = sqliteTable("job_runs", {
  name: text().primaryKey(),
  startedAt: text().notNull(),
  endedAt: text().notNull(),
  isFine: integer({ mode: "boolean" }).notNull(),
  /** What the last round counted, or what a check found. */
  counts: text({ mode: "json" }).$type<Readonly<Record<string, number>>>().notNull(),
  /** The name of the last error, never its words: those may hold a value. */
  error: text(),
  /** When it last ended well; null when it never has. */
  fineAt: text(),
  /** Rounds that failed since it last ended well. */
  failures: integer().notNull().default(0),
});

/**
 * The end of the log as it stood at a moment, sealed with a key that the database does not hold: whoever rewrites or cuts off what was
 * written before cannot make a seal that fits.
 */
export const eventAnchors = sqliteTable("event_anchors", {
  seq: integer().primaryKey(),
  hash: text().notNull(),
  at: text().notNull(),
  seal: text().notNull(),
});

/** The number and the hash of the last event, kept by a trigger: one row. */
export const eventHeads = sqliteTable("event_heads", {
  id: integer().primaryKey(),
  seq: integer().notNull(),
  hash: text().notNull(),
});

import { parseIsoDate } from "@alongside/domain/calendar";
import { z } from "zod";

/** A day as `2026-03-03`; anything else is no day. */
export const day = z.string("Enter a day").transform((given, ctx) => {
  const date = parseIsoDate(given);
  if (date !== undefined) return date;
  ctx.addIssue("Enter a day, month and year");
  return z.NEVER;
});

import type { IsoDate } from "@alongside/domain/school";
import { refuse, todayOf, type Context } from "../context/index.ts";

/** A place in a zone begins and ends today or on a day before: what is to come is not on record yet. */
export const requireNotAfterToday = (ctx: Context, field: string, date: IsoDate): void => {
  if (date <= todayOf(ctx)) return;
  refuse({ kind: "invalid-input", fields: { [field]: "Enter today or a day before it" } });
};

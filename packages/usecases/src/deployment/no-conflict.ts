import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import type { StoredDeployment } from "@alongside/db/views/deployment";
import { requireNoConflict as requireNone, type Pair } from "../conflict/pair.ts";
import type { Context } from "../context/index.ts";

/** The leader and the school of a deployment, for the rule on conflicts of interest. */
export const pairOf = (area: Area, { row }: Pick<StoredDeployment, "row">): Pair => {
  const { personId: leader, homeUrn, urn, madeBy } = row;
  return { area, leader, homeUrn, urn, madeBy };
};

/** Nobody signs, and nothing goes out to be signed, while a conflict of interest stands in the way (Product rules, §3). */
export const requireNoConflict = (
  ctx: Context,
  read: Read,
  given: { readonly area: Area; readonly stored: Pick<StoredDeployment, "row"> },
): Promise<void> => requireNone(ctx, read, pairOf(given.area, given.stored));

import type { Area } from "@alongside/db/views/area";
import { listImports as readImports } from "@alongside/db/views/register-import";
import { mayAdministerArea } from "@alongside/domain/identity";
import { authorise, type Context } from "../context/index.ts";

/** The area's imports, the newest first, with their counts in place of their lists. */
export const listImports = (
  ctx: Context,
  area: Area,
  page: { readonly offset: number; readonly limit: number },
) => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return readImports(ctx.read, area.id, page);
};

import { recordArea } from "@alongside/db/stores/area";
import { findAreaBySlug, findAreaOfAuthority } from "@alongside/db/views/area";
import { mayOperate, toId, type AreaId } from "@alongside/domain/identity";
import type { LaCode } from "@alongside/domain/school";
import type { GridPoint } from "@alongside/domain/partnership";
import { authorise, instantOf, record, refuse, type Context } from "../context/index.ts";
import { recordDefaults } from "./defaults.ts";

export type NewArea = {
  /** A new one unless it is given. */
  readonly id?: AreaId;
  readonly name: string;
  /** Lower-case words joined by hyphens: the area's part of every address. */
  readonly slug: string;
  readonly laCodes: readonly LaCode[];
  readonly isDemonstration?: boolean;
  readonly outline?: readonly (readonly GridPoint[])[];
};

/**
 * Opens a partnership: one local authority's area, or several together, with the shipped code lists, rates and weights.
 * Refuses a slug in use (`already-exists`) and an authority that another area has (`authority-taken`).
 */
export const createArea = (ctx: Context, input: NewArea): Promise<{ readonly id: AreaId }> => {
  authorise(mayOperate(ctx.actor));
  return ctx.write(async (tx) => {
    if (await findAreaBySlug(tx, input.slug)) refuse({ kind: "already-exists", field: "slug" });
    for (const laCode of input.laCodes) {
      if (await findAreaOfAuthority(tx, laCode)) refuse({ kind: "authority-taken", laCode });
    }
    const id = input.id ?? toId<AreaId>(ctx.newId());
    const { name, slug, isDemonstration = false, outline = null } = input;
    await recordArea(
      tx,
      { id, slug, name, isDemonstration, outline, createdAt: instantOf(ctx) },
      input.laCodes,
    );
    await recordDefaults(tx, id);
    await record(ctx, tx, {
      areaId: id,
      entity: "area",
      entityId: id,
      entityVersion: 1,
      kind: "area-created",
      payload: { name, slug, laCodes: input.laCodes },
    });
    return { id };
  });
};

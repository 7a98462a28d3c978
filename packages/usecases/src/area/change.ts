import { recordAreaChange, recordAuthorities } from "@alongside/db/stores/area";
import {
  findArea,
  findAreaOfAuthority,
  listAreas as readAreas,
  type Area,
} from "@alongside/db/views/area";
import { findLastChange } from "@alongside/db/views/partnership";
import { countPlacedSchools } from "@alongside/db/views/partnership-zone";
import type { Write } from "@alongside/db";
import { mayOperate, type AreaId } from "@alongside/domain/identity";
import { tidyName } from "@alongside/domain/partnership";
import { findAuthority, type LaCode } from "@alongside/domain/school";
import { authorise, found, record, refuse, type Context } from "../context/index.ts";

export type AreaChange = {
  readonly id: AreaId;
  readonly version: number;
  readonly name: string;
  readonly laCodes: readonly LaCode[];
};

/** Every area of the instance, by name: the operator's list. */
export const listEveryArea = (ctx: Context): Promise<readonly Area[]> => {
  authorise(mayOperate(ctx.actor));
  return readAreas(ctx.read);
};

const requireFree = async (tx: Write, area: Area, laCode: LaCode): Promise<void> => {
  const holder = await findAreaOfAuthority(tx, laCode);
  if (holder !== undefined && holder !== area.id) refuse({ kind: "authority-taken", laCode });
  if (findAuthority(laCode) === undefined) refuse({ kind: "not-found" });
};

const requireUnused = async (tx: Write, area: Area, laCode: LaCode): Promise<void> => {
  const schools = await countPlacedSchools(tx, area.id, laCode);
  if (schools > 0) refuse({ kind: "authority-in-use", laCode, schools });
};

const openSeen = async (tx: Write, input: AreaChange): Promise<Area> => {
  const area = found(await findArea(tx, input.id));
  if (area.version === input.version) return area;
  const last = await findLastChange(tx, { entity: "area", entityId: area.id });
  const { by = "Someone else", at = area.createdAt } = last ?? {};
  return refuse({ kind: "changed-since", version: area.version, by, at });
};

/**
 * Changes an area's name and authorities. Its part of the address stays, so that no link breaks. Answers whether that changed
 * anything. Refuses `not-found`, `changed-since`, `authority-taken`, and `authority-in-use` for one whose schools are in zones.
 */
export const changeArea = (
  ctx: Context,
  input: AreaChange,
): Promise<{ readonly changed: boolean }> => {
  authorise(mayOperate(ctx.actor));
  return ctx.write(async (tx) => {
    const area = await openSeen(tx, input);
    const name = tidyName(input.name);
    const added = input.laCodes.filter((code) => !area.laCodes.includes(code));
    const dropped = area.laCodes.filter((code) => !input.laCodes.includes(code));
    if (name === area.name && added.length + dropped.length === 0) return { changed: false };
    for (const code of added) await requireFree(tx, area, code);
    for (const code of dropped) await requireUnused(tx, area, code);
    await recordAreaChange(tx, area, { name });
    await recordAuthorities(tx, area.id, input.laCodes);
    await record(ctx, tx, {
      areaId: area.id,
      entity: "area",
      entityId: area.id,
      entityVersion: area.version + 1,
      kind: "area-changed",
      payload: { name, added, dropped },
    });
    return { changed: true };
  });
};

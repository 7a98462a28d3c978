import { recordRelease } from "@alongside/db/stores/meeting";
import type { Area } from "@alongside/db/views/area";
import { findRelease, listPublished } from "@alongside/db/views/meeting";
import {
  areSafeTogether,
  type Named,
  type Outcome,
  type Published,
  type ShownFigure,
} from "@alongside/domain/board";
import {
  addDays,
  instantOf as toInstant,
  weekdayOf,
  type Instant,
} from "@alongside/domain/calendar";
import type { ZoneId } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import { record, todayOf, type Context } from "../context/index.ts";

/** Figures of an area with the names of their lines, as of a moment. */
export type Release = Named & {
  readonly zones: readonly { readonly id: ZoneId; readonly name: string }[];
  readonly asOf: Instant;
  readonly figures: readonly ShownFigure[];
  readonly outcomes: readonly Outcome[];
};

type Frozen = Pick<Release, "figures" | "outcomes"> & {
  readonly named: Omit<Release, "asOf" | "figures" | "outcomes">;
  readonly published: Published;
};

const weekOf = (day: IsoDate): IsoDate => addDays(day, 1 - weekdayOf(day));

/** Guarantee: the words are those that `readRelease` wrote. */
const toRelease = (content: string): Release => JSON.parse(content) as Release;

/**
 * The figures that the board reads this week: frozen at the first look, guarded by what it read before, and the same for every other look, so
 * that nobody learns from two of them what changed in between. Those of the week before stay where new ones beside them would tell of a small
 * number (Product rules, §3: small numbers).
 */
export const readRelease = async (
  ctx: Context,
  area: Area,
  freeze: () => Promise<Frozen>,
): Promise<Release> => {
  const weekOn = weekOf(todayOf(ctx));
  const known = await findRelease(ctx.read, area.id);
  if (known?.weekOn === weekOn) return toRelease(known.content);
  const asOf = toInstant(ctx.now());
  const { named, published, figures, outcomes } = await freeze();
  const papers = await listPublished(ctx.read, area.id);
  if (known !== undefined && !areSafeTogether([...papers, published]))
    return toRelease(known.content);
  const release: Release = { ...named, asOf, figures, outcomes };
  return ctx.write(async (tx) => {
    const other = await findRelease(tx, area.id);
    if (other?.weekOn === weekOn) return toRelease(other.content);
    const content = JSON.stringify(release);
    await recordRelease(tx, { areaId: area.id, weekOn, content, published, frozenAt: asOf });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "area",
      entityId: area.id,
      entityVersion: 0,
      kind: "board-figures-released",
      payload: { week: weekOn },
    });
    return release;
  });
};

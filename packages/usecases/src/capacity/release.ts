import type { Area } from "@alongside/db/views/area";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import type { Supply } from "@alongside/domain/capacity";
import { isHomeHead, mayReleaseLeader, type LeaderPlace } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import { refuse, todayOf, type Context } from "../context/index.ts";
import { changeLine, tiedNow, type LineChanged, type LineSeen } from "./line.ts";

export type Release = { readonly halfDays: number; readonly until: IsoDate };

/** The same request, with the school named in the record when the actor does not head it. */
const forHome = (ctx: Context, place: LeaderPlace): Context =>
  isHomeHead(ctx.actor, place) ? ctx : { ...ctx, onBehalfOf: `school ${place.homeUrn}` };

/** What is left of a supply when no more than the released days may be given. */
const within = (supply: Supply, release: Release): Supply => {
  const halfDays = Math.min(supply.halfDays, release.halfDays);
  return {
    ...supply,
    halfDays,
    earlyHalfDays: Math.min(supply.earlyHalfDays, halfDays),
    lateHalfDays: Math.min(supply.lateHalfDays, halfDays),
    release,
  };
};

const isSame = (one: Release | null, other: Release): boolean =>
  one !== null && one.halfDays === other.halfDays && one.until === other.until;

/**
 * Says for how many half-days, and until when, the home school lets its leader go. Days that were published beyond them are taken back;
 * refuses `days-tied` where they are promised to a school already, and a last day that has passed.
 */
export const releaseLeader = (
  ctx: Context,
  area: Area,
  input: LineSeen & Release,
): Promise<LineChanged> => {
  const { halfDays, until } = input;
  if (until < todayOf(ctx)) {
    refuse({ kind: "invalid-input", fields: { until: "Enter today or a day after it" } });
  }
  return changeLine(ctx, area, {
    seen: input,
    act: {
      may: mayReleaseLeader,
      as: forHome,
      reason: "What the home school has released",
      commandsFor: async ({ line }, tx) => {
        const release = { halfDays, until };
        if (isSame(line.supply.release, release)) return [];
        const tied = await tiedNow(ctx, tx, line.id);
        const supply = within(line.supply, release);
        return [{ type: "change", at: toInstant(ctx.now()), supply, tied }];
      },
    },
  });
};

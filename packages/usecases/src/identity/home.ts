import type { Home } from "@alongside/domain/identity";
import { homesOf } from "@alongside/domain/identity";
import type { Context } from "../context/index.ts";
import { placeOf } from "./place.ts";

/** A home with the names of its place, for the switcher. */
export type NamedHome = Home & {
  readonly zoneName: string | null;
  readonly schoolName: string | null;
  readonly organisationName: string | null;
};

/** The homes of whoever asks, the one to land on first; none for a session that still owes a second factor. */
export const listHomes = (ctx: Context): Promise<readonly NamedHome[]> =>
  Promise.all(
    homesOf(ctx.actor).map(async (home) => {
      const { zoneName, schoolName, organisationName } = await placeOf(ctx.read, home);
      return {
        ...home,
        zoneName: zoneName ?? null,
        schoolName: schoolName ?? null,
        organisationName: organisationName ?? null,
      };
    }),
  );

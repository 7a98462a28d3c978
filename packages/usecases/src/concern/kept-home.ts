import type { Read } from "@alongside/db";
import { listKeptHome } from "@alongside/db/views/concern";
import type { EligibilityRule } from "@alongside/domain/offer";
import type { Urn } from "@alongside/domain/school";

/** Since when schools keep their own leaders at home. It says that they do, and to nobody why. */
export type KeptHome = ReadonlyMap<Urn, string>;

/** Which of these schools keep their leaders at home today: those about which a concern is open (Product rules, §3: eligibility). */
export const readKeptHome = async (read: Read, urns: readonly Urn[]): Promise<KeptHome> =>
  new Map((await listKeptHome(read, urns)).map(({ urn, since }) => [urn, since]));

/**
 * What is the same to whoever may read a concern and whoever may not, so that neither a page, a list nor a frozen round tells of one
 * (Product rules, §3: graded disclosure).
 */
export const keptHomeWords = "The home school cannot let the leader go at the moment";

type SetAside = { readonly rules: readonly EligibilityRule[]; readonly madeAt: string };

/** A release that was set aside before the school had to keep its leaders was about something else, and lets nobody go now. */
export const stillSetAside = <Override extends SetAside>(
  override: Override,
  since: string | undefined,
): Override =>
  since === undefined || override.madeAt >= since
    ? override
    : { ...override, rules: override.rules.filter((rule) => rule !== "home-release") };

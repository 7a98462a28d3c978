import { inspectionsOf } from "@alongside/db/views/school-profile";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { isCarriedGrade } from "@alongside/register";
import type { Context } from "../context/index.ts";

export type ShownInspection = {
  readonly framework: "overall" | "judgements" | "report-card";
  readonly inspectedOn: IsoDate;
  readonly grades: Readonly<Record<string, string | null>>;
  /** The inspection was of the school that this one took over from. */
  readonly isCarried: boolean;
  /** The predecessor's URN, where the grade stands under it. */
  readonly fromUrn: Urn | null;
  readonly importId: number | null;
};

/**
 * Every inspection of a school under its own URN and those it had before, the latest first, the three frameworks
 * kept apart (Product rules, §3: freshness).
 */
export const schoolInspections = async (
  ctx: Context,
  school: { readonly urn: Urn; readonly openDate: IsoDate | null; readonly before: readonly Urn[] },
): Promise<readonly ShownInspection[]> => {
  const rows = await inspectionsOf(ctx.read, [school.urn, ...school.before]);
  return rows.map(({ urn, framework, inspectedOn, grades, importId }) => ({
    framework,
    inspectedOn,
    grades,
    isCarried: urn !== school.urn || isCarriedGrade({ latestDate: inspectedOn }, school.openDate),
    fromUrn: urn === school.urn ? null : urn,
    importId,
  }));
};

import type { ZoneId } from "@alongside/domain/identity";
import type { Judgements, ReviewId } from "@alongside/domain/review";
import { isLaCode, isUrn, type Urn } from "@alongside/domain/school";
import type { Context } from "../context/index.ts";
import { grants, places } from "../identity/world.ts";
import { openNeedWorld, type NeedWorld } from "../need/need-world.ts";
import { beginReview, judgeSchool } from "./index.ts";

const sql = `
  INSERT INTO terms (id, area_id, academic_year, season, starts_on, half_on, ends_on) VALUES
    ('autumn', 'here', '2025-26', 'autumn', '2025-09-01', '2025-11-03', '2025-12-19'),
    ('spring', 'here', '2025-26', 'spring', '2026-01-05', '2026-02-23', '2026-03-27'),
    ('summer', 'here', '2025-26', 'summer', '2026-04-13', '2026-06-01', '2026-07-17'),
    ('there', 'there', '2025-26', 'spring', '2026-01-05', '2026-02-23', '2026-03-27');
  INSERT INTO schools (urn, la_code, la_name, name, status, phase, setting, open_date) VALUES
    (900004, '901', 'Northfield', 'Ash School', 'proposed-to-close', 'primary', 'mainstream', '2026-01-01'),
    (900005, '901', 'Northfield', 'Elm School', 'closed', 'primary', 'mainstream', NULL);
  INSERT INTO zone_memberships (id, area_id, zone_id, phase_group, urn, from_on) VALUES
    ('m4', 'here', 'north', 'all', 900004, '2025-09-01'), ('m5', 'here', 'north', 'all', 900005, '2025-09-01');
  INSERT INTO inspections (urn, framework, inspected_on, grades) VALUES
    (900001, 'overall', '2019-05-01', '{"overall":"good"}'), (900001, 'overall', '2023-05-01', '{"overall":"requires-improvement"}'),
    (900001, 'report-card', '2025-12-01', '{"achievement":"needs-attention"}');
  INSERT INTO outcomes (urn, measure, year, value, pupils) VALUES
    (900001, 'ks2-rwm-expected', 2024, 50, 30), (900001, 'ks2-rwm-expected', 2025, 55, 30), (900004, 'ks2-rwm-expected', 2025, 65, 30);
`;

const toUrn = (value: number): Urn => {
  if (!isUrn(value)) throw new Error(`${value} is no URN`);
  return value;
};

/** A school of the North zone beside Alder. */
export const ash = toUrn(900004);

/** For tests alone: a world with terms, and two open schools in the North zone. */
export const openReviewWorld = async (): Promise<
  NeedWorld & { readonly clerk: Context; readonly board: Context; readonly ashHead: Context }
> => {
  const world = await openNeedWorld();
  await world.database.client.executeMultiple(sql);
  const northfield = "901";
  if (!isLaCode(northfield)) throw new Error(northfield);
  return {
    ...world,
    area: { ...world.area, laCodes: [northfield] },
    clerk: await world.signedIn("Cleo", { role: "board-clerk", areaId: places.here }),
    board: await world.signedIn("Bert", grants.board),
    ashHead: await world.signedIn("Asha", { role: "head", areaId: places.here, urn: ash }),
  };
};

export type ReviewWorld = Awaited<ReturnType<typeof openReviewWorld>>;

/** Judgements of these areas, all for one reason. */
export const judged = (
  given: Readonly<Record<string, string>>,
  reason = "Seen on the visit in February",
): Judgements =>
  Object.fromEntries(
    Object.entries(given).map(([area, judgement]) => [area, { judgement, reason }]),
  );

export const begin = (
  { area }: ReviewWorld,
  ctx: Context,
  given: { readonly zoneId?: ZoneId; readonly termId?: string } = {},
) => beginReview(ctx, area, { zoneId: places.north, termId: "spring", ...given });

export const weak = judged({ leadership: "causing-concern", governance: "attention-needed" });
export const strong = judged({ teaching: "strong", leadership: "secure" });

export const judge = (
  { area }: ReviewWorld,
  ctx: Context,
  given: {
    readonly id: ReviewId;
    readonly urn?: Urn;
    readonly version?: number;
    readonly judgements?: Judgements;
    readonly note?: { readonly text: string; readonly isShared: boolean };
  },
) => judgeSchool(ctx, area, { urn: places.alder, version: 0, judgements: weak, ...given });

import type { Area } from "@alongside/db/views/area";
import { listTerms as readTerms, type TermRow } from "@alongside/db/views/partnership";
import { recordTerm, recordTermDates } from "@alongside/db/stores/partnership-term";
import type { Write } from "@alongside/db";
import { academicYearOf, termAmong, type Season, type TermDates } from "@alongside/domain/calendar";
import { mayAdministerArea, maySeeArea } from "@alongside/domain/identity";
import {
  faultsOfTerms,
  isAcademicYear,
  proposeTerms,
  termDateFields,
} from "@alongside/domain/partnership";
import { authorise, record, refuse, todayOf, type Context } from "../context/index.ts";
import { refuseChanged } from "./changed-since.ts";

export type TermLine = TermRow & { readonly isCurrent: boolean };

/** The partnership's terms, earliest first; the one that has begun last is the current one, holidays included. */
export const listTerms = async (
  ctx: Context,
  area: Area,
): Promise<{ readonly terms: readonly TermLine[]; readonly thisYear: string }> => {
  authorise(maySeeArea(ctx.actor, area.id));
  const rows = await readTerms(ctx.read, area.id);
  const today = todayOf(ctx);
  const current = termAmong(today, rows);
  const isCurrent = (row: TermRow) =>
    row.academicYear === current?.academicYear && row.season === current.season;
  return {
    terms: rows.map((row) => ({ ...row, isCurrent: isCurrent(row) })),
    thisYear: academicYearOf(today),
  };
};

export type YearTerm = TermDates & { readonly id?: string | undefined; readonly version: number };

/** The terms of one academic year to edit: those that are set, and likely dates for those that are not (version 0). */
export const openYear = async (
  ctx: Context,
  area: Area,
  academicYear: string,
): Promise<{ readonly terms: readonly YearTerm[] }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  if (!isAcademicYear(academicYear)) refuse({ kind: "not-found" });
  const rows = await readTerms(ctx.read, area.id);
  const isIn = (season: Season) => (row: TermRow) =>
    row.academicYear === academicYear && row.season === season;
  return {
    terms: proposeTerms(academicYear).map(
      (term) => rows.find(isIn(term.season)) ?? { ...term, version: 0 },
    ),
  };
};

const isSame = (one: TermDates, other: TermDates): boolean =>
  termDateFields.every((field) => one[field] === other[field]);

const recordOne = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly term: YearTerm; readonly known: TermRow | undefined },
): Promise<void> => {
  const { area, term, known } = given;
  const { academicYear, season, startsOn, halfOn, endsOn } = term;
  const id = known?.id ?? term.id ?? ctx.newId();
  if (known === undefined) {
    await recordTerm(tx, { id, areaId: area.id, academicYear, season, startsOn, halfOn, endsOn });
  } else {
    await recordTermDates(tx, known, { startsOn, halfOn, endsOn });
  }
  await record(ctx, tx, {
    areaId: area.id,
    entity: "term",
    entityId: id,
    entityVersion: (known?.version ?? 0) + 1,
    kind: known === undefined ? "term-set" : "term-dates-changed",
    payload: { academicYear, season, startsOn, halfOn, endsOn },
  });
};

/**
 * Sets the dates of terms of one academic year. `version` is the one that was seen, 0 for a term not set before. Answers how many
 * terms it changed. Refuses `term-dates-wrong` (with the field of each fault) and `changed-since`.
 */
export const saveYear = (
  ctx: Context,
  area: Area,
  input: { readonly terms: readonly YearTerm[] },
): Promise<{ readonly changed: number }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const rows = await readTerms(tx, area.id);
    const faults = faultsOfTerms(input.terms, rows);
    if (faults.length > 0) refuse({ kind: "term-dates-wrong", faults });
    const knownAs = (term: YearTerm) =>
      rows.find((row) => row.academicYear === term.academicYear && row.season === term.season);
    const changes = input.terms
      .map((term) => ({ area, term, known: knownAs(term) }))
      .filter(({ term, known }) => known === undefined || !isSame(term, known));
    for (const change of changes) {
      const { term, known } = change;
      if (known !== undefined && known.version !== term.version) {
        await refuseChanged(tx, { entity: "term", entityId: known.id, version: known.version });
      }
      await recordOne(ctx, tx, change);
    }
    return { changed: changes.length };
  });
};

import { and, asc, eq, sql } from "drizzle-orm";
import type { Instant } from "@alongside/domain/calendar";
import type { CapacityLine, CapacityLineId } from "@alongside/domain/capacity";
import type { AreaId, PersonId, SupplyScope } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import {
  capacityAnswers,
  capacityLines,
  leaders,
  ledgerBalances,
  people,
  schools,
  terms,
} from "../schema/index.ts";
import { balanceColumns } from "./ledger.ts";
import { withinScope } from "./leader.ts";

export type CapacityRow = typeof capacityLines.$inferSelect;
export type AnswerRow = typeof capacityAnswers.$inferSelect;
type TermRow = typeof terms.$inferSelect;

/** A line as it is stored, with the dates of its term as they are now. */
export type StoredLine = { readonly row: CapacityRow; readonly term: TermRow };

const missing = (row: CapacityRow, column: string): never => {
  throw new Error(`capacity line ${row.id} is ${row.state} and has no ${column}`);
};

/** The line that the rules know, out of its row. Throws for a row that lacks what its state must have. */
export const toCapacityLine = ({ row, term }: StoredLine): CapacityLine => {
  const { id, personId: leader, supply, confirmedOn, goodUntil } = row;
  const { academicYear, season, startsOn, halfOn, endsOn } = term;
  const line = { id, leader, supply, term: { academicYear, season, startsOn, halfOn, endsOn } };
  if (row.state === "indicative") return { state: "indicative", ...line };
  if (row.state === "withdrawn") {
    const reason = row.withdrawnReason ?? missing(row, "reason");
    return {
      state: "withdrawn",
      ...line,
      reason,
      withdrawnAt: row.withdrawnAt ?? missing(row, "time"),
    };
  }
  return {
    state: row.state,
    ...line,
    confirmedOn: confirmedOn ?? missing(row, "day of confirmation"),
    goodUntil: goodUntil ?? missing(row, "last good day"),
  };
};

const selectLines = (read: Read) =>
  read
    .select({ row: capacityLines, term: terms })
    .from(capacityLines)
    .innerJoin(terms, eq(terms.id, capacityLines.termId));

/** A line of this area. */
export const findCapacityLine = async (
  read: Read,
  areaId: AreaId,
  id: CapacityLineId,
): Promise<StoredLine | undefined> =>
  (
    await selectLines(read).where(and(eq(capacityLines.id, id), eq(capacityLines.areaId, areaId)))
  )[0];

/** The line of a leader in a term that is not withdrawn; there is one at most. */
export const findLiveLine = async (
  read: Read,
  given: { readonly areaId: AreaId; readonly personId: PersonId; readonly termId: string },
): Promise<StoredLine | undefined> =>
  (
    await selectLines(read).where(
      and(
        eq(capacityLines.areaId, given.areaId),
        eq(capacityLines.personId, given.personId),
        eq(capacityLines.termId, given.termId),
        sql`${capacityLines.state} <> 'withdrawn'`,
      ),
    )
  )[0];

/** Firm lines whose promise has run out by a day, in every area. */
export const listLinesPast = (read: Read, today: string) =>
  selectLines(read)
    .where(and(eq(capacityLines.state, "firm"), sql`${capacityLines.goodUntil} < ${today}`))
    .orderBy(asc(capacityLines.id));

/** The lines of one leader with what their books say at an instant, the latest term first; withdrawn ones too. */
export const listLinesOfLeader = (
  read: Read,
  given: { readonly areaId: AreaId; readonly personId: PersonId; readonly at: Instant },
) =>
  read
    .select({ row: capacityLines, term: terms, ...balanceColumns(given.at) })
    .from(capacityLines)
    .innerJoin(terms, eq(terms.id, capacityLines.termId))
    .leftJoin(ledgerBalances, eq(ledgerBalances.lineId, capacityLines.id))
    .where(and(eq(capacityLines.areaId, given.areaId), eq(capacityLines.personId, given.personId)))
    .orderBy(sql`${terms.startsOn} DESC`, sql`${capacityLines.changedAt} DESC`);

/** Every leader in scope with their line of a term that is not withdrawn, if any, and its book at an instant, by name. */
export const listSupply = (
  read: Read,
  given: {
    readonly areaId: AreaId;
    readonly termId: string;
    readonly scope: SupplyScope;
    readonly at: Instant;
  },
) =>
  read
    .select({
      personId: leaders.personId,
      name: people.name,
      kind: leaders.kind,
      homeUrn: leaders.homeUrn,
      homeSchool: schools.name,
      organisationId: leaders.organisationId,
      answer: capacityAnswers.answer,
      answeredAt: capacityAnswers.answeredAt,
      note: capacityAnswers.note,
      row: capacityLines,
      ...balanceColumns(given.at),
    })
    .from(leaders)
    .innerJoin(people, eq(people.id, leaders.personId))
    .innerJoin(schools, eq(schools.urn, leaders.homeUrn))
    .leftJoin(
      capacityAnswers,
      and(
        eq(capacityAnswers.areaId, leaders.areaId),
        eq(capacityAnswers.personId, leaders.personId),
        eq(capacityAnswers.termId, given.termId),
      ),
    )
    .leftJoin(
      capacityLines,
      and(
        eq(capacityLines.areaId, leaders.areaId),
        eq(capacityLines.personId, leaders.personId),
        eq(capacityLines.termId, given.termId),
        sql`${capacityLines.state} <> 'withdrawn'`,
      ),
    )
    .leftJoin(ledgerBalances, eq(ledgerBalances.lineId, capacityLines.id))
    .where(and(eq(leaders.areaId, given.areaId), withinScope(given.scope)))
    .orderBy(sql`${people.name} COLLATE NOCASE`, asc(leaders.personId));

export type SupplyRow = Awaited<ReturnType<typeof listSupply>>[number];

/** What a leader answered for a term. */
export const findAnswer = async (
  read: Read,
  given: { readonly areaId: AreaId; readonly personId: PersonId; readonly termId: string },
): Promise<AnswerRow | undefined> =>
  (
    await read
      .select()
      .from(capacityAnswers)
      .where(
        and(
          eq(capacityAnswers.areaId, given.areaId),
          eq(capacityAnswers.personId, given.personId),
          eq(capacityAnswers.termId, given.termId),
        ),
      )
  )[0];

/** The lines that a school let go, with its leaders' names and books, the latest term first. */
export const listLinesOfHome = (
  read: Read,
  given: { readonly areaId: AreaId; readonly urn: Urn; readonly at: Instant },
) =>
  read
    .select({ row: capacityLines, term: terms, name: people.name, ...balanceColumns(given.at) })
    .from(capacityLines)
    .innerJoin(terms, eq(terms.id, capacityLines.termId))
    .innerJoin(people, eq(people.id, capacityLines.personId))
    .leftJoin(ledgerBalances, eq(ledgerBalances.lineId, capacityLines.id))
    .where(and(eq(capacityLines.areaId, given.areaId), eq(capacityLines.homeUrn, given.urn)))
    .orderBy(sql`${terms.startsOn} DESC`, sql`${people.name} COLLATE NOCASE`);

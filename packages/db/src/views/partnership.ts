import { and, asc, desc, eq, notInArray, sql } from "drizzle-orm";
import { accessKindsOf, type AreaId } from "@alongside/domain/identity";
import { defaultFitWeights } from "@alongside/domain/partnership";
import type { Read } from "../connection.ts";
import { codeEntries, events, fitWeights, people, rates, terms } from "../schema/index.ts";

export type TermRow = typeof terms.$inferSelect;
export type CodeEntryRow = typeof codeEntries.$inferSelect;
export type RateRow = typeof rates.$inferSelect;
export type FitWeightsRow = typeof fitWeights.$inferSelect;

/** The partnership's terms, earliest first. */
export const listTerms = (read: Read, areaId: AreaId): Promise<readonly TermRow[]> =>
  read.select().from(terms).where(eq(terms.areaId, areaId)).orderBy(asc(terms.startsOn));

/** The entries of one list, or of all, in their order; retired ones too. */
export const listCodeEntries = (
  read: Read,
  areaId: AreaId,
  list?: string,
): Promise<readonly CodeEntryRow[]> =>
  read
    .select()
    .from(codeEntries)
    .where(
      and(
        eq(codeEntries.areaId, areaId),
        list === undefined ? undefined : eq(codeEntries.list, list),
      ),
    )
    .orderBy(asc(codeEntries.list), asc(codeEntries.position), asc(codeEntries.code));

/** The rate card, retired rates last. */
export const listRates = (read: Read, areaId: AreaId): Promise<readonly RateRow[]> =>
  read
    .select()
    .from(rates)
    .where(eq(rates.areaId, areaId))
    .orderBy(sql`${rates.retiredOn} IS NOT NULL`, asc(rates.pencePerDay), asc(rates.code));

/** The weights of the fit score; a part that came after they were set has the weight that ships. */
export const findFitWeights = async (
  read: Read,
  areaId: AreaId,
): Promise<FitWeightsRow | undefined> => {
  const [row] = await read.select().from(fitWeights).where(eq(fitWeights.areaId, areaId));
  return row && { ...row, weights: { ...defaultFitWeights, ...row.weights } };
};

/** Who last changed a record, not who read it, by name where it was a person, and when; undefined when nothing is on record. */
export const findLastChange = async (
  read: Read,
  record: { readonly entity: string; readonly entityId: string },
): Promise<{ readonly by: string; readonly at: string } | undefined> => {
  const [row] = await read
    .select({ actor: events.actor, name: people.name, at: events.at })
    .from(events)
    .leftJoin(people, eq(people.id, sql`${events.actor}`))
    .where(
      and(
        eq(events.entity, record.entity),
        eq(events.entityId, record.entityId),
        notInArray(events.kind, [...accessKindsOf("reading")]),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(1);
  return row === undefined ? undefined : { by: row.name ?? row.actor, at: row.at };
};

import { and, eq, inArray, isNull } from "drizzle-orm";
import type { PersonId, ZoneId } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import type { Write } from "../connection.ts";
import { zoneMemberships, zoneOfficers, zones } from "../schema/index.ts";

type ZoneRow = typeof zones.$inferSelect;

export const recordZone = async (tx: Write, zone: typeof zones.$inferInsert): Promise<void> => {
  await tx.insert(zones).values(zone);
};

/** Writes what changed in a zone and its next version; false when someone else changed it first. */
export const recordZoneChange = async (
  tx: Write,
  zone: Pick<ZoneRow, "id" | "version">,
  change: Partial<Pick<ZoneRow, "name" | "boundary" | "closedOn">>,
): Promise<boolean> => {
  const { rowsAffected } = await tx
    .update(zones)
    .set({ ...change, version: zone.version + 1 })
    .where(and(eq(zones.id, zone.id), eq(zones.version, zone.version)));
  return rowsAffected === 1;
};

const chunk = 200;

/** Puts schools into zones. A second open place in the same phase group breaks the table's own rule and throws. */
export const recordMemberships = async (
  tx: Write,
  rows: readonly (typeof zoneMemberships.$inferInsert)[],
): Promise<void> => {
  for (let start = 0; start < rows.length; start += chunk) {
    await tx.insert(zoneMemberships).values(rows.slice(start, start + chunk));
  }
};

export const recordMembershipEnds = async (
  tx: Write,
  ids: readonly string[],
  toOn: IsoDate,
): Promise<void> => {
  for (let start = 0; start < ids.length; start += chunk) {
    await tx
      .update(zoneMemberships)
      .set({ toOn })
      .where(inArray(zoneMemberships.id, ids.slice(start, start + chunk)));
  }
};

export const recordPanelMember = async (
  tx: Write,
  seat: { readonly zoneId: ZoneId; readonly personId: PersonId; readonly fromOn: IsoDate },
): Promise<void> => {
  await tx
    .insert(zoneOfficers)
    .values({ ...seat, part: "panel" })
    .onConflictDoUpdate({
      target: [zoneOfficers.zoneId, zoneOfficers.personId, zoneOfficers.part, zoneOfficers.fromOn],
      set: { toOn: null },
    });
};

/** Ends a seat on the panel, or all of a zone when no person is named; answers how many there were. */
export const recordPanelEnd = async (
  tx: Write,
  seat: { readonly zoneId: ZoneId; readonly personId?: PersonId },
  toOn: IsoDate,
): Promise<number> => {
  const { rowsAffected } = await tx
    .update(zoneOfficers)
    .set({ toOn })
    .where(
      and(
        eq(zoneOfficers.zoneId, seat.zoneId),
        seat.personId === undefined ? undefined : eq(zoneOfficers.personId, seat.personId),
        isNull(zoneOfficers.toOn),
      ),
    );
  return rowsAffected;
};

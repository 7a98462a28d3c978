import { and, eq } from "drizzle-orm";
import type { DesignationStatus } from "@alongside/domain/code-list";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { Supply } from "@alongside/domain/capacity";
import type { Write } from "../connection.ts";
import { designations, leaderExpertise, leaders } from "../schema/index.ts";

type LeaderRow = typeof leaders.$inferSelect;
type DesignationRow = typeof designations.$inferSelect;

export const recordLeader = async (
  tx: Write,
  leader: typeof leaders.$inferInsert,
): Promise<void> => {
  await tx.insert(leaders).values(leader);
};

/** Writes what a leader is known as, where from and who looks after the days, as the next version. */
export const recordLeaderChange = async (
  tx: Write,
  seen: Pick<LeaderRow, "areaId" | "personId" | "version">,
  change: Partial<Pick<LeaderRow, "kind" | "homeUrn" | "organisationId">>,
): Promise<void> => {
  const { areaId, personId, version } = seen;
  await tx
    .update(leaders)
    .set({ ...change, version: version + 1 })
    .where(and(eq(leaders.areaId, areaId), eq(leaders.personId, personId)));
};

export const recordDesignation = async (
  tx: Write,
  designation: typeof designations.$inferInsert,
): Promise<void> => {
  await tx.insert(designations).values(designation);
};

/** Writes a designation's next status and version, with a new end or day of review where there is one. */
export const recordDesignationStatus = async (
  tx: Write,
  seen: Pick<DesignationRow, "id" | "version">,
  change: { readonly status: DesignationStatus } & Partial<
    Pick<DesignationRow, "toOn" | "reviewDue">
  >,
): Promise<void> => {
  await tx
    .update(designations)
    .set({ ...change, version: seen.version + 1 })
    .where(eq(designations.id, seen.id));
};

/** Adds areas of expertise to a leader; one that is there already takes the new level and evidence. */
export const recordExpertise = async (
  tx: Write,
  leader: { readonly areaId: AreaId; readonly personId: PersonId },
  areas: Supply["areas"],
): Promise<void> => {
  for (const { area: code, level, evidence } of areas) {
    await tx
      .insert(leaderExpertise)
      .values({ ...leader, code, level, evidence })
      .onConflictDoUpdate({
        target: [leaderExpertise.areaId, leaderExpertise.personId, leaderExpertise.code],
        set: { level, evidence },
      });
  }
};

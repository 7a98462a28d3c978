import { and, eq } from "drizzle-orm";
import type { PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { Write } from "../connection.ts";
import { needWatches, savedViews } from "../schema/index.ts";

type Watch = { readonly needId: NeedId; readonly personId: PersonId };

/** Puts a need on somebody's watch list; one that is there stays. */
export const recordWatch = async (tx: Write, watch: Watch, since: string): Promise<void> => {
  await tx
    .insert(needWatches)
    .values({ ...watch, since })
    .onConflictDoNothing();
};

export const recordWatchEnded = async (tx: Write, { needId, personId }: Watch): Promise<void> => {
  await tx
    .delete(needWatches)
    .where(and(eq(needWatches.needId, needId), eq(needWatches.personId, personId)));
};

/** Keeps a view; one of the same name and person takes the new filters. */
export const recordView = async (
  tx: Write,
  view: typeof savedViews.$inferInsert,
): Promise<void> => {
  await tx
    .insert(savedViews)
    .values(view)
    .onConflictDoUpdate({
      target: [savedViews.areaId, savedViews.personId, savedViews.name],
      set: { search: view.search },
    });
};

export const recordViewRemoved = async (tx: Write, id: string): Promise<void> => {
  await tx.delete(savedViews).where(eq(savedViews.id, id));
};

import type { ImportKind } from "@alongside/domain/register-import";
import type { DateParts } from "../../ui/index.ts";

/** What was chosen and not yet checked: it outlives a sign-in. */
export type Draft = {
  readonly kind: ImportKind | "";
  readonly asOf: DateParts;
  readonly file: File;
};

const place = "alongside-imports";
const drawer = "drafts";

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((done, fail) => {
    request.addEventListener("success", () => done(request.result));
    request.addEventListener("error", () => fail(request.error));
  });

const open = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(place, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(drawer));
  return settled(request);
};

const inDrawer = async <Value>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> => {
  const database = await open();
  try {
    return await settled(work(database.transaction(drawer, mode).objectStore(drawer)));
  } finally {
    database.close();
  }
};

/** Keeps the choice in this browser. Resolves to false where the browser keeps nothing (private windows, full disk). */
export const keepDraft = (area: string, draft: Draft): Promise<boolean> =>
  inDrawer("readwrite", (store) => store.put(draft, area)).then(
    () => true,
    () => false,
  );

/** The choice that was kept, once: it is let go as it is taken. */
export const takeDraft = async (area: string): Promise<Draft | undefined> => {
  try {
    const draft = await inDrawer<Draft | undefined>("readonly", (store) => store.get(area));
    await inDrawer("readwrite", (store) => store.delete(area));
    return draft;
  } catch {
    return undefined;
  }
};

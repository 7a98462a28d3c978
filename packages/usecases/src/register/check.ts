import { recordImport, recordImportFile } from "@alongside/db/stores/register-import";
import type { Area } from "@alongside/db/views/area";
import { mayAdministerArea } from "@alongside/domain/identity";
import { authorise, instantOf, record, type Context } from "../context/index.ts";
import { hashFile } from "./apply.ts";
import { planOrRefuse } from "./import-file.ts";
import type { ImportRequest, Progress } from "./plan.ts";
import { sourceOf } from "./source.ts";

export type Upload = Omit<ImportRequest, "laCodes">;

const startedBy = (ctx: Context) => (ctx.actor.kind === "person" ? ctx.actor.personId : null);

/**
 * Checks a file that an area's administrator brought and keeps it, with what it would change, until it is confirmed
 * or set aside. Only lines of the area's authorities count. Refuses a file that cannot be read (`file-not-readable`).
 */
export const checkImport = async (
  ctx: Context,
  area: Area,
  given: { readonly upload: Upload; readonly progress: Progress },
): Promise<{ readonly id: number }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  const { upload, progress } = given;
  const { plan } = await planOrRefuse(ctx, { ...upload, laCodes: area.laCodes }, progress);
  const { kind, fileName, asOf, bytes } = upload;
  const fileHash = hashFile(bytes);
  return ctx.write(async (tx) => {
    const id = await recordImport(tx, {
      areaId: area.id,
      kind,
      fileName,
      asOf,
      fileHash,
      source: sourceOf(kind),
      state: "checked",
      laCodes: area.laCodes,
      summary: plan.summary,
      preview: plan.preview,
      startedBy: startedBy(ctx),
      startedAt: instantOf(ctx),
    });
    await recordImportFile(tx, id, bytes);
    await record(ctx, tx, {
      areaId: area.id,
      entity: "import",
      entityId: String(id),
      entityVersion: 1,
      kind: "import-checked",
      payload: { kind, fileName, asOf, fileHash },
    });
    return { id };
  });
};

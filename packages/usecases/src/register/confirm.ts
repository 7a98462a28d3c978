import { recordImportEnd, recordImportPreview } from "@alongside/db/stores/register-import";
import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { findImport, findImportFile, type ImportRow } from "@alongside/db/views/register-import";
import { mayAdministerArea } from "@alongside/domain/identity";
import type { ImportSummary } from "@alongside/domain/register-import";
import { authorise, found, instantOf, record, refuse, type Context } from "../context/index.ts";
import { applyPlan } from "./apply.ts";
import { planOrRefuse } from "./import-file.ts";
import type { Progress } from "./plan.ts";

/** An import of this area; that of another area answers `not-found`. */
export const getImport = async (ctx: Context, area: Area, id: number): Promise<ImportRow> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  // An address may hold anything in the place of a number.
  const row = Number.isSafeInteger(id) ? await findImport(ctx.read, id) : undefined;
  return found(row?.areaId === area.id ? row : undefined);
};

const checkedImport = async (ctx: Context, area: Area, id: number): Promise<ImportRow> => {
  const row = await getImport(ctx, area, id);
  return row.state === "checked"
    ? row
    : refuse({ kind: "import-already-handled", state: row.state });
};

/** Somebody else was first: says what they did. */
const refuseHandled = async (tx: Write, id: number): Promise<never> => {
  const { state } = found(await findImport(tx, id));
  return refuse({ kind: "import-already-handled", state });
};

const isSame = (left: ImportSummary, right: ImportSummary): boolean =>
  left.added === right.added && left.changed === right.changed && left.closed === right.closed;

/**
 * Carries out an import as its preview showed it. When the register has moved on so that the file would change other
 * things than shown, it keeps a new preview and refuses with `preview-out-of-date`.
 */
export const confirmImport = async (
  ctx: Context,
  area: Area,
  given: { readonly id: number; readonly progress: Progress },
): Promise<void> => {
  const row = await checkedImport(ctx, area, given.id);
  const bytes = found(await findImportFile(ctx.read, row.id));
  const { kind, fileName, asOf, fileHash } = row;
  const request = { kind, fileName, asOf, bytes, laCodes: area.laCodes };
  const planned = await planOrRefuse(ctx, request, given.progress);
  const { summary, preview } = planned.plan;
  if (!isSame(summary, row.summary)) {
    await ctx.write((tx) => recordImportPreview(tx, row, { summary, preview }));
    refuse({ kind: "preview-out-of-date" });
  }
  await ctx.write(async (tx) => {
    const end = { state: "confirmed" as const, finishedAt: instantOf(ctx), summary, preview };
    if (!(await recordImportEnd(tx, row, end))) await refuseHandled(tx, row.id);
    const version = row.version + 1;
    const applied = {
      id: row.id,
      version,
      areaId: area.id,
      request: { kind, fileName, asOf },
      fileHash,
    };
    await applyPlan(ctx, tx, { ...planned, applied });
  });
};

/** Sets a checked file aside: nothing of it enters the register. */
export const discardImport = async (ctx: Context, area: Area, id: number): Promise<void> => {
  const row = await checkedImport(ctx, area, id);
  await ctx.write(async (tx) => {
    const end = { state: "discarded" as const, finishedAt: instantOf(ctx) };
    if (!(await recordImportEnd(tx, row, end))) await refuseHandled(tx, row.id);
    await record(ctx, tx, {
      areaId: area.id,
      entity: "import",
      entityId: String(row.id),
      entityVersion: row.version + 1,
      kind: "import-discarded",
    });
  });
};

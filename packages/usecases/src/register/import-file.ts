import { recordImport } from "@alongside/db/stores/register-import";
import { lastImport } from "@alongside/db/views/register-import";
import {
  emptyPreview,
  type ImportPreview,
  type ImportSummary,
} from "@alongside/domain/register-import";
import { mayOperate } from "@alongside/domain/identity";
import { authorise, instantOf, refuse, type Context } from "../context/index.ts";
import { applyPlan, hashFile, registerMark, type Planned } from "./apply.ts";
import { makePlan } from "./make-plan.ts";
import { sourceOf } from "./source.ts";
import type { ImportRequest, Progress } from "./plan.ts";

export type ImportOutcome = { readonly summary: ImportSummary; readonly preview: ImportPreview };

const isSameScope = (
  held: readonly string[] | null,
  asked: readonly string[] | undefined,
): boolean =>
  JSON.stringify(held?.toSorted() ?? null) === JSON.stringify(asked?.toSorted() ?? null);

/** The outcome of the very file that was confirmed last: the register already says all of it. */
const repeatedOutcome = async (
  ctx: Context,
  request: ImportRequest,
): Promise<ImportOutcome | undefined> => {
  const last = await lastImport(ctx.read, request.kind);
  if (last === undefined || last.fileHash !== hashFile(request.bytes)) return undefined;
  if (!isSameScope(last.laCodes, request.laCodes) || last.asOf !== request.asOf) return undefined;
  const { summary } = last;
  const unchanged = { added: 0, changed: 0, closed: 0, unchanged: summary.taken };
  return { summary: { ...summary, ...unchanged }, preview: emptyPreview };
};

export const planOrRefuse = async (
  ctx: Context,
  request: ImportRequest,
  progress: Progress,
): Promise<Planned> => {
  const mark = await registerMark(ctx);
  const plan = await makePlan(ctx, request, progress);
  return plan.ok
    ? { plan, mark }
    : refuse({ kind: "file-not-readable", sentence: plan.refusal.sentence });
};

/**
 * Brings a file into the register in one go, for the operator at the command line; with `previewOnly` it says what
 * would change and changes nothing. Refuses a file that cannot be read (`file-not-readable`).
 */
export const importFile = async (
  ctx: Context,
  request: ImportRequest,
  how: { readonly previewOnly: boolean; readonly progress: Progress },
): Promise<ImportOutcome> => {
  authorise(mayOperate(ctx.actor));
  const repeated = await repeatedOutcome(ctx, request);
  if (repeated !== undefined) return repeated;
  const planned = await planOrRefuse(ctx, request, how.progress);
  const { summary, preview } = planned.plan;
  if (how.previewOnly) return { summary, preview };
  const { kind, fileName, asOf, laCodes } = request;
  const fileHash = hashFile(request.bytes);
  await ctx.write(async (tx) => {
    const at = instantOf(ctx);
    const id = await recordImport(tx, {
      areaId: null,
      kind,
      fileName,
      asOf,
      fileHash,
      source: sourceOf(kind),
      state: "confirmed",
      laCodes: laCodes ?? null,
      summary,
      preview,
      startedAt: at,
      finishedAt: at,
    });
    const applied = { id, version: 1, areaId: null, request: { kind, fileName, asOf }, fileHash };
    await applyPlan(ctx, tx, { ...planned, applied });
  });
  return { summary, preview };
};

import { createHash } from "node:crypto";
import type { Write } from "@alongside/db";
import { countConfirmedImports } from "@alongside/db/views/register-import";
import type { ImportSummary } from "@alongside/domain/register-import";
import { record, refuse, type Context } from "../context/index.ts";
import type { AreaId } from "@alongside/domain/identity";
import type { ImportPlan, ImportRequest } from "./plan.ts";

export const hashFile = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** Where the register stood when a plan was made: the plan holds as long as it stands there still. */
export const registerMark = (ctx: Pick<Context, "read">): Promise<number> =>
  countConfirmedImports(ctx.read);

export type Planned = { readonly plan: ImportPlan; readonly mark: number };

export type AppliedImport = {
  readonly id: number;
  readonly version: number;
  readonly areaId: AreaId | null;
  readonly request: Pick<ImportRequest, "kind" | "fileName" | "asOf">;
  readonly fileHash: string;
};

const countsOf = ({ notTaken, missingColumns: _columns, ...counts }: ImportSummary) => ({
  ...counts,
  notTaken: notTaken.length,
});

/**
 * Carries a plan out inside the transaction that notes who confirmed it.
 * Refuses with `preview-out-of-date` when another import was confirmed since the plan was made.
 */
export const applyPlan = async (
  ctx: Context,
  tx: Write,
  given: Planned & { readonly applied: AppliedImport },
): Promise<void> => {
  const { plan, mark, applied } = given;
  const since = await countConfirmedImports(tx, applied.id);
  if (since !== mark) refuse({ kind: "preview-out-of-date" });
  await plan.apply(tx, applied.id);
  await record(ctx, tx, {
    areaId: applied.areaId,
    entity: "import",
    entityId: String(applied.id),
    entityVersion: applied.version,
    kind: "import-confirmed",
    payload: { ...applied.request, fileHash: applied.fileHash, ...countsOf(plan.summary) },
  });
};

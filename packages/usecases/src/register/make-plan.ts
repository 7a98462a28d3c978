import type { RefusedFile } from "@alongside/register";
import type { Context } from "../context/index.ts";
import { planGias } from "./plan-gias.ts";
import { planRows } from "./plan-rows.ts";
import type { ImportPlan, ImportRequest, Progress } from "./plan.ts";
import { areaIndicatorKind, inspectionKind, ks2Kind, linkKind, trustKind } from "./row-kind.ts";

/** Outcomes come in two files: the key stage 2 panel of schools, and the indicators of authorities. */
const planOutcomes = async (
  ctx: Context,
  request: ImportRequest & { readonly progress: Progress },
): Promise<ImportPlan | RefusedFile> => {
  const panel = await planRows(ctx, ks2Kind, request);
  if (panel.ok) return panel;
  const indicators = await planRows(ctx, areaIndicatorKind, request);
  return indicators.ok ? indicators : panel;
};

/** Plans an import of any kind. Reads only. */
export const makePlan = (
  ctx: Context,
  request: ImportRequest,
  progress: Progress = () => undefined,
): Promise<ImportPlan | RefusedFile> => {
  const full = { ...request, progress };
  switch (request.kind) {
    case "gias":
      return planGias(ctx, request, progress);
    case "links":
      return planRows(ctx, linkKind, full);
    case "trusts":
      return planRows(ctx, trustKind, full);
    case "ofsted":
      return planRows(ctx, inspectionKind, full);
    case "outcomes":
      return planOutcomes(ctx, full);
  }
};

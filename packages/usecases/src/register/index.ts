export { checkImport, type Upload } from "./check.ts";
export { confirmImport, discardImport, getImport } from "./confirm.ts";
export { importFile, type ImportOutcome } from "./import-file.ts";
export { listImports } from "./list.ts";
export type { ImportRequest, Progress } from "./plan.ts";
export { sourceOf } from "./source.ts";
export { areaIndicatorKind, inspectionKind, linkKind, trustKind } from "./row-kind.ts";

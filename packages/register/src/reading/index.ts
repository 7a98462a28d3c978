export type { Source } from "./bytes.ts";
export type { FileRefusal, OtherFormat, RefusalFacts, RefusedFile } from "./refusal.ts";
export type { Batch, NotTaken, OpenedFile, ReadFile } from "./reader.ts";
export type { ReadOptions } from "./table.ts";

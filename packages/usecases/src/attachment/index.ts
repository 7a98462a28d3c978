export { addAttachment, type FileToAdd } from "./add.ts";
export type { FileStore } from "./files.ts";
export { listFiles, readFile, removeFile } from "./read.ts";

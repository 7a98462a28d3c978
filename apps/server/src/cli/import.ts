import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { dateInName, importKinds, type ImportKind } from "@alongside/domain/register-import";
import {
  isLaCode,
  londonDate,
  parseIsoDate,
  type IsoDate,
  type LaCode,
} from "@alongside/domain/school";
import { importFile, type ImportOutcome } from "@alongside/usecases/register";
import { isMisuse, type Command, type Misuse } from "./command.ts";

type Asked = {
  readonly kind: ImportKind;
  readonly path: string;
  readonly laCodes: readonly LaCode[] | undefined;
  readonly asOf: IsoDate | undefined;
  readonly previewOnly: boolean;
  readonly json: boolean;
};

const isKind = (word: string | undefined): word is ImportKind =>
  importKinds.some((kind) => kind === word);

const options = {
  la: { type: "string", multiple: true },
  "as-of": { type: "string" },
  preview: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

const parseWords = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    return { misuse: error instanceof Error ? error.message : "the words are not right" };
  }
};

const readAsked = (words: readonly string[], folder: string): Asked | Misuse => {
  const parsed = parseWords(words);
  if (isMisuse(parsed)) return parsed;
  const { positionals, values } = parsed;
  const [kind, file] = positionals;
  if (!isKind(kind)) return { misuse: `say what to import: ${importKinds.join(", ")}` };
  if (file === undefined || positionals.length > 2) return { misuse: "name one file" };
  const laCodes = values.la?.filter(isLaCode);
  if (laCodes?.length !== values.la?.length) return { misuse: "--la takes a three-digit code" };
  const asOf = parseIsoDate(values["as-of"] ?? "");
  if (values["as-of"] !== undefined && asOf === undefined)
    return { misuse: "--as-of takes a date, YYYY-MM-DD" };
  const path = resolve(folder, file);
  return { kind, path, laCodes, asOf, previewOnly: values.preview, json: values.json };
};

const oneLine = ({ summary }: ImportOutcome): string => {
  const { lines, taken, added, changed, unchanged, closed, notTaken, missingColumns } = summary;
  const left = notTaken.map(({ line, urn, reason }) => ({ line, urn: toNumber(urn), reason }));
  return JSON.stringify({
    lines,
    taken,
    added,
    changed,
    unchanged,
    closed,
    notTaken: left,
    missingColumns,
  });
};

/** A URN is a number; what a line states in its place stays as it stands. */
const toNumber = (urn: string | null): number | string | null =>
  urn !== null && /^\d+$/.test(urn) ? Number(urn) : urn;

const describe = ({ summary, preview }: ImportOutcome, previewOnly: boolean): readonly string[] => [
  `${summary.lines} lines, ${summary.taken} taken: ${summary.added} added, ${summary.changed} changed (${summary.closed} closed), ${summary.unchanged} unchanged`,
  ...Object.entries(preview.headings).map(([heading, held]) => `  ${heading}: ${held?.count ?? 0}`),
  ...(summary.missingColumns.length > 0
    ? [`Columns missing: ${summary.missingColumns.join(", ")}`]
    : []),
  ...summary.notTaken
    .slice(0, 20)
    .map(({ line, urn, reason }) => `Line ${line} (${urn ?? "no URN"}) not taken: ${reason}`),
  ...(summary.notTaken.length > 20
    ? [`… and ${summary.notTaken.length - 20} more lines not taken; --json lists all`]
    : []),
  ...(previewOnly ? ["This was a preview: nothing was changed."] : []),
];

const readBytes = async (path: string): Promise<Buffer | Misuse> => {
  try {
    if ((await stat(path)).isDirectory()) return { misuse: `${basename(path)} is a folder` };
    return await readFile(path);
  } catch {
    return { misuse: `${basename(path)} cannot be read` };
  }
};

const showProgress = (linesRead: number, lines: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${linesRead} of ${lines} lines`);
};

/** `import KIND FILE`: 0 when the register now says what the file says, 1 when the file is refused, 2 on misuse. */
export const runImport: Command = async (words, { ctx, say, complain, folder }) => {
  const asked = readAsked(words, folder);
  if (isMisuse(asked)) {
    complain(asked.misuse);
    return 2;
  }
  const bytes = await readBytes(asked.path);
  if (!Buffer.isBuffer(bytes)) {
    complain(bytes.misuse);
    return 2;
  }
  const { kind, laCodes, previewOnly } = asked;
  const fileName = basename(asked.path);
  const asOf = asked.asOf ?? dateInName(fileName) ?? londonDate(ctx.now());
  const request = { kind, fileName, bytes, asOf, laCodes };
  const outcome = await importFile(ctx, request, { previewOnly, progress: showProgress });
  if (asked.json) say(oneLine(outcome));
  else for (const line of describe(outcome, previewOnly)) say(line);
  return 0;
};

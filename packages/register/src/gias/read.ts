import type { LaCode, SchoolDetails, SchoolRecord, Urn } from "@alongside/domain/school";
import { toLaCode, toUrn, unreadable, type Unreadable } from "../reading/cell.ts";
import type { Source } from "../reading/bytes.ts";
import type { Positions } from "../reading/header.ts";
import {
  gatherBatches,
  openFile,
  type OpenedFile,
  type Reader,
  type ReadFile,
  type ReadLine,
} from "../reading/reader.ts";
import type { RefusedFile } from "../reading/refusal.ts";
import type { Line, ReadOptions } from "../reading/table.ts";
import { detailKeys, details, giasColumns, type DetailKey, type GiasKey } from "./columns.ts";
import { deriveSetting } from "./setting.ts";
import { isBeyondEngland, toPhase, toStatus } from "./words.ts";

export type GiasOptions = ReadOptions & {
  /** Takes the lines of these local authorities and leaves the others out, each with its reason. */
  readonly laCodes?: readonly LaCode[];
};

type Core = Omit<SchoolRecord, "setting" | DetailKey>;

type Refused = { readonly reason: string };

type DetailReader = {
  readonly key: DetailKey;
  readonly at: number;
  readonly column: string;
  readonly read: (cell: string) => string | number | null | Unreadable;
};

const refused = (reason: string): Refused => ({ reason });

const unknownWord = (column: string, word: string): Refused =>
  refused(word.trim() === "" ? `${column} is blank` : `${column} ‘${word.trim()}’ is not known`);

const readCore = (cell: (key: GiasKey) => string, urn: Urn): Core | Refused => {
  const name = cell("name").trim();
  if (name === "") return refused("EstablishmentName is blank");
  const laCode = toLaCode(cell("laCode"));
  if (laCode === null) return unknownWord("LA (code)", cell("laCode"));
  const status = toStatus(cell("status"));
  if (status === undefined) return unknownWord("EstablishmentStatus (name)", cell("status"));
  const phase = toPhase(cell("phase"));
  if (phase === undefined) return unknownWord("PhaseOfEducation (name)", cell("phase"));
  return { urn, laCode, laName: cell("laName").trim(), name, status, phase };
};

const detailReaders = (positions: Positions<GiasKey>): readonly DetailReader[] =>
  detailKeys()
    .filter((key) => positions[key] >= 0)
    .map((key) => ({ key, at: positions[key], ...details[key] }));

/**
 * Fills in the details that the file has columns for. The cast holds because each reader's `read` gives the type of its
 * `key`: both stand on one line of `details`.
 */
const readDetails = (
  cells: readonly string[],
  readers: readonly DetailReader[],
): Partial<SchoolDetails> | Refused => {
  const found: Record<string, string | number | null> = {};
  for (const { key, at, column, read } of readers) {
    const cell = cells[at] ?? "";
    const value = cell === "" ? null : read(cell);
    if (value === unreadable) return refused(`${column} ‘${cell.trim()}’ cannot be read`);
    found[key] = value;
  }
  return found as Partial<SchoolDetails>;
};

const findMisplaced = (core: Core, type: string | null, options: GiasOptions): Refused | null => {
  if (isBeyondEngland(core.laCode, type)) return refused("not in England");
  return options.laCodes !== undefined && !options.laCodes.includes(core.laCode)
    ? refused("other local authority")
    : null;
};

const readSchool = (
  line: Line,
  options: GiasOptions,
  columns: {
    readonly positions: Positions<GiasKey>;
    readonly readers: readonly DetailReader[];
  },
): ((urn: Urn) => SchoolRecord | Refused) => {
  const cell = (key: GiasKey): string => line.cells[columns.positions[key]] ?? "";
  return (urn) => {
    const core = readCore(cell, urn);
    if ("reason" in core) return core;
    const misplaced = findMisplaced(core, cell("type"), options);
    if (misplaced !== null) return misplaced;
    const read = readDetails(line.cells, columns.readers);
    if ("reason" in read) return read;
    const { type = null, lowAge = null, highAge = null } = read;
    const setting = deriveSetting({ phase: core.phase, type, lowAge, highAge });
    return { ...core, setting, ...read };
  };
};

const begin =
  (options: GiasOptions): Reader<GiasKey, SchoolRecord>["begin"] =>
  ({ positions }): ReadLine<SchoolRecord> => {
    const readers = detailReaders(positions);
    const lineOf = new Map<Urn, number>();
    return (line) => {
      const stated = (line.cells[positions.urn] ?? "").trim();
      const left = (reason: string) => ({ line: line.number, urn: stated || null, reason });
      const urn = toUrn(stated);
      if (urn === null) return left(stated === "" ? "URN is blank" : "URN is not six digits");
      const earlier = lineOf.get(urn);
      if (earlier !== undefined) return left(`URN is already on line ${earlier}`);
      const school = readSchool(line, options, { positions, readers })(urn);
      if ("reason" in school) return left(school.reason);
      lineOf.set(urn, line.number);
      return { taken: school };
    };
  };

const giasReader = (options: GiasOptions): Reader<GiasKey, SchoolRecord> => ({
  columns: giasColumns,
  urnColumn: "urn",
  begin: begin(options),
});

/**
 * Opens an extract of schools from GIAS in any layout (33, 34, 78 or 140 columns, or a website export) and checks the whole
 * file, so that its batches can be taken without fear of a bad end.
 */
export const openGias = (
  source: Source,
  options: GiasOptions = {},
): Promise<OpenedFile<SchoolRecord> | RefusedFile> =>
  openFile(source, giasReader(options), options);

/** Reads an extract of schools whole. See `openGias` for files of all England. */
export const readGias = async (
  source: Source,
  options: GiasOptions = {},
): Promise<ReadFile<SchoolRecord> | RefusedFile> => gatherBatches(await openGias(source, options));

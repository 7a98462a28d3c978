import type { LaCode, SchoolDetails, SchoolRecord, Setting, Urn } from "@alongside/domain/school";
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

type DetailColumns = {
  readonly readers: readonly DetailReader[];
  /** Every key that a record of this file has, so that all records are laid out alike, which makes them fast to fill. */
  readonly blank: Readonly<Record<string, null>>;
};

const coreKeys = ["urn", "laCode", "laName", "name", "status", "phase", "setting"] as const;

const detailColumns = (positions: Positions<GiasKey>): DetailColumns => {
  const readers = detailKeys()
    .filter((key) => positions[key] >= 0)
    .map((key) => ({ key, at: positions[key], ...details[key] }));
  const keys = [...coreKeys, ...readers.map(({ key }) => key)];
  return { readers, blank: Object.fromEntries(keys.map((key) => [key, null])) };
};

const findMisplaced = (core: Core, type: string, options: GiasOptions): Refused | null => {
  if (isBeyondEngland(core.laCode, type)) return refused("not in England");
  return options.laCodes !== undefined && !options.laCodes.includes(core.laCode)
    ? refused("other local authority")
    : null;
};

type Unsettled = Core & { setting: Setting } & Partial<SchoolDetails>;

/**
 * Fills in the details that the file has columns for. The casts hold because each reader's `read` gives the type of its
 * `key`: both stand on one line of `details`. One object from start to end: copying it costs more than reading it.
 */
const addDetails = (
  core: Core,
  cells: readonly string[],
  { readers, blank }: DetailColumns,
): Unsettled | Refused => {
  const school = { ...blank, ...core } as Unsettled;
  const open = school as unknown as Record<string, string | number | null>;
  for (const { key, at, column, read } of readers) {
    const cell = cells[at] ?? "";
    const value = cell === "" ? null : read(cell);
    if (value === unreadable) return refused(`${column} ‘${cell.trim()}’ cannot be read`);
    open[key] = value;
  }
  return school;
};

const settle = (school: Unsettled): SchoolRecord => {
  const { phase, type = null, lowAge = null, highAge = null } = school;
  school.setting = deriveSetting({ phase, type, lowAge, highAge });
  return school;
};

type ReadSchool = (line: Line, urn: Urn) => SchoolRecord | Refused;

const schoolReader = (positions: Positions<GiasKey>, options: GiasOptions): ReadSchool => {
  const columns = detailColumns(positions);
  return ({ cells }, urn) => {
    const cell = (key: GiasKey): string => cells[positions[key]] ?? "";
    const core = readCore(cell, urn);
    if ("reason" in core) return core;
    const misplaced = findMisplaced(core, cell("type"), options);
    if (misplaced !== null) return misplaced;
    const school = addDetails(core, cells, columns);
    return "reason" in school ? school : settle(school);
  };
};

const begin =
  (options: GiasOptions): Reader<GiasKey, SchoolRecord>["begin"] =>
  ({ positions }): ReadLine<SchoolRecord> => {
    const readSchool = schoolReader(positions, options);
    const lineOf = new Map<Urn, number>();
    return (line) => {
      const stated = (line.cells[positions.urn] ?? "").trim();
      const left = (reason: string) => ({ line: line.number, urn: stated || null, reason });
      const urn = toUrn(stated);
      if (urn === null) return left(stated === "" ? "URN is blank" : "URN is not six digits");
      const earlier = lineOf.get(urn);
      if (earlier !== undefined) return left(`URN is already on line ${earlier}`);
      const school = readSchool(line, urn);
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

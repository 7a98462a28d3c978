import type { InspectionRecord, IsoDate, Urn } from "@alongside/domain/school";
import type { Source } from "../reading/bytes.ts";
import { toDate, toText, toUrn, unreadable } from "../reading/cell.ts";
import {
  gatherBatches,
  openFile,
  type OpenedFile,
  type Reader,
  type ReadFile,
  type ReadLine,
} from "../reading/reader.ts";
import type { RefusedFile } from "../reading/refusal.ts";
import type { Line, ReadOptions, Table } from "../reading/table.ts";
import { ofstedColumns, type OfstedKey } from "./columns.ts";
import { readJudgements, readReportCard, type Cell } from "./frameworks.ts";
import { toGrade } from "./words.ts";

type Refused = { readonly reason: string };

const refused = (reason: string): Refused => ({ reason });

const cellOf =
  (line: Line, { positions }: Table<OfstedKey>): Cell =>
  (key) =>
    line.cells[positions[key]] ?? "";

const readCard = (cell: Cell) => {
  const date = toDate(cell("cardDate"));
  return date === null || date === unreadable ? date : readReportCard(cell, date);
};

const readInspection = (cell: Cell, urn: Urn): InspectionRecord | Refused => {
  const latestDate = toDate(cell("latestDate"));
  if (latestDate === unreadable) return refused("latest_date cannot be read");
  const overall = toGrade(cell("overall"));
  if (overall === unreadable) return refused(`overall ‘${cell("overall").trim()}’ is not known`);
  const judgements = readJudgements(cell);
  if (judgements === unreadable) return refused("a graded judgement is not known");
  const reportCard = readCard(cell);
  if (reportCard === unreadable) return refused("a grade of the report card is not known");
  return { urn, latestDate, overall, judgements, reportCard };
};

type Latest = { readonly date: string; readonly line: number };

/** Goes through the file once beforehand, because a later line may hold the later inspection. */
const findLatest = (table: Table<OfstedKey>): ReadonlyMap<Urn, Latest> => {
  const latest = new Map<Urn, Latest>();
  for (const lines of table.runs())
    for (const line of lines) {
      const cell = cellOf(line, table);
      const urn = toUrn(cell("urn"));
      const date = toDate(cell("latestDate"));
      if (urn === null || date === unreadable) continue;
      const known = latest.get(urn);
      if (known === undefined || (date ?? "") > known.date)
        latest.set(urn, { date: date ?? "", line: line.number });
    }
  return latest;
};

const begin: Reader<OfstedKey, InspectionRecord>["begin"] = (table): ReadLine<InspectionRecord> => {
  const latest = findLatest(table);
  return (line) => {
    const cell = cellOf(line, table);
    const left = (reason: string) => ({ line: line.number, urn: toText(cell("urn")), reason });
    const urn = toUrn(cell("urn"));
    if (urn === null) return left("URN is not six digits");
    const inspection = readInspection(cell, urn);
    if ("reason" in inspection) return left(inspection.reason);
    const kept = latest.get(urn);
    return kept === undefined || kept.line === line.number
      ? { taken: inspection }
      : left(`line ${kept.line} has the school's latest inspection`);
  };
};

const reader: Reader<OfstedKey, InspectionRecord> = {
  columns: ofstedColumns,
  urnColumn: "urn",
  begin,
};

/** Opens a file of latest Ofsted inspections: one record for each URN, its three frameworks kept apart. */
export const openOfsted = (
  source: Source,
  options: ReadOptions = {},
): Promise<OpenedFile<InspectionRecord> | RefusedFile> => openFile(source, reader, options);

export const readOfsted = async (
  source: Source,
  options: ReadOptions = {},
): Promise<ReadFile<InspectionRecord> | RefusedFile> =>
  gatherBatches(await openOfsted(source, options));

/**
 * Whether the inspection took place before the school opened: then the grade is its predecessor's, carried over on
 * conversion, and must not be shown as the academy's own.
 */
export const isCarriedGrade = (
  inspection: Pick<InspectionRecord, "latestDate">,
  openDate: IsoDate | null,
): boolean =>
  inspection.latestDate !== null && openDate !== null && inspection.latestDate < openDate;

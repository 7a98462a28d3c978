import type { Ks2Outcome } from "@alongside/domain/school";
import type { Source } from "../reading/bytes.ts";
import { toLaCode, toText, toUrn, unreadable } from "../reading/cell.ts";
import type { Columns } from "../reading/header.ts";
import {
  gatherBatches,
  openFile,
  type OpenedFile,
  type Reader,
  type ReadFile,
  type ReadLine,
} from "../reading/reader.ts";
import type { RefusedFile } from "../reading/refusal.ts";
import type { ReadOptions } from "../reading/table.ts";
import { toHeadcount, toShare } from "./figure.ts";
import { toEndYear } from "./period.ts";

type Ks2Key = "urn" | "laCode" | "year" | "percentage" | "pupils" | "fromUrn";

const columns: Columns<Ks2Key> = {
  urn: { names: ["URN"], required: true },
  laCode: { names: ["LA (code)"], required: false },
  year: { names: ["year"], required: true },
  percentage: { names: ["PTRWM_EXP"], required: true },
  pupils: { names: ["pupils"], required: false },
  fromUrn: { names: ["from_URN"], required: false },
};

const begin: Reader<Ks2Key, Ks2Outcome>["begin"] = ({ positions }): ReadLine<Ks2Outcome> => {
  const seen = new Set<string>();
  return ({ number, cells }) => {
    const cell = (key: Ks2Key): string => cells[positions[key]] ?? "";
    const left = (reason: string) => ({ line: number, urn: toText(cell("urn")), reason });
    const urn = toUrn(cell("urn"));
    if (urn === null) return left("URN is not six digits");
    const fromUrn = toText(cell("fromUrn")) === null ? urn : toUrn(cell("fromUrn"));
    if (fromUrn === null) return left("from_URN is not six digits");
    const year = toEndYear(cell("year"));
    if (year === unreadable) return left(`year ‘${cell("year").trim()}’ cannot be read`);
    const percentage = toShare(cell("percentage"));
    const pupils = toHeadcount(cell("pupils"));
    if (percentage === unreadable)
      return left(`PTRWM_EXP ‘${cell("percentage").trim()}’ is not a percentage`);
    if (pupils === unreadable) return left(`pupils ‘${cell("pupils").trim()}’ is not a number`);
    const identity = `${urn} ${year}`;
    if (seen.has(identity))
      return left(`the school's ${year} result is already on an earlier line`);
    seen.add(identity);
    return { taken: { urn, laCode: toLaCode(cell("laCode")), year, percentage, pupils, fromUrn } };
  };
};

const reader: Reader<Ks2Key, Ks2Outcome> = { columns, urnColumn: "urn", begin };

/** Opens the panel of key stage 2 results: one record for each URN and year. */
export const openKs2 = (
  source: Source,
  options: ReadOptions = {},
): Promise<OpenedFile<Ks2Outcome> | RefusedFile> => openFile(source, reader, options);

export const readKs2 = async (
  source: Source,
  options: ReadOptions = {},
): Promise<ReadFile<Ks2Outcome> | RefusedFile> => gatherBatches(await openKs2(source, options));

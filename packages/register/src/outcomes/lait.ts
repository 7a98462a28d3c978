import type { AreaIndicator } from "@alongside/domain/school";
import type { Source } from "../reading/bytes.ts";
import { toText, unreadable } from "../reading/cell.ts";
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
import { toFigure } from "./figure.ts";
import { toEndYear } from "./period.ts";

type LaitKey = "indicator" | "title" | "period" | "areaCode" | "areaName" | "region" | "figure";

const columns: Columns<LaitKey> = {
  indicator: { names: ["Short Desc"], required: true },
  title: { names: ["Data item"], required: false },
  period: { names: ["Years"], required: true },
  areaCode: { names: ["LA Number"], required: true },
  areaName: { names: ["LA and Regions"], required: true },
  region: { names: ["Region"], required: false },
  figure: { names: ["Values"], required: true },
};

const englandCode = "970";

const areaKindOf = (areaCode: string, region: string | null): AreaIndicator["areaKind"] => {
  if (areaCode === englandCode) return "england";
  return region === null || /^na$/i.test(region) ? "region" : "authority";
};

/** The file names an indicator on its first lines only: remembers each name and carries it down. */
const carryTitles = (): ((indicator: string, stated: string | null) => string | null) => {
  const titles = new Map<string, string>();
  return (indicator, stated) => {
    if (stated !== null) titles.set(indicator, stated);
    return titles.get(indicator) ?? null;
  };
};

const begin: Reader<LaitKey, AreaIndicator>["begin"] = ({ positions }): ReadLine<AreaIndicator> => {
  const titleOf = carryTitles();
  const seen = new Set<string>();
  return ({ number, cells }) => {
    const cell = (key: LaitKey): string => (cells[positions[key]] ?? "").trim();
    const left = (reason: string) => ({ line: number, urn: null, reason });
    const [indicator, areaCode, period] = [cell("indicator"), cell("areaCode"), cell("period")];
    if (indicator === "") return left("Short Desc is blank");
    const title = titleOf(indicator, toText(cell("title")));
    if (!/^\d{3}$/.test(areaCode)) return left("LA Number is not three digits");
    if (cell("areaName") === "") return left("LA and Regions is blank");
    const endYear = toEndYear(period);
    if (endYear === unreadable) return left(`Years ‘${period}’ cannot be read`);
    const figure = toFigure(cell("figure"));
    if (figure === unreadable) return left(`Values ‘${cell("figure")}’ is not a number`);
    const identity = `${indicator} ${areaCode} ${period}`;
    if (seen.has(identity)) return left("the same figure is already on an earlier line");
    seen.add(identity);
    const stated = toText(cell("region"));
    const areaKind = areaKindOf(areaCode, stated);
    const region = areaKind === "authority" ? stated : null;
    const areaName = cell("areaName");
    return {
      taken: { indicator, title, period, endYear, areaKind, areaCode, areaName, region, figure },
    };
  };
};

const reader: Reader<LaitKey, AreaIndicator> = { columns, urnColumn: null, begin };

/** Opens an extract of the local authority interactive tool (LAIT): figures of authorities, regions and England. */
export const openLait = (
  source: Source,
  options: ReadOptions = {},
): Promise<OpenedFile<AreaIndicator> | RefusedFile> => openFile(source, reader, options);

export const readLait = async (
  source: Source,
  options: ReadOptions = {},
): Promise<ReadFile<AreaIndicator> | RefusedFile> => gatherBatches(await openLait(source, options));

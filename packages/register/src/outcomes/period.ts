import { unreadable, type Unreadable } from "../reading/cell.ts";

/** The calendar year in which a period ended: 2021 for `2021`, `2020/21`, `2020-2021` and `202021`. */
export const toEndYear = (cell: string): number | Unreadable => {
  const [, start = "", end = ""] = /^(\d{4})(?:[/-]?(\d{2}|\d{4}))?$/.exec(cell.trim()) ?? [];
  if (start === "") return unreadable;
  const year = Number(start);
  if (year < 1990 || year > 2100) return unreadable;
  if (end === "") return year;
  return Number(end) % 100 === (year + 1) % 100 ? year + 1 : unreadable;
};

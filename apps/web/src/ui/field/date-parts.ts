/** A date as it was typed: what is wrong stays to be put right. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

export const noDate: DateParts = { day: "", month: "", year: "" };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function monthNumber(text: string): number {
  const named = months.indexOf(text.trim().toLowerCase().slice(0, 3));
  return named >= 0 ? named + 1 : Number(text);
}

const isWhole = (text: string, digits: RegExp) => digits.test(text.trim());

/** The ISO date (2026-09-01) that the parts name, or undefined when there is no such day. Month names are taken. */
export function isoOfParts(parts: DateParts): string | undefined {
  const month = monthNumber(parts.month);
  if (!isWhole(parts.day, /^\d{1,2}$/) || !isWhole(parts.year, /^\d{4}$/)) return undefined;
  const day = Number(parts.day);
  const date = new Date(Date.UTC(Number(parts.year), month - 1, day));
  const isReal = date.getUTCDate() === day && date.getUTCMonth() === month - 1;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

/** The parts of an ISO date, without leading noughts, for a form that is filled in already. */
export function partsOfIso(iso: string): DateParts {
  const [year = "", month = "", day = ""] = iso.split("-");
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}

/** True when nothing at all was typed. */
export const isEmptyDate = (parts: DateParts) =>
  [parts.day, parts.month, parts.year].every((part) => part.trim() === "");

/** Reads '1 9 2026', '1/9/26', '01.09.2026', '1 September 2026' or '2026-09-01' into parts; else nothing. */
export function partsOfText(text: string): DateParts | undefined {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso) return { year: iso[1] ?? "", month: iso[2] ?? "", day: iso[3] ?? "" };
  const usual = /^\s*(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4}|\d{2})\s*$/i.exec(text);
  if (!usual) return undefined;
  const year = usual[3] ?? "";
  return {
    day: usual[1] ?? "",
    month: usual[2] ?? "",
    year: year.length === 2 ? `20${year}` : year,
  };
}

/** The ISO date that a text names, or undefined. */
export function isoOfText(text: string): string | undefined {
  const parts = partsOfText(text);
  return parts === undefined ? undefined : isoOfParts(parts);
}

import { noDate, partsOfIso, type DateParts } from "../../../ui/index.ts";

/** A date that may not have been answered yet, for its three boxes. */
export const partsOfDay = (day: string | undefined): DateParts =>
  day === undefined ? noDate : partsOfIso(day);

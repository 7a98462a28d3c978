import { inArea } from "../../app/area.ts";

export const roundsAddress = (area: string): string => inArea(area, "/rounds");

export const roundAddress = (area: string, id: string, below = ""): string =>
  inArea(area, `/rounds/${id}${below}`);

/** A round's plan, or who goes without in it, as a file. */
export const planFile = (
  area: string,
  of: { readonly id: string; readonly run: number },
  what: "plan" | "unserved",
): string => `/files${roundAddress(area, of.id, `/${what}.csv?run=${of.run}`)}`;

/** The number of the run that an address asks for; undefined for the latest. */
export const runIn = (search: string): number | undefined => {
  const run = Number(new URLSearchParams(search).get("run"));
  return Number.isInteger(run) && run > 0 ? run : undefined;
};

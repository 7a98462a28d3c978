import { phases, schoolStatuses, settings } from "@alongside/domain/school";
import { sortOf } from "../../ui/index.ts";
import type { SchoolQuestion } from "./data.ts";

export const pageSize = 50;

const sorts = ["name", "phase", "pupils", "postcode", "trust"] as const;

const chosen = <Value extends string>(
  params: URLSearchParams,
  name: string,
  values: readonly Value[],
): Value[] => values.filter((value) => params.getAll(name).includes(value));

/** What the address of a list asks; the file of the same address asks the same. */
export const questionOf = (search: string): Omit<SchoolQuestion, "area"> => {
  const params = new URLSearchParams(search);
  const one = (name: string) => params.get(name) || undefined;
  const order = sortOf(search);
  return {
    words: one("words"),
    phases: chosen(params, "phase", phases),
    settings: chosen(params, "setting", settings),
    statuses: chosen(params, "status", schoolStatuses),
    zone: one("zone"),
    trust: one("trust"),
    type: one("type"),
    sort: sorts.find((sort) => sort === order?.key) ?? "name",
    isDescending: order?.direction === "descending",
  };
};

/** Whether the address leaves the status to the list, which then shows open schools. */
export const isOfOpenSchools = (search: string): boolean =>
  (questionOf(search).statuses ?? []).length === 0;

/** The list of this address as a file. */
export const fileAddress = (area: string, search: string): string => {
  const params = new URLSearchParams(search);
  params.delete("page");
  const query = params.toString();
  return `/files/areas/${area}/schools.csv${query === "" ? "" : `?${query}`}`;
};

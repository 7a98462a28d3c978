/** Pure steps over the query part of an address, so that filters, sort and page survive Back, reload and sharing. */

function queryOf(search: string, change: (params: URLSearchParams) => void): string {
  const params = new URLSearchParams(search);
  change(params);
  const text = params.toString();
  return text === "" ? "?" : `?${text}`;
}

/** The query with one parameter set (or removed when the value is empty), on the first page again. */
export function withParam(search: string, name: string, value: string): string {
  return queryOf(search, (params) => {
    params.delete("page");
    if (value === "") params.delete(name);
    else params.set(name, value);
  });
}

/** The query without one value of a parameter, on the first page again; the others of the same name stay. */
export function withoutValue(search: string, name: string, value: string): string {
  return queryOf(search, (params) => {
    const kept = params.getAll(name).filter((each) => each !== value);
    params.delete("page");
    params.delete(name);
    for (const each of kept) params.append(name, each);
  });
}

/** The query without any of these parameters, on the first page again. */
export function withoutParams(search: string, names: readonly string[]): string {
  return queryOf(search, (params) => {
    for (const name of ["page", ...names]) params.delete(name);
  });
}

/** The page that the address is on; 1 where it names none, or none that could be. */
export function pageIn(search: string): number {
  const page = Number(new URLSearchParams(search).get("page") ?? 1);
  return Number.isInteger(page) && page > 0 ? page : 1;
}

/** The query for another page; page 1 has no parameter, so that one list has one address. */
export function pageAddress(search: string, page: number): string {
  return queryOf(search, (params) => {
    if (page <= 1) params.delete("page");
    else params.set("page", String(page));
  });
}

export type SortOrder = { readonly key: string; readonly direction: "ascending" | "descending" };

/** `?sort=name` is ascending, `?sort=-name` descending; undefined when the address says nothing. */
export function sortOf(search: string): SortOrder | undefined {
  const value = new URLSearchParams(search).get("sort") ?? "";
  if (value === "" || value === "-") return undefined;
  return value.startsWith("-")
    ? { key: value.slice(1), direction: "descending" }
    : { key: value, direction: "ascending" };
}

/** The query that pressing a column's header leads to: ascending first, then the other way. */
export function sortAddress(search: string, key: string, now = sortOf(search)): string {
  const turn = now?.key === key && now.direction === "ascending";
  return withParam(search, "sort", turn ? `-${key}` : key);
}

/** The query that a filter form's fields make, keeping parameters that the form does not own (such as the sort). */
export function filterAddress(
  search: string,
  owned: readonly string[],
  fields: readonly (readonly [string, string])[],
): string {
  return queryOf(search, (params) => {
    for (const name of ["page", ...owned]) params.delete(name);
    for (const [name, value] of fields) if (value.trim() !== "") params.append(name, value.trim());
  });
}

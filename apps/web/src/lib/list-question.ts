import { pageIn, sortOf } from "../ui/address.ts";

/** How many lines a page of a list holds. */
export const pageSize = 50;

/** What an address asks of every list: words in its names, the order, the page. `Key` is what the list can be sorted by. */
export const listQuestionIn = <Key extends string>(search: string, keys: readonly Key[]) => {
  const order = sortOf(search);
  const sort = keys.find((key) => key === order?.key);
  return {
    words: new URLSearchParams(search).get("words") ?? undefined,
    sort,
    isDescending: sort !== undefined && order?.direction === "descending",
    offset: (pageIn(search) - 1) * pageSize,
    limit: pageSize,
  };
};

/** The address of a list as a file, filtered and sorted as the page is. */
export const listFile = (area: string, list: string, search: string): string =>
  `/files/areas/${area}/${list}.csv${search}`;

import { sortOf } from "../../ui/index.ts";

/** Rows that are all here, in the order that the address asks for (`?sort=-fit`); as they come where it names no column of them. */
export const inOrder = <Row>(
  rows: readonly Row[],
  valueOf: Readonly<Record<string, (row: Row) => string | number>>,
  search: string,
): readonly Row[] => {
  const order = sortOf(search);
  const value =
    order !== undefined && Object.hasOwn(valueOf, order.key) ? valueOf[order.key] : undefined;
  if (value === undefined) return rows;
  const sign = order?.direction === "descending" ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [left, right] = [value(one), value(other)];
    return typeof left === "string" || typeof right === "string"
      ? sign * String(left).localeCompare(String(right), "en-GB")
      : sign * (left - right);
  });
};

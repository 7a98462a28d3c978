import { describe, expect, it } from "vitest";
import { inOrder } from "./order.ts";

const rows = [
  { name: "Zoë", days: 2 },
  { name: "Anna", days: 10 },
  { name: "émile", days: 1 },
];
const valueOf = {
  name: ({ name }: { readonly name: string }) => name,
  days: ({ days }: { readonly days: number }) => days,
};
const daysIn = (search: string) => inOrder(rows, valueOf, search).map(({ days }) => days);

describe("rows that are all here", () => {
  it("come in the order that the address asks for, either way", () => {
    expect(daysIn("?run=2&sort=name")).toEqual([10, 1, 2]);
    expect(daysIn("?sort=-name")).toEqual([2, 1, 10]);
    expect(daysIn("?sort=days")).toEqual([1, 2, 10]);
    expect(daysIn("?sort=-days")).toEqual([10, 2, 1]);
  });

  it("come as they are where no column of theirs is named", () => {
    for (const search of ["", "?sort=", "?sort=constructor", "?sort=nothing"])
      expect(daysIn(search)).toEqual([2, 10, 1]);
  });
});

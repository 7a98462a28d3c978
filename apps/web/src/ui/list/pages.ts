/** The page numbers to offer: first, last, the neighbours of this one; 'gap' where some are left out. */
export function pagesToShow(page: number, pages: number): readonly (number | "gap")[] {
  const near = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages);
  const wanted = [...new Set(near)].toSorted((one, other) => one - other);
  return wanted.flatMap((each, index) => {
    const before = wanted[index - 1];
    if (before === undefined || each - before === 1) return [each];
    return each - before === 2 ? [each - 1, each] : ["gap" as const, each];
  });
}

/** How many pages a list fills: an empty one fills one. */
export function pagesOf(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}

/** A placement that a provider might take on, and what it is worth. */
export type Offer = {
  readonly days: number;
  readonly window: "any" | "early" | "late";
  readonly worth: number;
};

export type Room = {
  readonly days: number;
  readonly early: number;
  readonly late: number;
  readonly schools: number;
};

type Grid = readonly (readonly number[])[];

/** Entry [k][d]: the most worth of at most k offers that take at most d days. */
const gridOf = (offers: readonly Offer[], days: number, schools: number): Grid => {
  const rows = Math.min(schools, offers.length);
  const grid = Array.from({ length: rows + 1 }, () => Array.from({ length: days + 1 }, () => 0));
  for (const offer of offers)
    for (let k = rows; k >= 1; k--) {
      const row = grid[k] ?? [];
      const below = grid[k - 1] ?? [];
      for (let d = days; d >= offer.days; d--)
        row[d] = Math.max(row[d] ?? 0, (below[d - offer.days] ?? 0) + offer.worth);
    }
  return grid;
};

const joined = (
  a: Grid,
  b: Grid,
  room: { readonly days: number; readonly schools: number },
): Grid => {
  const rows = Math.min(room.schools, a.length + b.length - 2);
  return Array.from({ length: rows + 1 }, (_, k) =>
    Array.from({ length: room.days + 1 }, (__, d) => {
      let most = 0;
      for (let i = Math.max(0, k - b.length + 1); i <= Math.min(k, a.length - 1); i++) {
        const left = a[i] ?? [];
        const right = b[k - i] ?? [];
        for (let used = 0; used <= Math.min(d, left.length - 1); used++)
          most = Math.max(
            most,
            (left[used] ?? 0) + (right[Math.min(d - used, right.length - 1)] ?? 0),
          );
      }
      return most;
    }),
  );
};

/** The most worth that one provider can take on within days, early days, late days and schools. Exact. */
export const bestLoad = (offers: readonly Offer[], room: Room): number => {
  const good = offers.filter((offer) => offer.worth > 0);
  const inWindow = (window: Offer["window"], cap: number) => {
    const mine = good.filter((offer) => offer.window === window);
    const sum = mine.reduce((total, offer) => total + offer.days, 0);
    return gridOf(mine, Math.min(cap, room.days, sum), room.schools);
  };
  const any = inWindow("any", room.days);
  const early = inWindow("early", room.early);
  const late = inWindow("late", room.late);
  const both = joined(early, late, room);
  const all = joined(both, any, room);
  const last = all[all.length - 1] ?? [];
  return last[last.length - 1] ?? 0;
};

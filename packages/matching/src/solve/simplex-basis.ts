import { entry, whole } from "./cells.ts";
import { factorise } from "./simplex-factor.ts";
import { type Lp, refresh } from "./simplex.ts";

/** Makes these columns the basis; one that depends on the others gives way to a slack. */
export const installBasis = (lp: Lp, wanted: readonly number[]): void => {
  const { factor, basic } = factorise(lp.rows, lp, wanted);
  lp.place.fill(-1);
  for (let row = 0; row < lp.rows; row++) {
    const column = whole(basic, row) < 0 ? entry(lp.slackOf, row) : whole(basic, row);
    lp.basic[row] = column;
    lp.place[column] = row;
  }
  lp.factor = factor;
  lp.since = [];
  lp.isStale = false;
  refresh(lp);
};

/** Factorises the present basis anew, which sheds the rounding errors of many pivots. */
export const refactor = (lp: Lp): void =>
  installBasis(lp, Array.from(lp.basic.subarray(0, lp.rows)));

/** From the slacks alone, which stand for a plan with nobody in it: feasible wherever every right-hand side is. */
export const restart = (lp: Lp): void => installBasis(lp, lp.slackOf);

/** Remembers which columns are basic; the answer puts them back, also where rows or columns were added meanwhile. */
export const saveColumns = (lp: Lp): (() => void) => {
  const basic = Array.from(lp.basic.subarray(0, lp.rows));
  return () => {
    installBasis(lp, [...basic, ...lp.slackOf.slice(basic.length)]);
  };
};

/** Remembers a basis; the answer puts it back, as long as no row or column was added meanwhile. */
export const saveBasis = (lp: Lp): (() => void) => {
  const { rows, factor, isStale } = lp;
  const since = [...lp.since];
  const basic = lp.basic.slice(0, rows);
  const level = lp.level.slice(0, rows);
  const duals = lp.duals.slice(0, rows);
  return () => {
    for (let row = 0; row < rows; row++) lp.place[whole(lp.basic, row)] = -1;
    lp.factor = factor;
    lp.since = [...since];
    lp.isStale = isStale;
    lp.basic.set(basic);
    lp.level.set(level);
    lp.duals.set(duals);
    basic.forEach((column, row) => {
      lp.place[column] = row;
    });
  };
};

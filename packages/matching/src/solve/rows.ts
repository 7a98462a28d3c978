import { entry, flagAt, whole } from "./cells.ts";
import { type Model, noBand } from "./model.ts";
import { type Stage, penaltyOf, scaleOf } from "./objective.ts";
import { type Lp, type SparseColumn, addColumn, addRow, spread } from "./simplex.ts";

/** The rows of a set-packing master, by what they stand for; -1 where nothing needs the row. */
export type Rows = {
  readonly lead: Int32Array;
  readonly specialist: Int32Array;
  readonly provider: Int32Array;
  readonly band: Int32Array;
  /** The columns that take up leads beyond a band's number. */
  readonly over: Int32Array;
};

const noCoefficients: ReadonlyMap<number, number> = new Map();

/**
 * Right-hand sides a little above their true value keep the simplex method from stalling. Each has its own amount: two that differ by less
 * than the tolerance of the ratio test would count as a tie again.
 */
export const nudge = (row: number): number => 2e-6 * (1 + spread(row));

/** What the nudges of some hundred rows can add up to in one level, with room to spare. */
const noise = 1e-3;

/** A level that is neither none nor whole, nudges apart: something is left to decide. */
export const isFractional = (level: number): boolean => level > noise && level < 1 - noise;

const packingRows = (
  lp: Lp,
  needed: (index: number) => boolean,
  shape: { count: number; limit: number },
) =>
  Int32Array.from({ length: shape.count }, (_, index) =>
    needed(index) ? addRow(lp, shape.limit + nudge(lp.rows), noCoefficients) : -1,
  );

export type Needed = {
  readonly lead: (request: number) => boolean;
  readonly specialist: (request: number) => boolean;
  readonly provider: (provider: number) => boolean;
};

export const makeRows = (lp: Lp, model: Model, needed: Needed): Rows => {
  const lead = packingRows(lp, needed.lead, { count: model.requestCount, limit: 1 });
  const specialist = packingRows(lp, needed.specialist, { count: model.requestCount, limit: 0 });
  const provider = packingRows(lp, needed.provider, { count: model.providerCount, limit: 1 });
  const band = Int32Array.from([0, 1, 2, 3], () => addRow(lp, 0, noCoefficients));
  const over = band.map((row) =>
    addColumn(lp, { rows: Int32Array.of(row), values: Float64Array.of(-1) }, 0),
  );
  return { lead, specialist, provider, band, over };
};

/** Prices what would break a held band out of every plan. */
export const holdBands = (lp: Lp, rows: Rows, stage: Stage): void => {
  const penalty = penaltyOf(stage.points);
  lp.tolerance = 1e-9 * scaleOf(stage.points);
  stage.holds.forEach((hold, band) => {
    const row = whole(rows.band, band);
    lp.rhs[row] = entry(stage.served, band);
    lp.cost[entry(lp.slackOf, row)] = hold === "free" ? 0 : -penalty;
    lp.cost[whole(rows.over, band)] = hold === "exactly" ? -penalty : 0;
  });
};

/** The column of one provider's set. */
export const setColumn = (
  model: Model,
  rows: Rows,
  set: { readonly items: Int32Array; readonly provider: number },
): SparseColumn => {
  const cells = new Map<number, number>([[whole(rows.provider, set.provider), 1]]);
  const add = (row: number, by: number): void => {
    if (row >= 0) cells.set(row, (cells.get(row) ?? 0) + by);
  };
  for (const item of set.items) {
    const request = whole(model.request, item);
    if (flagAt(model.isLead, item) === 1) {
      add(whole(rows.lead, request), 1);
      const band = whole(model.band, item);
      if (band !== noBand) add(whole(rows.band, band), 1);
      if (flagAt(model.opensSpecialist, item) === 1) add(whole(rows.specialist, request), -1);
    } else add(whole(rows.specialist, request), 1);
  }
  const order = [...cells.keys()].sort((a, b) => a - b);
  return {
    rows: Int32Array.from(order),
    values: Float64Array.from(order, (row) => cells.get(row) ?? 0),
  };
};

export const setKey = (provider: number, items: Int32Array): string =>
  `${provider}:${items.join(",")}`;

/** The rows of one master whose slack is basic, as rows of another. */
const basicSlacks = (
  from: { lp: Lp; rows: Int32Array },
  to: { lp: Lp; rows: Int32Array },
): number[] =>
  Array.from(from.rows.keys()).flatMap((index) => {
    const old = whole(from.rows, index);
    const row = whole(to.rows, index);
    if (row < 0) return [];
    if (old >= 0 && whole(from.lp.place, entry(from.lp.slackOf, old)) < 0) return [];
    return [entry(to.lp.slackOf, row)];
  });

type Side = { readonly lp: Lp; readonly rows: Rows };

/** The slacks and band columns of one master's basis, as columns of another over the same model. */
export const carriedSlacks = (from: Side, to: Side): number[] => {
  const kinds = ["lead", "specialist", "provider", "band"] as const;
  const slacks = kinds.flatMap((kind) =>
    basicSlacks({ lp: from.lp, rows: from.rows[kind] }, { lp: to.lp, rows: to.rows[kind] }),
  );
  const over = [0, 1, 2, 3].filter(
    (band) => whole(from.lp.place, whole(from.rows.over, band)) >= 0,
  );
  return [...slacks, ...over.map((band) => whole(to.rows.over, band))];
};

/** A solved master or pool over the same model, whose basis is a good start. */
export type Solved = {
  readonly lp: Lp;
  readonly rows: Rows;
  /** The key of the set behind an LP column, if any. */
  readonly keyOf: (column: number) => string | undefined;
};

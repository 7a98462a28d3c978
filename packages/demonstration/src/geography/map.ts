import type { GridPoint } from "@alongside/domain/partnership";
import type { Polygon } from "./polygon.ts";

/*
 * The map of Larkenshore. Its south-west corner is at 620000, 400000 of the National Grid: open sea, so that no
 * real place is ever under it, while distances and conversions still work. Points are drawn in kilometres from there.
 */
const origin = [620_000, 400_000] as const;

export const onGrid = ([x, y]: readonly [number, number]): GridPoint => [
  Math.round(origin[0] + x * 1000),
  Math.round(origin[1] + y * 1000),
];

type Trace = readonly (readonly [number, number])[];
const drawn = (trace: Trace): Polygon => trace.map(onGrid);

const southBorder: Trace = [
  [2.0, 1.0],
  [5.1, 1.6],
  [8.0, 0.5],
  [11.2, 0.9],
  [14.0, 1.8],
];
const marshBorder: Trace = [
  [17.1, 1.1],
  [20.0, 0.8],
  [22.8, 1.9],
  [25.2, 2.2],
];
const marshCoast: Trace = [
  [27.5, 3.5],
  [28.9, 5.2],
  [28.1, 7.2],
];
const harbourCoast: Trace = [
  [29.8, 8.4],
  [31.5, 9.2],
  [32.8, 10.5],
  [30.9, 11.2],
  [28.4, 11.6],
  [26.2, 12.1],
  [28.6, 12.7],
  [31.2, 13.1],
  [33.0, 14.6],
  [34.2, 16.4],
  [33.1, 18.0],
  [31.0, 19.1],
  [29.5, 21.0],
  [27.0, 22.4],
];
const moorBorder: Trace = [
  [24.5, 22.9],
  [21.8, 24.0],
  [17.5, 23.2],
  [12.0, 24.1],
  [7.0, 22.6],
  [3.2, 23.0],
  [1.1, 18.5],
  [1.7, 15.2],
  [2.0, 12.4],
];
const valeBorder: Trace = [
  [0.8, 8.0],
  [1.6, 4.0],
];

/** The meeting points of the zones, from west to east along the river, then down and up. */
const alongRiver: Trace = [
  [5.0, 12.9],
  [8.2, 11.6],
  [12.5, 12.2],
];
const market: Trace = [
  [16.4, 12.9],
  [21.0, 12.6],
];
const valeToMarsh: Trace = [[13.1, 7.0]];
const marshToHarbour: Trace = [
  [22.0, 7.6],
  [25.1, 7.9],
];
const moorToHarbour: Trace = [[22.5, 17.5]];

const reversed = (trace: Trace): Trace => trace.toReversed();

/** Land border and coast as one ring. */
export const outline: Polygon = drawn([
  ...southBorder,
  ...marshBorder,
  ...marshCoast,
  ...harbourCoast,
  ...moorBorder,
  ...valeBorder,
]);

export const vale: Polygon = drawn([
  ...southBorder,
  ...valeToMarsh,
  ...reversed(alongRiver),
  [2.0, 12.4],
  ...valeBorder,
]);
export const marsh: Polygon = drawn([
  [14.0, 1.8],
  ...marshBorder,
  ...marshCoast,
  ...reversed(marshToHarbour),
  ...reversed(market),
  [12.5, 12.2],
  ...valeToMarsh,
]);
export const harbour: Polygon = drawn([
  [28.1, 7.2],
  ...harbourCoast,
  ...moorToHarbour,
  [21.0, 12.6],
  ...marshToHarbour,
]);
export const moor: Polygon = drawn([
  [27.0, 22.4],
  ...moorBorder,
  ...alongRiver,
  ...market,
  ...moorToHarbour,
]);

export const coastline: Polygon = drawn([[25.2, 2.2], ...marshCoast, ...harbourCoast]);

/** The river Larken, from the western border to the head of its estuary. */
export const river: Polygon = drawn([
  [2.0, 12.4],
  ...alongRiver,
  [14.3, 13.1],
  ...market,
  [23.8, 12.8],
  [26.2, 12.1],
]);

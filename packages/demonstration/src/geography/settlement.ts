import type { GridPoint } from "@alongside/domain/partnership";
import { onGrid } from "./map.ts";

export type Settlement = {
  readonly name: string;
  readonly kind: "town" | "village";
  readonly at: GridPoint;
  readonly radiusMetres: number;
  /** Typical share of pupils eligible for free school meals, 0–100. */
  readonly fsm: number;
  /** Outward part of its postcodes; no such postcode area is allocated. */
  readonly outward: string;
};

type Row = readonly [name: string, x: number, y: number, fsm: number, outward: string];

const town = (row: Row, radiusMetres: number): Settlement => {
  const [name, x, y, fsm, outward] = row;
  return { name, kind: "town", at: onGrid([x, y]), radiusMetres, fsm, outward };
};

export const larkenmouth = town(["Larkenmouth", 28.9, 14.9, 31, "ZZ1"], 2600);
export const tarrowbridge = town(["Tarrowbridge", 11.9, 11.7, 21, "ZZ3"], 1900);
export const curlewick = town(["Curlewick", 8.1, 18.3, 35, "ZZ5"], 1700);
export const plovergate = town(["Plovergate", 26.6, 5.2, 27, "ZZ4"], 1500);
export const quillmarsh = town(["Quillmarsh", 19.3, 5.6, 18, "ZZ6"], 1000);

const villageRows: readonly Row[] = [
  ["Dunnockby", 5.2, 8.9, 14, "ZZ7"],
  ["Kestrelham", 9.6, 5.4, 9, "ZZ7"],
  ["Larkenhoe", 10.2, 8.4, 12, "ZZ7"],
  ["Pennyfold", 4.1, 3.9, 11, "ZZ7"],
  ["Marlhope", 17.2, 9.6, 13, "ZZ6"],
  ["Sallowhythe", 22.9, 3.9, 17, "ZZ6"],
  ["Ottersley", 20.4, 10.6, 10, "ZZ6"],
  ["Brackenhythe", 30.6, 9.9, 16, "ZZ2"],
  ["Sandmartin Bay", 31.7, 17.2, 24, "ZZ2"],
  ["Fieldfare End", 25.9, 19.4, 12, "ZZ2"],
  ["Gorsewick", 4.6, 16.2, 23, "ZZ5"],
  ["Cobbleholt", 13.2, 20.6, 19, "ZZ5"],
  ["Windlebeck", 17.6, 17.1, 13, "ZZ3"],
  ["Siskinthorpe", 19.8, 21.4, 9, "ZZ8"],
  ["Teasel Cross", 18.1, 14.6, 15, "ZZ3"],
];

export const villages: readonly Settlement[] = villageRows.map((row) => ({
  ...town(row, 600),
  kind: "village" as const,
}));

export const settlements: readonly Settlement[] = [
  larkenmouth,
  tarrowbridge,
  curlewick,
  plovergate,
  quillmarsh,
  ...villages,
];

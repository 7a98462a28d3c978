import type { GridPoint } from "@alongside/domain/partnership";
import type { MapArea, MapPoint } from "../../../ui/index.ts";

type Point = { readonly x: number; readonly y: number };

export const toPlace = ([x, y]: GridPoint): Point => ({ x, y });

/** One shape on the map. */
export const toArea = (
  id: string,
  label: string,
  ring: readonly GridPoint[] | null,
): readonly MapArea[] => (ring === null ? [] : [{ id, label, rings: [ring.map(toPlace)] }]);

/** The line around the whole area, quiet behind its zones. */
export const toOutline = (rings: readonly (readonly GridPoint[])[] | null): readonly MapArea[] =>
  (rings ?? []).map((ring, index) => ({
    id: `outline-${index}`,
    label: "",
    rings: [ring.map(toPlace)],
    isQuiet: true,
  }));

export type PlacedSchool = {
  readonly urn: number;
  readonly name: string;
  readonly easting: number | null;
  readonly northing: number | null;
};

/** The schools that have a grid reference, as points. */
export const toPoints = (schools: readonly PlacedSchool[]): readonly MapPoint[] =>
  schools.flatMap(({ urn, name, easting, northing }) =>
    easting === null || northing === null
      ? []
      : [{ id: String(urn), label: name, x: easting, y: northing }],
  );

export const toGridPoints = (schools: readonly PlacedSchool[]): readonly GridPoint[] =>
  toPoints(schools).map(({ x, y }) => [x, y]);

import proj4 from "proj4";

/** Metres east and north on the National Grid (OSGB36, EPSG:27700). */
export type GridPoint = { readonly easting: number; readonly northing: number };

/** Degrees on WGS84, as web maps use them. */
export type Wgs84Point = { readonly latitude: number; readonly longitude: number };

/**
 * EPSG:27700 with the seven Helmert parameters that Ordnance Survey publishes ('A guide to coordinate systems in Great
 * Britain', section 6.6). They hold to about 5 m; left out, positions are some 110 m off.
 */
const britishGrid =
  "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy " +
  "+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs";

const transform = proj4(britishGrid, "WGS84");

export const gridLimits = { easting: 700_000, northing: 1_300_000 } as const;

/** Whether the point lies on the sheet of the National Grid. */
export const isOnGrid = ({ easting, northing }: GridPoint): boolean =>
  easting >= 0 && easting <= gridLimits.easting && northing >= 0 && northing <= gridLimits.northing;

/** Converts a point of the National Grid to WGS84, right to about 5 m. `null` when it is off the grid. */
export const toWgs84 = (point: GridPoint): Wgs84Point | null => {
  if (!isOnGrid(point)) return null;
  const [longitude = Number.NaN, latitude = Number.NaN] = transform.forward([
    point.easting,
    point.northing,
  ]);
  return { latitude, longitude };
};

/** Straight-line distance in kilometres. On the grid this is plain geometry and needs no conversion. */
export const kmBetween = (from: GridPoint, to: GridPoint): number =>
  Math.hypot(from.easting - to.easting, from.northing - to.northing) / 1000;

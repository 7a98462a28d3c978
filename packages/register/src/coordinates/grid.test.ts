import fc from "fast-check";
import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { kmBetween, normalisePostcode, toWgs84, type Wgs84Point } from "./index.ts";

/** Ordnance Survey's test points for OSTN15: ETRS89 latitude and longitude, easting and northing. */
const surveyed = [
  ["St Mary's, Scilly", 49.9222639373, -6.29977752014, 91492.146, 11318.804],
  ["Lizard Point", 49.9600613782, -5.20304609998, 170370.718, 11572.405],
  ["Plymouth", 50.4388582561, -4.10864563561, 250359.811, 62016.569],
  ["St Catherine's Point", 50.57563665, -1.2978227724, 449816.371, 75335.861],
  ["Southampton", 50.9312793791, -1.450514337, 438710.92, 114792.25],
] as const;

/** Near enough on a sphere, for points a few hundred metres apart. */
const metresApart = (one: Wgs84Point, other: Wgs84Point): number => {
  const perDegree = 111_320;
  const shrink = Math.cos((one.latitude * Math.PI) / 180);
  return Math.hypot(
    (one.latitude - other.latitude) * perDegree,
    (one.longitude - other.longitude) * perDegree * shrink,
  );
};

const wgs84 = (easting: number, northing: number): Wgs84Point => {
  const point = toWgs84({ easting, northing });
  if (point === null) throw new Error("off the grid");
  return point;
};

describe("the National Grid", () => {
  it.each(surveyed)("%s lies within 5 m of its surveyed place", (_, latitude, longitude, e, n) => {
    expect(metresApart(wgs84(e, n), { latitude, longitude })).toBeLessThan(5);
  });

  it("would be more than 100 m out if its datum were taken for WGS84", () => {
    const unshifted = proj4(
      "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +units=m",
      "+proj=longlat +ellps=airy",
    ).forward([576183, 166676]);
    const [longitude = 0, latitude = 0] = unshifted;
    const right = wgs84(576183, 166676);
    expect(metresApart(right, { latitude, longitude })).toBeGreaterThan(100);
    expect(right.latitude).toBeCloseTo(51.371808, 5);
    expect(right.longitude).toBeCloseTo(0.529819, 5);
  });

  it.each([
    [-1, 0],
    [700_001, 0],
    [0, 1_300_001],
  ])("has no place for %d east, %d north", (easting, northing) => {
    expect(toWgs84({ easting, northing })).toBe(null);
  });
});

describe("distance", () => {
  it("is the straight line in kilometres", () => {
    const from = { easting: 500_000, northing: 200_000 };
    expect(kmBetween(from, { easting: 503_000, northing: 204_000 })).toBe(5);
  });

  it("is the same both ways, nought to itself, and no shorter by a way round", () => {
    const point = fc.record({
      easting: fc.integer({ min: 0, max: 700_000 }),
      northing: fc.integer({ min: 0, max: 1_300_000 }),
    });
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        expect(kmBetween(a, a)).toBe(0);
        expect(kmBetween(a, b)).toBe(kmBetween(b, a));
        expect(kmBetween(a, c)).toBeLessThanOrEqual(kmBetween(a, b) + kmBetween(b, c) + 1e-9);
      }),
    );
  });
});

describe("postcodes", () => {
  it.each([
    ["me45up", "ME4 5UP"],
    [" EC3A  5DE ", "EC3A 5DE"],
    ["w1a 1aa", "W1A 1AA"],
  ])("%j becomes %s", (stated, normal) => {
    expect(normalisePostcode(stated)).toBe(normal);
  });

  it.each(["", "ME4", "not known", "12345", "ME4 5U"])("%j is none", (stated) => {
    expect(normalisePostcode(stated)).toBe(null);
  });
});

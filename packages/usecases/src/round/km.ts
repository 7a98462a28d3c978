type Place = { readonly easting: number | null; readonly northing: number | null };

const metresPerKm = 1_000;

/** Where a school is, in kilometres on the national grid; undefined where the register does not say. */
export const pointOf = ({ easting, northing }: Place) =>
  easting === null || northing === null || easting === 0
    ? undefined
    : { x: easting / metresPerKm, y: northing / metresPerKm };

/** Straight line in kilometres; undefined where a place is not known. */
export const kmBetween = (one: Place, other: Place): number | undefined => {
  const [here, there] = [pointOf(one), pointOf(other)];
  return here === undefined || there === undefined
    ? undefined
    : Math.hypot(here.x - there.x, here.y - there.y);
};

const normal = 1.959963984540054;

/**
 * How many standard errors to either side hold 95 % of Student’s t distribution. Series of Cornish and Fisher
 * (Abramowitz and Stegun 1964, 26.7.5): within 0.1 % from 6 degrees of freedom, which nothing here falls below.
 */
export const studentFactor = (degrees: number): number => {
  const z = normal;
  const [z3, z5, z7, z9] = [z ** 3, z ** 5, z ** 7, z ** 9];
  return (
    z +
    (z3 + z) / (4 * degrees) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees ** 3) +
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92_160 * degrees ** 4)
  );
};

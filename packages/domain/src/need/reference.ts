/** How people name a need: `N-0042`. The number counts the needs of one area as they are submitted. */
export const toReference = (number: number): string => `N-${String(number).padStart(4, "0")}`;

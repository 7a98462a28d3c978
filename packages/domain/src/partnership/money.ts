/** The dearest day that a rate card takes, in pence: beyond it a nought too many was typed. */
export const highestPencePerDay = 500_000;

/** Reads `350`, `£350.00` or `1,200.5` into whole pence; undefined for anything else. */
export const parsePounds = (text: string): number | undefined => {
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const pounds = Number((match[1] ?? "").replaceAll(",", ""));
  return pounds * 100 + Number((match[2] ?? "").padEnd(2, "0"));
};

const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });

/** `£350.00`, from whole pence. */
export const toPounds = (pence: number): string => pounds.format(pence / 100);

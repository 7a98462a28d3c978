const dateFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

export const toDateWords = (date: string): string =>
  date === "" ? "an unknown day" : dateFormat.format(new Date(date));

/** `half a day`, `1 day`, `2½ days`, from half-days. */
export const toDayWords = (halfDays: number): string => {
  if (halfDays === 0) return "no days";
  if (halfDays === 1) return "half a day";
  if (halfDays === 2) return "1 day";
  return `${Math.floor(halfDays / 2)}${halfDays % 2 === 0 ? "" : "½"} days`;
};

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const toKmWords = (km: number): string => `${km < 10 ? km.toFixed(1) : Math.round(km)} km`;

/** The register gives special schools and units no phase. */
export const phaseWords = (phase: string): string =>
  phase === "not-applicable" ? "special and other" : phase.replaceAll("-", " ");

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2
    ? (words[0] ?? "")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;

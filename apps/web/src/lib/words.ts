const dateFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "Europe/London",
});

const timeFormat = new Intl.DateTimeFormat("en-GB", {
  hour: "numeric",
  minute: "2-digit",
  hour12: true,
  timeZone: "Europe/London",
});

const numberFormat = new Intl.NumberFormat("en-GB");

/** `2 June 2026`, from a date or an instant. */
export const toDateWords = (iso: string): string => dateFormat.format(new Date(iso));

/** `2 June 2026 at 4:05 pm`, from an instant. */
export const toMomentWords = (iso: string): string =>
  `${toDateWords(iso)} at ${timeFormat.format(new Date(iso))}`;

export const toNumberWords = (value: number): string => numberFormat.format(value);

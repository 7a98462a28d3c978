declare const brand: unique symbol;

/** A moment in UTC, always `yyyy-mm-ddThh:mm:ss.sssZ`, so that text order is time order. */
export type Instant = string & { readonly [brand]: "Instant" };

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

export const isInstant = (text: string): text is Instant => {
  const milliseconds = Date.parse(text);
  return (
    pattern.test(text) &&
    !Number.isNaN(milliseconds) &&
    new Date(milliseconds).toISOString() === text
  );
};

/** Milliseconds since 1970 as an instant. Guarantee: `toISOString` writes exactly the form of `Instant`. */
export const instantOf = (milliseconds: number): Instant =>
  new Date(milliseconds).toISOString() as Instant;

/** Reads any full ISO 8601 time that names its zone; `undefined` for everything else. */
export const parseInstant = (text: string): Instant | undefined => {
  const namesZone = /T.*(Z|[+-]\d{2}:\d{2})$/.test(text);
  const milliseconds = Date.parse(text);
  return namesZone && !Number.isNaN(milliseconds) ? instantOf(milliseconds) : undefined;
};

/** One thing wrong in an exchange file, with the place where it stands. */
export type Fault = { readonly path: string; readonly message: string };

export type Note = (path: string, message: string) => void;

type Fields = { readonly [key: string]: unknown };

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textList = (value: unknown, path: string, note: Note): readonly string[] => {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    note(path, "must be a list of texts");
    return [];
  }
  return value.filter((each, index): each is string => {
    const good = typeof each === "string";
    if (!good) note(`${path}[${index}]`, "must be a text");
    return good;
  });
};

/** Reads one field at a time and notes each fault with its path; a faulty field reads as a harmless stand-in. */
export const fieldReader = (from: Fields, path: string, note: Note) => {
  const at = (key: string) => `${path}.${key}`;
  const has = (key: string) => from[key] !== undefined && from[key] !== null;

  const text = (key: string): string => {
    const value = from[key];
    if (typeof value === "string" && value !== "") return value;
    note(at(key), "must be a text that is not empty");
    return "";
  };
  const code = (key: string): string => {
    const value = from[key];
    return typeof value === "number" && Number.isFinite(value) ? String(value) : text(key);
  };
  const number = (key: string): number => {
    const value = from[key];
    if (typeof value === "number" && Number.isFinite(value)) return value;
    note(at(key), "must be a number");
    return 0;
  };
  const from0 = (key: string): number => {
    const value = number(key);
    if (value >= 0) return value;
    note(at(key), "must not be negative");
    return 0;
  };
  const whole = (key: string): number => {
    const value = from0(key);
    if (Number.isInteger(value) && value <= 1_000_000) return value;
    note(at(key), "must be a whole number of at most 1,000,000");
    return 0;
  };
  const flag = (key: string, standard: boolean): boolean => {
    const value = from[key];
    if (value === undefined || value === null) return standard;
    if (typeof value === "boolean") return value;
    note(at(key), "must be true or false");
    return standard;
  };
  const texts = (key: string) => textList(from[key], at(key), note);
  return {
    at,
    has,
    text,
    code,
    number,
    from0,
    whole,
    flag,
    texts,
    raw: (key: string) => from[key],
  };
};

export type FieldReader = ReturnType<typeof fieldReader>;

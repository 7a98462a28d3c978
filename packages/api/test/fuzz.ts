import type { Shape } from "./foreign.ts";

/** For tests alone: numbers that chance would give, the same for the same seed. */
export const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

export const hostileTexts: readonly string[] = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "' OR 1=1 --",
  '=HYPERLINK("http://evil.example")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "{{7*7}}${7*7}#{7*7}",
  "a\r\nBcc: victim@evil.example",
  "\u0000",
  "\u202Eexe.fdp",
  "\uD800",
  "👩‍👩‍👧‍👦 Zoë O’Brien 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "__proto__",
  "constructor",
  "../../../../etc/passwd",
  "%00%0d%0a",
  "-12",
  "1e309",
  "2026-02-30",
  "9999-12-31",
  "",
  " ",
  "x".repeat(5_000),
];

const hostileNumbers = [0, -1, 1, 2, 0.5, 1e21, -1e21, 2 ** 53, 900_001, 1e-7, 12];
const others: readonly unknown[] = [
  null,
  true,
  {},
  [],
  "x",
  7,
  { __proto__: null, a: 1 },
  [[[[]]]],
];

export type Ids = (key: string) => readonly (string | number)[];
type Draw = { readonly random: () => number; readonly ids: Ids };

const oneOf = <Value>(values: readonly Value[], { random }: Draw): Value | undefined =>
  values[Math.floor(random() * values.length)];

const words = (shape: Shape): string => {
  if (shape.format === "date" || shape.pattern?.includes("\\d{4}-") === true) return "2026-03-16";
  if (shape.format === "email") return "someone@alder.example";
  return "Some words".slice(0, 20).padEnd(Math.max(1, shape.minLength ?? 1), "x");
};

const textOf = (shape: Shape, key: string, draw: Draw): unknown => {
  const known = draw.ids(key);
  if (known.length > 0 && draw.random() < 0.8) return oneOf(known, draw);
  if (/(On|By|date|from|until|at)$/i.test(key) && draw.random() < 0.6) return "2026-03-16";
  return draw.random() < 0.5 ? words(shape) : oneOf(hostileTexts, draw);
};

const numberOf = (shape: Shape, key: string, draw: Draw): unknown => {
  const known = draw.ids(key).filter((id) => typeof id === "number");
  if (known.length > 0 && draw.random() < 0.8) return oneOf(known, draw);
  return draw.random() < 0.6 ? Math.max(1, shape.minimum ?? 1) : oneOf(hostileNumbers, draw);
};

const typeOf = (shape: Shape): string =>
  (typeof shape.type === "string" ? shape.type : shape.type?.[0]) ?? "string";

/** A value for a schema: mostly one that it takes, now and then one that it must refuse. */
export const drawFrom = (shape: Shape, key: string, draw: Draw): unknown => {
  if (draw.random() < 0.06) return oneOf(others, draw);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined)
    return draw.random() < 0.95 ? oneOf(shape.enum, draw) : "none of them";
  const choices = shape.anyOf ?? shape.oneOf ?? shape.allOf;
  if (choices !== undefined) return drawFrom(oneOf(choices, draw) ?? {}, key, draw);
  switch (typeOf(shape)) {
    case "object":
      return drawObject(shape, draw);
    case "array":
      return Array.from({ length: Math.floor(draw.random() * 4) }, () =>
        drawFrom(shape.items ?? {}, key, draw),
      );
    case "integer":
    case "number":
      return numberOf(shape, key, draw);
    case "boolean":
      return draw.random() < 0.5;
    case "null":
      return null;
    default:
      return textOf(shape, key, draw);
  }
};

const drawObject = (shape: Shape, draw: Draw): Readonly<Record<string, unknown>> => {
  const needed = new Set(shape.required ?? []);
  const entries = Object.entries(shape.properties ?? {})
    .filter(([key]) => draw.random() < (needed.has(key) ? 0.97 : 0.6))
    .map(([key, each]) => [key, drawFrom(each, key, draw)] as const);
  return Object.fromEntries(draw.random() < 0.05 ? [...entries, ["nobodyAsked", "x"]] : entries);
};

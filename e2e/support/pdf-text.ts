import { inflateSync } from "node:zlib";

type Objects = ReadonlyMap<number, string>;

const binary = "latin1";

const objectsIn = (pdf: Buffer): Objects =>
  new Map(
    [...pdf.toString(binary).matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)].map(
      ([, number, body]) => [Number(number), body ?? ""] as const,
    ),
  );

const streamOf = (body: string | undefined): string => {
  const found = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body ?? "")?.[1];
  if (found === undefined) return "";
  const bytes = Buffer.from(found, binary);
  return (body ?? "").includes("/FlateDecode") ? inflateSync(bytes).toString(binary) : found;
};

const letters = (hex: string): string => Buffer.from(hex, "hex").swap16().toString("utf16le");

type Glyphs = ReadonlyMap<number, string>;

/** What each glyph of a font stands for, from the font's own table. */
const glyphsOf = (objects: Objects, font: number): Glyphs => {
  const table = Number(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? "")?.[1]);
  const glyphs = new Map<number, string>();
  const text = streamOf(objects.get(table));
  for (const [, part = ""] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = "", hex = ""] of part.matchAll(/<(\w+)>\s*<(\w+)>/g))
      glyphs.set(Number.parseInt(glyph, 16), letters(hex));
  }
  for (const [, part = ""] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = "", to = "", hex = ""] of part.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from, 16);
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph += 1)
        glyphs.set(glyph, String.fromCodePoint(Number.parseInt(hex, 16) + glyph - first));
    }
  }
  return glyphs;
};

const shown = (operand: string, glyphs: Glyphs): string =>
  [...operand.matchAll(/<(\w*)>/g)]
    .flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? [])
    .map((code) => glyphs.get(Number.parseInt(code, 16)) ?? "")
    .join("");

/** The words of a page in the order in which they were drawn, without their white space. */
const textOfPage = (objects: Objects, page: string): string => {
  const fonts = new Map(
    [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(
      ([, name = "", number]) => [name, glyphsOf(objects, Number(number))] as const,
    ),
  );
  const content = streamOf(objects.get(Number(/\/Contents (\d+) 0 R/.exec(page)?.[1])));
  let glyphs: Glyphs = new Map();
  let text = "";
  for (const [, font, operand = ""] of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|(\[[^\]]*\]\s*TJ|<\w*>\s*Tj)/g,
  )) {
    if (font === undefined) text += shown(operand, glyphs);
    else glyphs = fonts.get(font) ?? new Map();
  }
  return text;
};

/** The text of a PDF that Chromium printed, all white space left out: lines break where they will. */
export const pdfText = (pdf: Buffer): string => {
  const objects = objectsIn(pdf);
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b(?!s)/.test(body))
    .map((page) => textOfPage(objects, page))
    .join("")
    .replace(/\s/g, "");
};

import { isAscii, isUtf8 } from "node:buffer";
import { refuseFile, type RefusedFile } from "./refusal.ts";

export type Encoding = "ascii" | "utf-8" | "windows-1252";

/** What Windows-1252 has between 80 and 9F, in order; a blank stands for the five bytes it leaves undefined. */
const windows1252High = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

const undefinedBytes = [0x81, 0x8d, 0x8f, 0x90, 0x9d] as const;

const utf8Mark = [0xef, 0xbb, 0xbf] as const;

export const markLength = (bytes: Buffer): number =>
  utf8Mark.every((byte, index) => bytes[index] === byte) ? utf8Mark.length : 0;

const lineOf = (bytes: Buffer, position: number): number => {
  let line = 1;
  for (const byte of bytes.subarray(0, position)) if (byte === 0x0a) line += 1;
  return line;
};

const findUndefinedByte = (bytes: Buffer): RefusedFile | undefined => {
  const positions = undefinedBytes.map((byte) => bytes.indexOf(byte)).filter((at) => at >= 0);
  if (positions.length === 0) return undefined;
  const first = Math.min(...positions);
  return refuseFile({
    kind: "unknown-encoding",
    line: lineOf(bytes, first),
    byte: bytes[first] ?? 0,
  });
};

/**
 * UTF-8 where all bytes are valid UTF-8, otherwise Windows-1252, which is how GIAS writes its extracts. A file with
 * the UTF-8 mark must hold to it.
 */
export const detectEncoding = (
  bytes: Buffer,
): { readonly ok: true; readonly encoding: Encoding } | RefusedFile => {
  if (isAscii(bytes)) return { ok: true, encoding: "ascii" };
  if (isUtf8(bytes)) return { ok: true, encoding: "utf-8" };
  return findUndefinedByte(bytes) ?? { ok: true, encoding: "windows-1252" };
};

/**
 * Text of a slice. Windows-1252 goes by our own table: Node's `latin1` makes control characters of 80–9F without a word,
 * and some releases of its TextDecoder did the same for `windows-1252`.
 */
export const decode = (bytes: Buffer, encoding: Encoding): string =>
  encoding === "windows-1252"
    ? fromLatin1(bytes.toString("latin1"))
    : bytes.toString(encoding === "ascii" ? "latin1" : "utf8");

const control = /[\u0080-\u009f]/;
const controls = /[\u0080-\u009f]/g;

/** Whether Windows-1252 text that was read as Latin-1 has letters to put right. */
export const hasControl = (text: string): boolean => control.test(text);

/** Windows-1252 text that was read as Latin-1, put right: they differ in 80–9F alone. */
export const fromLatin1 = (text: string): string =>
  hasControl(text)
    ? text.replace(controls, (found) => windows1252High[found.charCodeAt(0) - 0x80] ?? found)
    : text;

/**
 * UTF-8 that was read as Windows-1252 and saved again, or letters that were already lost. The lead letters are held
 * to those that English and Welsh names produce, so that `CAFÉ’S` is not taken for it.
 */
const garbled =
  /(?:[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Å[\u0090-\u0099\u00b4-\u00b8‘’“”]|â[€\u0080][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|ï»¿|ï¿½|\ufffd)/;

/** The garbled letters in a text, if there are any. */
export const findGarbled = (text: string): string | undefined => garbled.exec(text)?.[0];

import { isGzip } from "./bytes.ts";
import { refuseFile, type OtherFormat, type RefusedFile } from "./refusal.ts";

const startsWith = (bytes: Buffer, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const zipFormat = (bytes: Buffer): OtherFormat =>
  bytes.subarray(0, 4096).includes("[Content_Types].xml") || bytes.includes("xl/workbook.xml")
    ? "xlsx"
    : "zip";

const textFormat = (start: string): OtherFormat | undefined => {
  if (start.startsWith("%PDF-")) return "pdf";
  if (/^<(!doctype|html|head|body|\?xml|!--)/i.test(start)) return "html";
  return /^[{[]/.test(start) ? "json" : undefined;
};

const otherFormat = (bytes: Buffer): OtherFormat | undefined => {
  if (isGzip(bytes)) return "gzip";
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return zipFormat(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return "xls";
  return textFormat(bytes.toString("latin1", 0, 64).replace(/^ï»¿/, "").trimStart());
};

const looksUtf16 = (bytes: Buffer): boolean =>
  startsWith(bytes, [0xff, 0xfe]) ||
  startsWith(bytes, [0xfe, 0xff]) ||
  isMostlyPaired(bytes.subarray(0, 512));

/** Plain words in UTF-16 have a nought in every second byte. */
const isMostlyPaired = (start: Buffer): boolean => {
  let noughts = 0;
  for (const byte of start) if (byte === 0) noughts += 1;
  return noughts > 0 && noughts * 3 >= start.length;
};

/** A refusal when the bytes are some other kind of file, by their first bytes and by noughts among them. */
export const findOtherFormat = (bytes: Buffer): RefusedFile | undefined => {
  if (bytes.length === 0) return refuseFile({ kind: "empty" });
  const format = otherFormat(bytes);
  if (format !== undefined) return refuseFile({ kind: "other-format", format });
  if (looksUtf16(bytes)) return refuseFile({ kind: "utf-16" });
  return bytes.includes(0) ? refuseFile({ kind: "other-format", format: "binary" }) : undefined;
};

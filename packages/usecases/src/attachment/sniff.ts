import type { AttachmentKind } from "@alongside/domain/attachment";
import { entriesOf, unpack, type ZipEntry } from "./zip.ts";

const startsWith = (content: Buffer, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => content[index] === byte);

const signatures = [
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["jpg", [0xff, 0xd8, 0xff]],
] as const satisfies readonly (readonly [AttachmentKind, readonly number[]])[];

const packedSignature = [0x50, 0x4b, 0x03, 0x04] as const;

/** Text has no control characters but tab and line ends, and is UTF-8 or the old Windows kind. */
const isText = (content: Buffer): boolean =>
  content.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);

const openDocument = "application/vnd.oasis.opendocument.text";

/** The kind of a packed file by the parts that it must have. */
const packedKindOf = async (
  content: Buffer,
  entries: readonly ZipEntry[],
): Promise<AttachmentKind | null> => {
  const names = new Set(entries.map(({ name }) => name));
  if (names.has("[Content_Types].xml")) {
    if (names.has("word/document.xml")) return "docx";
    return names.has("xl/workbook.xml") ? "xlsx" : null;
  }
  const mimetype = entries.find(({ name }) => name === "mimetype");
  const text = mimetype && (await unpack(content, mimetype, openDocument.length + 2));
  return text?.toString("latin1").trim() === openDocument ? "odt" : null;
};

/** What the bytes of a file are, whatever its name says; text is `txt`, for nothing tells a CSV apart. */
export const sniffKind = async (content: Buffer): Promise<AttachmentKind | null> => {
  const known = signatures.find(([, bytes]) => startsWith(content, bytes));
  if (known !== undefined) return known[0];
  if (startsWith(content, packedSignature)) {
    const entries = entriesOf(content);
    return entries === undefined ? null : packedKindOf(content, entries);
  }
  return isText(content) ? "txt" : null;
};

const mostUnpacked = 50 * 1024 * 1024;
const mostEntries = 2_000;
const mostTimes = 200;

const isProgram = ({ name }: ZipEntry): boolean =>
  /vbaProject|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|jar|lnk|zip|docm|xlsm)$|^Basic\/|^Scripts\//i.test(
    name,
  );

/**
 * Whether a packed file unpacks to what it says and to no more than 50 MB, no entry to more than 200 times its size, and holds no program.
 * The sizes in its directory are not believed: every entry is unpacked as far as it claims and no further.
 */
export const isSafePack = async (content: Buffer): Promise<boolean> => {
  const entries = entriesOf(content);
  if (entries === undefined || entries.length > mostEntries || entries.some(isProgram))
    return false;
  const claimed = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  const isSwollen = ({ packed, unpacked }: ZipEntry): boolean =>
    unpacked > mostTimes * Math.max(packed, 100);
  if (claimed > mostUnpacked || entries.some(isSwollen)) return false;
  for (const entry of entries) {
    const bytes = await unpack(content, entry, entry.unpacked);
    if (bytes === undefined || bytes.length !== entry.unpacked) return false;
  }
  return true;
};

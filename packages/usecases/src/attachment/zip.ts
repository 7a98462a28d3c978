import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";

/** One entry of a packed file, as its central directory has it. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
};

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;
const longestComment = 65_535;

const endOf = (content: Buffer): number | undefined => {
  const first = Math.max(0, content.length - endLength - longestComment);
  for (let at = content.length - endLength; at >= first; at -= 1) {
    if (content.readUInt32LE(at) === endMark) return at;
  }
  return undefined;
};

const entryAt = (content: Buffer, at: number) => {
  if (at + entryLength > content.length || content.readUInt32LE(at) !== entryMark) return undefined;
  const nameLength = content.readUInt16LE(at + 28);
  const next =
    at + entryLength + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  const entry: ZipEntry = {
    name: content.toString("utf8", at + entryLength, at + entryLength + nameLength),
    method: content.readUInt16LE(at + 10),
    packed: content.readUInt32LE(at + 20),
    unpacked: content.readUInt32LE(at + 24),
    offset: content.readUInt32LE(at + 42),
  };
  return next > content.length ? undefined : { entry, next };
};

/** The entries of a packed file; undefined where its directory does not hold together. */
export const entriesOf = (content: Buffer): readonly ZipEntry[] | undefined => {
  const end = endOf(content);
  if (end === undefined) return undefined;
  const count = content.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = content.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const found = entryAt(content, at);
    if (found === undefined) return undefined;
    entries.push(found.entry);
    at = found.next;
  }
  return entries;
};

const stored = 0;
const deflated = 8;
const inflate = promisify(inflateRaw);

const packedBytes = (content: Buffer, { offset, packed }: ZipEntry): Buffer | undefined => {
  if (offset + localLength > content.length || content.readUInt32LE(offset) !== localMark)
    return undefined;
  const from =
    offset + localLength + content.readUInt16LE(offset + 26) + content.readUInt16LE(offset + 28);
  return from + packed > content.length ? undefined : content.subarray(from, from + packed);
};

/** What an entry unpacks to, never more than `most` bytes; undefined where it is more, or does not hold together. */
export const unpack = async (
  content: Buffer,
  entry: ZipEntry,
  most: number,
): Promise<Buffer | undefined> => {
  const packed = packedBytes(content, entry);
  if (packed === undefined) return undefined;
  if (entry.method === stored) return packed.length > most ? undefined : packed;
  if (entry.method !== deflated) return undefined;
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, most) });
  } catch {
    return undefined;
  }
};

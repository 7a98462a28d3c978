import { crc32, deflateRawSync } from "node:zlib";

type Part = {
  readonly name: string;
  readonly content: string | Buffer;
  /** What its directory claims, where that is not the truth. */
  readonly claimed?: number;
};

const local = (name: Buffer, packed: Buffer, sizes: { crc: number; unpacked: number }) => {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(sizes.crc, 14);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(sizes.unpacked, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, packed]);
};

const central = (given: {
  name: Buffer;
  packed: Buffer;
  sizes: { crc: number; unpacked: number };
  offset: number;
}) => {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(8, 10);
  head.writeUInt32LE(given.sizes.crc, 16);
  head.writeUInt32LE(given.packed.length, 20);
  head.writeUInt32LE(given.sizes.unpacked, 24);
  head.writeUInt16LE(given.name.length, 28);
  head.writeUInt32LE(given.offset, 42);
  return Buffer.concat([head, given.name]);
};

/** For tests alone: a packed file with these parts. */
export const packed = (parts: readonly Part[]): Buffer => {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const bytes = deflateRawSync(content);
    const name = Buffer.from(part.name);
    const sizes = { crc: crc32(content), unpacked: part.claimed ?? content.length };
    const body = local(name, bytes, sizes);
    bodies.push(body);
    directory.push(central({ name, packed: bytes, sizes, offset }));
    offset += body.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, entries, end]);
};

/** For tests alone: a Word file with these parts besides those that it must have. */
export const wordFile = (...more: readonly Part[]): Buffer =>
  packed([
    { name: "[Content_Types].xml", content: "<Types/>" },
    { name: "word/document.xml", content: "<w:document/>" },
    ...more,
  ]);

import { createGunzip } from "node:zlib";
import { refuseFile, type RefusedFile } from "./refusal.ts";

/** The bytes of a file, whole or as they arrive. */
export type Source = Uint8Array | AsyncIterable<Uint8Array>;

/** The full extract of all England is about 60 MB unpacked. */
export const defaultLimitBytes = 256_000_000;

type Bytes = { readonly ok: true; readonly bytes: Buffer };

const isWhole = (source: Source): source is Uint8Array => source instanceof Uint8Array;

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const gather = async (
  chunks: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Buffer | undefined> => {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limitBytes) return undefined;
    kept.push(chunk);
  }
  return Buffer.concat(kept, size);
};

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const isBufferError = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "Z_BUF_ERROR";

const inflate = async (packed: Buffer, limitBytes: number): Promise<Bytes | RefusedFile> => {
  const gunzip = createGunzip({ chunkSize: 262_144 });
  gunzip.end(packed);
  try {
    const bytes = await gather(gunzip, limitBytes);
    return bytes === undefined
      ? refuseFile({ kind: "too-large", limitBytes })
      : { ok: true, bytes };
  } catch (error) {
    return refuseFile({ kind: "broken-gzip", truncated: isBufferError(error) });
  }
};

/**
 * All bytes of a file, unpacked when they are gzip. Unpacking stops at the limit, so a small file that swells
 * beyond it costs no more than the limit.
 */
export const readBytes = async (
  source: Source,
  limitBytes: number,
): Promise<Bytes | RefusedFile> => {
  const stated = isWhole(source) ? asBuffer(source) : await gather(source, limitBytes);
  if (stated === undefined || stated.length > limitBytes)
    return refuseFile({ kind: "too-large", limitBytes });
  return isGzip(stated) ? inflate(stated, limitBytes) : { ok: true, bytes: stated };
};

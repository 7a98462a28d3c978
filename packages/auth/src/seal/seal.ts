import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;
const version = "s1";

/** Keeps what must be read again, but not by whoever holds only the database. */
export type Seal = {
  /** Encrypts text (AES-256-GCM). It opens only with the same purpose: what it is and whose it is. */
  readonly close: (text: string, purpose: string) => string;
  /** Undefined for what was sealed with another key or for another purpose, or was changed since. */
  readonly open: (sealed: string, purpose: string) => string | undefined;
  /** A keyed hash (HMAC-SHA-256) of text too short to be hashed without a key. */
  readonly fingerprint: (text: string, purpose: string) => string;
};

const keyFor = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", `alongside ${use} 1`, keyBytes));

const decrypt = (bytes: Buffer, key: Buffer, purpose: string): string => {
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  const text = decipher.update(bytes.subarray(ivBytes, -tagBytes));
  return Buffer.concat([text, decipher.final()]).toString("utf8");
};

/** `secret` is the instance's own, 32 characters or more. Changing it makes everything sealed before unreadable. */
export const createSeal = (secret: string): Seal => {
  const key = keyFor(secret, "seal");
  const fingerprintKey = keyFor(secret, "fingerprint");
  return {
    close: (text, purpose) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: tagBytes });
      cipher.setAAD(Buffer.from(purpose));
      const bytes = Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final()]);
      return `${version}.${Buffer.concat([bytes, cipher.getAuthTag()]).toString("base64url")}`;
    },
    open: (sealed, purpose) => {
      const [found, body = ""] = sealed.split(".");
      const bytes = Buffer.from(body, "base64url");
      if (found !== version || bytes.length < ivBytes + tagBytes) return undefined;
      try {
        return decrypt(bytes, key, purpose);
      } catch {
        return undefined;
      }
    },
    fingerprint: (text, purpose) =>
      createHmac("sha256", fingerprintKey).update(`${purpose}\n${text}`).digest("hex"),
  };
};

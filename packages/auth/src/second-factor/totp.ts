import { Secret, TOTP } from "otpauth";

const digits = 6;
const period = 30;
const secretBytes = 20;
const product = "Alongside";

/** Codes that are a step early or late are taken too: clocks of phones are not right to the second. */
const stepsAround = 1;

const totpOf = (secret: string, account = ""): TOTP =>
  new TOTP({
    issuer: product,
    label: account,
    algorithm: "SHA1",
    digits,
    period,
    secret: Secret.fromBase32(secret),
  });

/** 160 random bits in Base32, as authenticator apps take them (RFC 4226, 4: R6). */
export const newTotpSecret = (): string => new Secret({ size: secretBytes }).base32;

/** The `otpauth:` address of a secret, to be shown as a QR code. `account` is the person's e-mail address. */
export const totpAddress = (secret: string, account: string): string =>
  totpOf(secret, account).toString();

/**
 * The 30-second step, counted from 1970, to which a code belongs; undefined when it is not one for now. Whoever calls refuses a step
 * that was used before. `now` is milliseconds since 1970.
 */
export const stepOfCode = (secret: string, code: string, now: number): number | undefined => {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totpOf(secret).validate({ token, timestamp: now, window: stepsAround });
  return delta === null ? undefined : Math.floor(now / 1000 / period) + delta;
};

/** The code of a secret at a time, for tests and for the demonstration. */
export const codeAt = (secret: string, now: number): string =>
  totpOf(secret).generate({ timestamp: now });

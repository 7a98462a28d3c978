import { describe, expect, it } from "vitest";
import { newRecoveryCodes, readRecoveryCode } from "./recovery-code.ts";
import { codeAt, newTotpSecret, stepOfCode, totpAddress } from "./totp.ts";

const now = Date.parse("2026-03-02T09:00:15Z");
const step = Math.floor(now / 30_000);
/** The secret and the codes of RFC 6238, appendix B, cut to six digits. */
const published = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("a code of an authenticator", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_234_567_890, "005924"],
    [20_000_000_000, "353130"],
  ])("is that of RFC 6238 at %i seconds", (seconds, code) => {
    expect(codeAt(published, seconds * 1000)).toBe(code);
    expect(stepOfCode(published, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it("counts for its own 30 seconds and for one step to either side, and no other", () => {
    const secret = newTotpSecret();
    const steps = [-2, -1, 0, 1, 2].map((offset) =>
      stepOfCode(secret, codeAt(secret, now + offset * 30_000), now),
    );
    expect(steps).toEqual([undefined, step - 1, step, step + 1, undefined]);
  });

  it("may be typed with spaces, and is nothing but six digits", () => {
    const secret = newTotpSecret();
    const code = codeAt(secret, now);
    expect(stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, now)).toBe(step);
    for (const wrong of ["", "12345", `${code}0`, "abcdef", "１２３４５６", "-12345"]) {
      expect(stepOfCode(secret, wrong, now), wrong).toBeUndefined();
    }
  });

  it("is of one secret alone", () => {
    const [mine, theirs] = [newTotpSecret(), newTotpSecret()];
    const others = [0, 1, 2, 3].map((i) => codeAt(theirs, now + i * 3_600_000));
    const taken = others.filter((code) => stepOfCode(mine, code, now) !== undefined);
    expect(taken.length).toBeLessThan(2);
  });

  it("comes from a secret of 160 bits, with an address that apps read", () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const address = new URL(totpAddress(secret, "zoe.o'brien@alder.example"));
    expect(address.protocol).toBe("otpauth:");
    expect(decodeURIComponent(address.pathname)).toContain("Alongside:zoe.o'brien@alder.example");
    expect(Object.fromEntries(address.searchParams)).toEqual({
      issuer: "Alongside",
      secret,
      algorithm: "SHA1",
      digits: "6",
      period: "30",
    });
  });
});

describe("recovery codes", () => {
  it("are ten, each different, easy to read off paper", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}$/);
  });

  it("are read however they are typed", () => {
    const [code = ""] = newRecoveryCodes();
    const plain = code.replace("-", "");
    for (const typed of [code, plain, ` ${code.toUpperCase()} `, code.replace("-", " ")]) {
      expect(readRecoveryCode(typed)).toBe(plain);
    }
  });

  it.each(["", "123456", "abcde-fghj", "abcde-fghj0", "abcde-fghjk-m"])("are not: %j", (text) => {
    expect(readRecoveryCode(text)).toBeUndefined();
  });
});

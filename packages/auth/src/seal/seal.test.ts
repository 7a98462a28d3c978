import { describe, expect, it } from "vitest";
import { createSeal } from "./seal.ts";

const seal = createSeal("a secret of this test, long enough to be one");
const text = "JBSWY3DPEHPK3PXP · Zoë";

describe("a seal", () => {
  it("opens with the same key and purpose", () => {
    expect(seal.open(seal.close(text, "second-factor p1"), "second-factor p1")).toBe(text);
    expect(seal.open(seal.close("", "empty"), "empty")).toBe("");
  });

  it("shows nothing of what it holds, and is never the same twice", () => {
    const [one, two] = [seal.close(text, "p"), seal.close(text, "p")];
    expect(one).not.toBe(two);
    expect(Buffer.from(one.slice(3), "base64url").toString("latin1")).not.toContain("JBSWY");
  });

  it("does not open for another purpose, so that one person's secret is no use in another's row", () => {
    expect(seal.open(seal.close(text, "second-factor p1"), "second-factor p2")).toBeUndefined();
  });

  it("does not open with another key", () => {
    const other = createSeal("another secret of this test, as long as the first");
    expect(other.open(seal.close(text, "p"), "p")).toBeUndefined();
  });

  it("does not open when any byte of it was changed or cut", () => {
    const sealed = seal.close(text, "p");
    const bytes = Buffer.from(sealed.slice(3), "base64url");
    for (let i = 0; i < bytes.length; i += 1) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(seal.open(`s1.${changed.toString("base64url")}`, "p"), `byte ${i}`).toBeUndefined();
      expect(seal.open(`s1.${bytes.subarray(0, i).toString("base64url")}`, "p")).toBeUndefined();
    }
  });

  it.each(["", ".", "s1", "s1.", "s2.AAAA", "no seal at all", text])(
    "does not open what is none: %j",
    (sealed) => {
      expect(seal.open(sealed, "p")).toBeUndefined();
    },
  );

  it("has fingerprints that need its key", () => {
    const other = createSeal("another secret of this test, as long as the first");
    expect(seal.fingerprint("abc", "p")).toBe(seal.fingerprint("abc", "p"));
    expect(seal.fingerprint("abc", "p")).not.toBe(other.fingerprint("abc", "p"));
    expect(seal.fingerprint("abc", "p")).not.toBe(seal.fingerprint("abc", "q"));
    expect(seal.fingerprint("abd", "p")).not.toBe(seal.fingerprint("abc", "p"));
  });
});

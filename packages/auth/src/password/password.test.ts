import { describe, expect, it } from "vitest";
import { createPasswords } from "./password.ts";

const passwords = createPasswords();

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

describe("passwords", () => {
  it("are stored by Argon2id with 19 MiB, two passes and one lane, each with its own salt", async () => {
    const [one, two] = [await passwords.hash("kelpmothrund"), await passwords.hash("kelpmothrund")];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it("are right or wrong", async () => {
    const stored = await passwords.hash("kelpmothrund");
    expect(await passwords.verify(stored, "kelpmothrund")).toBe(true);
    expect(await passwords.verify(stored, "kelpmothrunD")).toBe(false);
  });

  it("are the same however their characters were composed", async () => {
    const stored = await passwords.hash("Zoë".normalize("NFC"));
    expect(await passwords.verify(stored, "Zoë".normalize("NFD"))).toBe(true);
  });

  it("are wrong when none is stored", async () => {
    expect(await passwords.verify(undefined, "kelpmothrund")).toBe(false);
    expect(await passwords.verify(null, "")).toBe(false);
  });

  it("take as long to be wrong when none is stored", { timeout: 60_000 }, async () => {
    const stored = await passwords.hash("kelpmothrund");
    const times = { stored: [] as number[], none: [] as number[] };
    for (let round = 0; round < 25; round += 1) {
      times.stored.push(await timeOf(() => passwords.verify(stored, "another one")));
      times.none.push(await timeOf(() => passwords.verify(undefined, "another one")));
    }
    expect(median(times.none) / median(times.stored)).toBeGreaterThan(0.5);
    expect(median(times.none) / median(times.stored)).toBeLessThan(2);
  });
});

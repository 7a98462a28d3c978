import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { dataProtectionPage } from "./personal-page.ts";
import { readFigures, securityPage } from "./security-page.ts";
import { root } from "./source-file.ts";

const read = (path: string): string => readFileSync(resolve(root, path), "utf8");

/** The sections that `pnpm proof:…` measures. */
const proved = ["authorisation", "input", "sign-in", "audit", "operations"];

describe("the page of promises", () => {
  it("is what the figures say: make it anew with `pnpm docs:security`", () => {
    expect(read("docs/security.md")).toBe(securityPage(readFigures()));
  });

  it("tells of no promise that is not held, and of no test that is not there", () => {
    const sections = readFigures();
    const promises = sections.flatMap((figures) => figures.promises);
    const guarded = sections.filter(({ section }) => proved.includes(section));
    const broken = guarded.flatMap((each) => each.promises.filter(({ isHeld }) => !isHeld));
    expect(broken).toEqual([]);
    const files = promises.filter(({ test }) => test.endsWith(".ts"));
    expect(files.filter(({ test }) => !existsSync(resolve(root, test)))).toEqual([]);
  });

  it("would show one that is not held", () => {
    const measuredOn = { date: "2026-01-01", machine: "m", commit: "c" };
    const promise = { promise: "X", test: "t", figure: "1", hold: "0", isHeld: false };
    expect(securityPage([{ section: "S", measuredOn, promises: [promise] }])).toContain(
      "NOT HELD: 1",
    );
  });
});

it("the notes on data protection are what the register of personal values says", () => {
  expect(read("docs/data-protection.md")).toBe(dataProtectionPage());
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openWorkshop, type Workshop } from "../../test/alongside.ts";

let workshop: Workshop;
beforeEach(async () => {
  workshop = openWorkshop();
  await workshop.run("area", "add", "North Fold", "--la", "901");
});
afterEach(() => workshop.clear());

const invite = (...words: readonly string[]) => workshop.run("person", "invite", ...words);
const administrator = ["--role", "partnership-administrator", "--area", "north-fold"] as const;

describe("the first administrator", () => {
  it("is invited from the command line, which prints the link", async () => {
    const { code, out } = await invite("you@partnership.example", ...administrator);
    expect(code).toBe(0);
    expect(out).toMatch(/\/invitation\/[\w-]{20,}/);
  });

  it("is not invited twice", async () => {
    await invite("you@partnership.example", ...administrator);
    const { code, err } = await invite("You@partnership.example", ...administrator);
    expect(code).toBe(1);
    expect(err).toContain("already-exists");
  });

  it.each([
    ["no address", [...administrator]],
    ["what is no address", ["you", ...administrator]],
    ["an unknown role", ["you@partnership.example", "--role", "king", "--area", "north-fold"]],
    ["an unknown area", ["you@partnership.example", "--role", "officer", "--area", "nowhere"]],
  ])("is not invited with %s", async (_, words) => {
    expect((await invite(...words)).code).toBe(2);
  });
});

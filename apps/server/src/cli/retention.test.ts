import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openWorkshop, type Workshop } from "../../test/alongside.ts";

let workshop: Workshop;
beforeEach(async () => {
  workshop = openWorkshop();
  await workshop.run("area", "add", "North Fold", "--la", "901");
});
afterEach(() => workshop.clear());

const retention = (...words: readonly string[]) =>
  workshop.run("retention", "north-fold", ...words);

describe("keeping, from the command line", () => {
  it("tells what is over without changing anything, unless told to remove it", async () => {
    const dry = await retention();
    expect(dry.code).toBe(0);
    expect(dry.out).toMatch(/sent-mail +12 months, before \d{4}-\d\d-\d\d: 0 over, 0 on hold/);
    expect(dry.out).toContain("This was a dry run");
    expect((await retention("--run")).out).toContain("Removed.");
  });

  it("changes a rule within its bounds, places a hold and ends it", async () => {
    expect((await retention("--set", "sent-mail=3")).out).toContain("kept 3 months");
    expect((await retention()).out).toMatch(/sent-mail +3 months/);
    expect(await retention("--set", "sent-mail=900")).toMatchObject({ code: 1 });
    const placed = await retention("--hold", "area", "--reason", "An inquiry");
    const id = /placed: (\S+)/.exec(placed.out)?.[1] ?? "";
    expect((await retention(`--end-hold=${id}`, "--reason", "It is over")).out).toContain("ended");
    expect(await retention(`--end-hold=${id}`, "--reason", "It is over")).toMatchObject({
      code: 1,
    });
  });

  it.each([
    [[], "say: retention"],
    [["north-fold", "more"], "say: retention"],
    [["north-fold", "--nonsense"], "say: retention"],
    [["north-fold", "--hold", "area"], "--reason"],
    [["north-fold", "--hold", "person:nobody@a.example", "--reason", "x"], "--hold takes"],
    [["north-fold", "--set", "nonsense=3"], "the kinds are"],
  ])("says what is wrong with: retention %j", async (words, sentence) => {
    const { code, err } = await workshop.run("retention", ...words);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  it("knows nothing of an address that nobody has", async () => {
    expect(
      await workshop.run("subject-access", "nobody@a.example", "--area", "north-fold"),
    ).toMatchObject({ code: 2 });
    expect(
      await workshop.run("erase", "nobody@a.example", "--area", "north-fold", "--reason", "x"),
    ).toMatchObject({ code: 2 });
  });
});

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { markup, printedPage } from "./html.ts";
import { createPrinter, findChromium } from "./print.ts";

const chromium = findChromium(undefined);
const page = printedPage({ title: "One page", body: markup`<h1>One page</h1>` });

const leftBehind = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith("alongside-pdf-"));

/** A stand-in for a browser: a program that does what the test wants to see survived. */
const program = (script: string) => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-browser-"));
  const path = join(folder, "browser");
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { path, remove: () => rmSync(folder, { recursive: true }) };
};

describe("printing a PDF", () => {
  it.skipIf(chromium === undefined)(
    "makes a tagged document in English with its title, and leaves nothing behind",
    async () => {
      const before = leftBehind();
      const printed = await createPrinter({ chromium, patience: 30_000 })(page);
      if (!printed.ok) throw new Error(printed.why);
      const text = Buffer.from(printed.pdf).toString("latin1");
      expect(text.slice(0, 5)).toBe("%PDF-");
      expect(text).toMatch(/\/Marked true/);
      expect(text).toMatch(/\/StructTreeRoot/);
      expect(text).toMatch(/\/Lang \(en-GB\)/);
      expect(text).toMatch(/\/Title \(One page\)/);
      expect(leftBehind()).toEqual(before);
    },
    40_000,
  );

  it("says so where there is no browser, and where it fails or takes too long", async () => {
    const missing = { chromium: undefined, patience: 1_000 };
    expect(await createPrinter(missing)(page)).toEqual({ ok: false, why: "no-browser" });
    const gone = { chromium: "/nowhere/chromium", patience: 1_000 };
    expect(await createPrinter(gone)(page)).toEqual({ ok: false, why: "no-browser" });
    const broken = program("exit 3");
    const print = createPrinter({ chromium: broken.path, patience: 5_000 });
    expect(await print(page)).toEqual({ ok: false, why: "failed" });
    broken.remove();
    const slow = program("sleep 60");
    const patient = createPrinter({ chromium: slow.path, patience: 200 });
    expect(await patient(page)).toEqual({ ok: false, why: "too-slow" });
    slow.remove();
  });

  it("gives up a print that nobody waits for, under way or not begun, and ends its browser", async () => {
    const slow = program("sleep 60");
    const print = createPrinter({ chromium: slow.path, patience: 50_000 });
    const away = new AbortController();
    const before = leftBehind();
    const both = Promise.all([print(page, away.signal), print(page, away.signal)]);
    setTimeout(() => away.abort(), 50);
    expect(await both).toEqual([
      { ok: false, why: "stopped" },
      { ok: false, why: "stopped" },
    ]);
    expect(leftBehind()).toEqual(before);
    slow.remove();
  });

  it("gives up a print that is stopped while its page is being written", async () => {
    const slow = program("sleep 60");
    const print = createPrinter({ chromium: slow.path, patience: 20_000 });
    const away = new AbortController();
    let looks = 0;
    // The first look at it finds nothing yet; the word comes right after.
    const aborted = (): boolean => {
      looks += 1;
      if (looks === 1) queueMicrotask(() => away.abort());
      return looks > 1;
    };
    Object.defineProperty(away.signal, "aborted", { get: aborted });
    expect(await print(page, away.signal)).toEqual({ ok: false, why: "stopped" });
    slow.remove();
  });

  it("is one at a time, and one that fails does not hold up the next", async () => {
    const folder = mkdtempSync(join(tmpdir(), "alongside-turns-"));
    const lock = join(folder, "printing");
    const browser = program(
      `[ -e ${lock} ] && touch ${join(folder, "two-at-once")}\ntouch ${lock}\nsleep 0.1\nrm ${lock}\nexit 1`,
    );
    const print = createPrinter({ chromium: browser.path, patience: 5_000 });
    const all = await Promise.all([print(page), print(page), print(page)]);
    expect(all.map((each) => each.ok)).toEqual([false, false, false]);
    expect(existsSync(join(folder, "two-at-once"))).toBe(false);
    browser.remove();
    rmSync(folder, { recursive: true });
  });

  it("takes every word for text, whatever it holds", () => {
    const hostile = `<script>alert(1)</script>"&'`;
    const { html: made } = markup`<p>${hostile}</p>${[markup`<i>${1}</i>`]}`;
    expect(made).toBe("<p>&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;&#39;</p><i>1</i>");
    expect(printedPage({ title: hostile, body: markup`` })).not.toContain("<script>");
  });
});

import { describe, expect, it } from "vitest";
import { deviceName, isEmail, normalEmail } from "./index.ts";

describe("an e-mail address", () => {
  it("is kept in one form", () => {
    expect(normalEmail("  Zoë.O'Brien@Alder.Example\n")).toBe("zoë.o'brien@alder.example");
    expect(normalEmail("zoe\u0308@a.example")).toBe("zoë@a.example");
  });

  it.each(["a@b.example", "o'brien+head@st-mary.alder.sch.example", "zoë@alder.example"])(
    "is one: %s",
    (text) => expect(isEmail(text)).toBe(true),
  );

  it.each([
    "",
    "head",
    "head@",
    "@b.example",
    "a@b",
    "a@@b.example",
    "a b@c.example",
    "a@b.example\nBcc: c@d.example",
    "a@b.example,c@d.example",
    "<a@b.example>",
    `${"x".repeat(250)}@b.example`,
  ])("is none: %j", (text) => expect(isEmail(text)).toBe(false));
});

describe("a device", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0",
      "Edge on Windows",
    ],
    ["Mozilla/5.0 (X11; CrOS x86_64) Chrome/140.0 Safari/537.36", "Chrome on Chromebook"],
    ["Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari on iPad"],
    [
      "Mozilla/5.0 (Linux; Android 15) SamsungBrowser/28.0 Chrome/130.0",
      "Samsung Internet on Android",
    ],
    ["curl/8.0", "A device"],
    [null, "A device"],
  ])("is named as a person would: %s", (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });
});

import { describe, expect, it } from "vitest";
import { safePath } from "./return-path.ts";

describe("where to go on to after signing in", () => {
  it.each([
    "/",
    "/areas/northfield",
    "/areas/northfield/needs?phase=primary&words=a%20b#top",
    "/needs?return=//other.example",
    "/a.b/c..d/e-f_g~h",
  ])("may be %s", (path) => {
    expect(safePath(path)).toBe(path);
  });

  it.each([
    undefined,
    "",
    "areas",
    "https://other.example",
    "//other.example",
    "///other.example",
    "/\\other.example",
    "\\\\other.example",
    "/\t/other.example",
    "/\n/other.example",
    " //other.example",
    "/.//other.example",
    "/../other",
    "/a/..//other.example",
    "/%2e%2e/other",
    "/%2f/other.example",
    "/%5cother.example",
    "/%09/other.example",
    "/a//other.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "/\u0000",
    `/${"x".repeat(500)}`,
  ])("is the first page instead of %j", (path) => {
    expect(safePath(path)).toBe("/");
  });

  it("never leads a browser to another site", () => {
    const pieces = [
      "/",
      "\\",
      "//",
      ".",
      "..",
      "%2f",
      "other.example",
      "@",
      ":",
      "?",
      "#",
      "\t",
      "a",
    ];
    for (const one of pieces) {
      for (const two of pieces) {
        for (const three of pieces) {
          const path = safePath(`${one}${two}${three}`);
          expect(new URL(path, "https://alongside.example").host, path).toBe("alongside.example");
        }
      }
    }
  });
});

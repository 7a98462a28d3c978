import { describe, expect, it } from "vitest";
import { readEnvironment } from "./env.ts";

const production = {
  NODE_ENV: "production",
  SECRET: "a secret of one's own, long enough to be one",
  ORIGIN: "https://alongside.example",
  DATABASE_URL: "http://127.0.0.1:8080",
};

describe("the settings", () => {
  it("need nothing on a developer's machine, and load the demonstration", () => {
    expect(readEnvironment({})).toMatchObject({
      port: 4000,
      isProduction: false,
      loadsDemonstration: true,
    });
  });

  it("load no demonstration on a production instance", () => {
    expect(readEnvironment(production)).toMatchObject({
      isProduction: true,
      loadsDemonstration: false,
    });
  });

  it.each([
    [{ SECRET: undefined }, "SECRET is the development secret"],
    [{ SECRET: "short" }, "SECRET must be at least 32 characters"],
    [{ ORIGIN: undefined }, "ORIGIN must be the https address"],
    [{ ORIGIN: "http://alongside.example" }, "ORIGIN must be the https address"],
    [{ DEMONSTRATION: "yes" }, "DEMONSTRATION must not be yes"],
    [{ DATABASE_URL: "postgres://x" }, "DATABASE_URL must start with"],
    [{ PORT: "70000" }, "PORT"],
  ])("refuse a production start with %j", (change, sentence) => {
    expect(() => readEnvironment({ ...production, ...change })).toThrow(sentence);
  });

  it("name everything that is wrong at once", () => {
    expect(() => readEnvironment({ ...production, SECRET: undefined, ORIGIN: undefined })).toThrow(
      /SECRET[^]*ORIGIN/,
    );
  });
});

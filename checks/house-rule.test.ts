import { describe, expect, it } from "vitest";
import { brokenRules } from "./house-rule.ts";
import { readSource, sourceFiles } from "./source-file.ts";

describe("the rules of the house", () => {
  it("are kept by every source file", () => {
    expect(sourceFiles().flatMap((file) => brokenRules(file, readSource(file)))).toEqual([]);
  });

  it.each([
    ["packages/domain/src/need/decide.ts", "const now = Date.now();"],
    ["packages/usecases/src/need/submit.ts", "const id = Math.random();"],
    ["packages/matching/src/solve/dive.ts", "if (process.env.FAST) return;"],
    ["packages/api/src/routers/x.ts", 'import { Lucia } from "lucia";'],
    ["packages/db/src/x.test.ts", "it.skip('x', () => {});"],
    ["apps/web/src/x.tsx", "// @ts-expect-error"],
    ["apps/web/src/lib/utils.ts", ""],
    ["packages/db/src/session-manager.ts", ""],
    ["packages/db/src/long.ts", "\n".repeat(300)],
  ])("would catch %s", (file, text) => {
    expect(brokenRules(file, text)).toHaveLength(1);
  });
});

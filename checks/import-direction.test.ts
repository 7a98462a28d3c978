import { describe, expect, it } from "vitest";
import { brokenImports, importsOf } from "./import-rule.ts";
import { readSource, sourceFiles } from "./source-file.ts";

describe("who may import whom", () => {
  it("is kept by every source file", () => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => brokenImports(file, readSource(file)))).toEqual([]);
  });

  it.each([
    ["packages/domain/src/need/decide.ts", 'import { eq } from "drizzle-orm";'],
    [
      "packages/domain/src/need/decide.ts",
      'import { recordEvent } from "@alongside/db/stores/event";',
    ],
    [
      "packages/matching/src/solve/greedy.ts",
      'import type { Urn } from "@alongside/domain/school";',
    ],
    ["packages/register/src/gias/read.ts", 'import { openDatabase } from "@alongside/db";'],
    ["packages/register/src/gias/read.ts", 'import { request } from "node:http";'],
    ["packages/db/src/stores/event.ts", 'import { signIn } from "@alongside/usecases/identity";'],
    ["packages/usecases/src/need/submit.ts", 'import { Hono } from "hono";'],
    ["packages/usecases/src/need/submit.ts", 'import { sql } from "drizzle-orm";'],
    ["packages/usecases/src/need/submit.ts", 'import { Lucia } from "lucia";'],
    [
      "packages/api/src/routers/need.ts",
      'import { findSchool } from "@alongside/db/views/school";',
    ],
    ["apps/web/src/features/need/pages/post.tsx", 'import { appRouter } from "@alongside/api";'],
    ["apps/web/src/ui/list/table.tsx", 'import type { Urn } from "@alongside/domain/school";'],
    ["apps/web/src/lib/api.ts", 'import { submitNeed } from "@alongside/usecases/need";'],
    ["apps/server/src/routes/x.ts", 'const x = await import("@alongside/matching");'],
    ["packages/domain/src/need/x.ts", 'export { z } from "zod";'],
    ["packages/domain/src/need/x.ts", 'import {\n  a,\n  b,\n} from "zod";'],
  ])("would catch, in %s: %s", (file, text) => {
    expect(brokenImports(file, text)).toHaveLength(1);
  });

  it("reads imports in every form", () => {
    const text =
      'import "a";\nimport b from "b";\nimport type { C } from "c";\nexport * from "d";\nimport("e");';
    expect(importsOf(text).map(({ name }) => name)).toEqual(["a", "b", "c", "d", "e"]);
    expect(importsOf(text).map(({ isTypeOnly }) => isTypeOnly)).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
  });
});

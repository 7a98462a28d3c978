import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fieldsOf, queries, type Fields } from "../test/field.ts";
import { knownIdsIn, type KnownIds } from "../test/known-id.ts";
import { openPopulated, type Populated } from "../test/populated.ts";

let populated: Populated;
let known: KnownIds;
beforeAll(async () => {
  populated = await openPopulated();
  known = await knownIdsIn(populated.database);
}, 300_000);
afterAll(() => populated.database.drop());

type Given = ReadonlyMap<string, Fields>;

const rolesWith = (given: Given, path: string): readonly string[] =>
  [...given].filter(([, { paths }]) => paths.has(path)).map(([role]) => role);

/** One procedure as a person reads it: who gets an answer, who gets none and why, and who gets which field. */
const pageOf = (procedure: string, given: Given): string => {
  const answered = [...given].filter(([, { paths }]) => paths.size > 0).map(([role]) => role);
  const refused = [...given]
    .filter(([, { paths }]) => paths.size === 0)
    .map(([role, { refusals }]) => `${role} (${[...refusals].toSorted().join(", ")})`);
  const paths = [...new Set([...given.values()].flatMap((fields) => [...fields.paths]))].toSorted();
  const lines = paths.map((path) => {
    const roles = rolesWith(given, path);
    return roles.length === answered.length ? `  ${path}` : `  ${path}: ${roles.join(", ")}`;
  });
  return [
    `${procedure}`,
    `  answers ${answered.join(", ") || "nobody"}`,
    ...(refused.length > 0 ? [`  refuses ${refused.join(", ")}`] : []),
    ...lines,
  ].join("\n");
};

const routers = [...new Set(queries.map((path) => path.split(".")[0] ?? ""))];

const head = (router: string): string =>
  `What each role is told by the queries of ${router}, in the invented area. A field without roles goes to all who get an answer.
A change here is a change of who sees what: look at it, then pin it with \`vitest run --project api src/field.test.ts -u\`.`;

describe("the fields that each role is told", () => {
  it.each(routers)(
    "by the queries of %s are those that were looked at",
    async (router) => {
      const pages: string[] = [];
      for (const path of queries.filter((each) => each.startsWith(`${router}.`))) {
        const given = new Map<string, Fields>();
        for (const role of populated.actors.keys()) {
          given.set(role, await fieldsOf({ populated, known }, path, role));
        }
        pages.push(pageOf(path, given));
      }
      const text = `${[head(router), ...pages].join("\n\n")}\n`;
      expect(text, "a query fails").not.toMatch(/\(.*fault.*\)$/m);
      await expect(text).toMatchFileSnapshot(`../fields/${router}.txt`);
    },
    60_000,
  );
});

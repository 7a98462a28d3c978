import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "vitest";
import type { Visitor } from "./browser.ts";

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type AxeNode = { readonly target: readonly unknown[]; readonly failureSummary?: string };
type AxeResult = {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly AxeNode[];
  }[];
};

const runAxe = async ({ page }: Visitor): Promise<AxeResult> => {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axeSource);
  // None of these rules reads style sheets or media themselves, so that axe need not fetch them.
  return page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ["violations"], preload: false })`,
  );
};

/** Breaches of WCAG 2.2 AA and of axe's best practice on the page as it stands, one line each. */
export const axeProblems = async (visitor: Visitor): Promise<readonly string[]> => {
  const { violations } = await runAxe(visitor);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${node.target.join(" ")}`),
  );
};

/** Pixels that the page is wider than its screen. */
export const widerThanScreen = ({ page }: Visitor): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/**
 * The page as it stands is accessible, fits its screen, and nothing went wrong on the way to it. `expected` names
 * troubles that the journey itself provokes (a refused request is an error in the browser's console).
 */
export const checkPage = async (
  visitor: Visitor,
  expected: readonly RegExp[] = [],
): Promise<void> => {
  await visitor.settled();
  expect(await axeProblems(visitor)).toEqual([]);
  expect(await widerThanScreen(visitor), "the page is wider than its screen").toBe(0);
  const strange = visitor.troubles.filter(
    (trouble) => !expected.some((each) => each.test(trouble)),
  );
  expect(strange).toEqual([]);
};

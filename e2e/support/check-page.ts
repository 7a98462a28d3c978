import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CDPSession } from "playwright-core";
import { expect } from "vitest";
import type { Visitor } from "./browser.ts";
import { claim, readState } from "./page-state.ts";

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

/** Contrast is looked at where the pair of ink and ground is one of these; every other rule looks at the whole page. */
const contrastOf = (inks: readonly string[]): string => `(() => {
  const fresh = new Set(${JSON.stringify(inks)});
  const rule = axe._audit.rules.find(({ id }) => id === "color-contrast");
  rule.whole ??= rule.matches;
  rule.matches = function (node, ...more) {
    const ink = inkOf.get(node);
    return (ink === undefined || fresh.has(ink)) && rule.whole.call(this, node, ...more);
  };
})()`;

const sessions = new WeakMap<Visitor["page"], Promise<CDPSession>>();

/** Brings axe to the page by the browser's own protocol: its 650 kB take half as long again by way of Playwright. */
const bringAxe = async ({ context, page }: Visitor): Promise<void> => {
  const session = sessions.get(page) ?? context.newCDPSession(page);
  sessions.set(page, session);
  const question = { expression: axeSource, returnByValue: false };
  const { exceptionDetails } = await (await session).send("Runtime.evaluate", question);
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
};

const runAxe = async (visitor: Visitor, inks: readonly string[]): Promise<AxeResult> => {
  const { page } = visitor;
  if (!(await page.evaluate("'axe' in window"))) await bringAxe(visitor);
  await page.evaluate(contrastOf(inks));
  // None of these rules reads style sheets or media themselves, so that axe need not fetch them; where a fault is, its target says.
  return page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ["violations"], preload: false, noHtml: true })`,
  );
};

/**
 * Breaches of WCAG 2.2 AA and of axe's best practice on the page as it stands, one line each. A structure that this run has looked at
 * is no new evidence and has none; nor has the contrast of an ink on a ground that it has looked at.
 */
export const axeProblems = async (visitor: Visitor): Promise<readonly string[]> => {
  const { structure, inks } = await readState(visitor.page);
  if (!claim(`page-${structure}`)) return [];
  const fresh = inks.filter((ink) => claim(`ink-${ink}`));
  const { violations } = await runAxe(visitor, fresh);
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

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { keepFigure, sized } from "../../packages/testkit/src/index.ts";
import { openBrowser, visit, type Visitor } from "../support/browser.ts";
import { hostile, makeHostile } from "../support/hostile.ts";
import { startProduct, type RunningProduct } from "../support/product.ts";
import { goHome, signInAs } from "../support/sign-in.ts";

let product: RunningProduct;
let browser: Browser;
let changed = 0;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  changed = await makeHostile(product);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** Pages of one kind: every id in an address stands for all. */
const kindOf = (path: string): string =>
  path.replaceAll(/\/[\w-]{20,}(?=\/|$)/g, "/…").replaceAll(/\/\d{5,}(?=\/|$)/g, "/…");

const linksOn = ({ page }: Visitor): Promise<readonly string[]> =>
  page.evaluate(
    "[...document.querySelectorAll('a[href^=\"/\"]')].map((link) => new URL(link.href).pathname)",
  );

/** What ran, or wanted to: marks that the text leaves, links that would run it, and reports of the policy. */
const ranOn = async ({ page, troubles }: Visitor): Promise<readonly string[]> => {
  const marks: readonly string[] = await page.evaluate(`[
    ...(globalThis.hacked === undefined ? [] : ["it ran"]),
    ...[...document.querySelectorAll("img[src='x'], script:not([src]), a[href^='javascript:' i], [onerror], [onclick], [onload]")].map((each) => each.outerHTML.slice(0, 80)),
    ...globalThis.reports,
  ]`);
  return [
    ...marks,
    ...troubles.filter((trouble) => /content security policy|refused to/i.test(trouble)),
  ];
};

type Walked = { readonly seen: number; readonly shown: number; readonly ran: readonly string[] };

/** Walks from link to link, one page of each kind, as one person. */
const walk = async (who: string, most: number): Promise<Walked> => {
  const visitor = await visit(browser, product.address);
  await visitor.context.addInitScript(
    "globalThis.reports = []; addEventListener('securitypolicyviolation', (each) => globalThis.reports.push(each.violatedDirective))",
  );
  visitor.page.on("dialog", (dialog) => void dialog.dismiss());
  await signInAs(visitor, product, who);
  await goHome(visitor);
  const waiting = [new URL(visitor.page.url()).pathname, "/account"];
  const kinds = new Set<string>();
  const ran: string[] = [];
  let shown = 0;
  while (waiting.length > 0 && kinds.size < most) {
    const path = waiting.shift() ?? "/";
    if (kinds.has(kindOf(path)) || /^\/(files|assets|sign-out)/.test(path)) continue;
    kinds.add(kindOf(path));
    await visitor.page.goto(path);
    await visitor.settled();
    const titles = await visitor.page.getByRole("heading", { level: 1 }).allInnerTexts();
    expect(titles, `the title of ${path} for ${who}`).toHaveLength(1);
    const text = await visitor.page.locator("body").innerText();
    if (text.includes(hostile.slice(2, 20))) shown += 1;
    ran.push(...(await ranOn(visitor)).map((mark) => `${path}: ${mark}`));
    waiting.push(...(await linksOn(visitor)));
  }
  await visitor.context.close();
  return { seen: kinds.size, shown, ran };
};

const everybody = [
  "partnership-administrator",
  "zone-coordinator",
  "head",
  "leader",
  "officer",
  "board-clerk",
  "board-member",
  "organisation-administrator",
  "school-staff",
  "operator",
];

describe("hostile text in every word that somebody wrote", () => {
  it(
    "is shown as text on every page, runs on none, and makes no report of the policy",
    async () => {
      const walked: Walked[] = [];
      for (const who of everybody.slice(0, sized(1, everybody.length))) {
        walked.push(await walk(who, sized(18, 400)));
      }
      const sum = (of: (walk: Walked) => number) => walked.reduce((all, each) => all + of(each), 0);
      const ran = walked.flatMap((each) => each.ran);
      keepFigure(
        "input.pages",
        `${changed} values made hostile; ${sum(({ seen }) => seen)} pages seen by ${walked.length} parts, the text shown on ${sum(({ shown }) => shown)}, run on ${ran.length}`,
      );
      expect(changed).toBeGreaterThan(500);
      expect(sum(({ shown }) => shown)).toBeGreaterThan(5);
      expect(ran).toEqual([]);
    },
    sized(560_000, 7_200_000),
  );
});

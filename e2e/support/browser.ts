import { existsSync } from "node:fs";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Page,
  type Request,
} from "playwright-core";

const places = [
  process.env["CHROMIUM"],
  // The same engine without a window's worth of work: journeys take two thirds of the time.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Where the system's Chromium is; undefined where there is none. */
export const chromiumPath = (): string | undefined =>
  places.find((place) => place !== undefined && existsSync(place));

const switches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--in-process-gpu",
  // A page lives for seconds: what it would gain from better machine code is less than making it costs.
  "--js-flags=--no-opt --no-maglev --min-semi-space-size=16",
];

/** Closes what was opened in a browser and leaves the browser itself, which ends with its worker. */
const leave = async (browser: Browser): Promise<void> => {
  await Promise.all(browser.contexts().map((context) => context.close()));
};

const launch = async (): Promise<Browser> => {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("no Chromium was found");
  const browser = await chromium.launch({ executablePath, args: switches });
  browser.close = () => leave(browser);
  return browser;
};

/** One for all journeys of a worker, which follow each other: each has contexts of its own, that know nothing of another's. */
let shared: Promise<Browser> | undefined;

export const openBrowser = (): Promise<Browser> => (shared ??= launch());

/** A visitor's browser: everything that goes wrong in it is kept, for `checkPage` to fail on. */
export type Visitor = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors, page errors, failed requests and breaches of the content security policy so far. */
  readonly troubles: readonly string[];
  /** Waits until the page has all that it asked for and has nothing left to do. */
  readonly settled: () => Promise<void>;
};

export type Screen = "desktop" | "phone";

const sizes = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

/** Resolves when the page has drawn and its thread is free. */
const whenIdle =
  "new Promise((free) => requestAnimationFrame(() => requestIdleCallback(free, { timeout: 1000 })))";

/**
 * Watches what a page asks for. A live connection never ends, so waiting for a quiet network would wait for ever; an answer may
 * lead to the next question, so the page must be found quiet twice.
 */
const watchRequests = (page: Page): Visitor["settled"] => {
  const open = new Set<Request>();
  page.on("request", (request) => {
    if (request.resourceType() !== "eventsource") open.add(request);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  return async () => {
    const end = Date.now() + 15_000;
    for (let quiet = 0; quiet < 2; quiet += 1) {
      while (open.size > 0) {
        if (Date.now() > end) throw new Error(`never answered: ${[...open][0]?.url()}`);
        quiet = 0;
        await page.waitForTimeout(20);
      }
      await page.evaluate(whenIdle);
    }
  };
};

export const visit = async (
  browser: Browser,
  address: string,
  screen: Screen = "desktop",
): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL: address,
    viewport: sizes[screen],
    locale: "en-GB",
    timezoneId: "Europe/London",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    if (reason !== "net::ERR_ABORTED") troubles.push(`${request.url()} failed: ${reason}`);
  });
  page.setDefaultTimeout(15_000);
  return { context, page, troubles, settled: watchRequests(page) };
};

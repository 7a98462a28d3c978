import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

const places = [
  process.env["CHROMIUM"],
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
];

export const openBrowser = async (): Promise<Browser> => {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("no Chromium was found");
  return chromium.launch({ executablePath, args: switches });
};

/** A visitor's browser: everything that goes wrong in it is kept, for `checkPage` to fail on. */
export type Visitor = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors, page errors, failed requests and breaches of the content security policy so far. */
  readonly troubles: readonly string[];
};

export type Screen = "desktop" | "phone";

const sizes = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

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
  return { context, page, troubles };
};

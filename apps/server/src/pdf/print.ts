import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A tagged PDF, or why there is none: no browser on this machine, one that failed or took too long, or nobody waits for it any more. */
export type Printed =
  | { readonly ok: true; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: "no-browser" | "failed" | "too-slow" | "stopped" };

/** Prints a whole HTML document that needs nothing from anywhere: no script runs in it and no address is reached. */
export type PrintPdf = (html: string, signal?: AbortSignal) => Promise<Printed>;

export type PrinterSettings = {
  /** The browser to print with; undefined where the machine has none. */
  readonly chromium: string | undefined;
  /** Milliseconds until a print is given up. */
  readonly patience: number;
};

const usualPlaces = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser that was named, or the first of the usual ones that is there. */
export const findChromium = (named: string | undefined): string | undefined =>
  named ?? usualPlaces.find((place) => existsSync(place));

/** A browser of the root user has no sandbox to run in: there, and only there, it is told to do without. */
const sandboxFlags = (): readonly string[] => (process.getuid?.() === 0 ? ["--no-sandbox"] : []);

const flagsFor = (folder: string): readonly string[] => [
  "--headless",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-extensions",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--proxy-server=127.0.0.1:9",
  `--user-data-dir=${join(folder, "profile")}`,
  "--no-pdf-header-footer",
  "--export-tagged-pdf",
  `--print-to-pdf=${join(folder, "out.pdf")}`,
  ...sandboxFlags(),
  pathToFileURL(join(folder, "page.html")).href,
];

type Turn = PrinterSettings & { readonly signal: AbortSignal | undefined };

/** Runs the browser in a group of its own, so that all of its processes go with it. */
const run = (
  chromium: string,
  folder: string,
  { patience, signal }: Turn,
): Promise<"done" | "failed" | "too-slow" | "stopped"> =>
  new Promise((settle) => {
    const child = spawn(chromium, flagsFor(folder), {
      detached: true,
      stdio: "ignore",
      env: { PATH: process.env["PATH"] ?? "", HOME: folder, TMPDIR: folder },
    });
    const end = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // The group is gone already.
      }
    };
    const clock = setTimeout(() => {
      end();
      settle("too-slow");
    }, patience);
    const stop = () => {
      clearTimeout(clock);
      end();
      settle("stopped");
    };
    signal?.addEventListener("abort", stop, { once: true });
    // It may have been given up while the page was written.
    if (signal?.aborted === true) stop();
    child.once("error", () => {
      clearTimeout(clock);
      settle("failed");
    });
    child.once("exit", (code) => {
      clearTimeout(clock);
      signal?.removeEventListener("abort", stop);
      end();
      settle(code === 0 ? "done" : "failed");
    });
  });

const printIn = async (folder: string, html: string, turn: Turn): Promise<Printed> => {
  const { chromium, signal } = turn;
  if (signal?.aborted === true) return { ok: false, why: "stopped" };
  if (chromium === undefined || !existsSync(chromium)) return { ok: false, why: "no-browser" };
  await writeFile(join(folder, "page.html"), html);
  const outcome = await run(chromium, folder, turn);
  if (outcome !== "done") return { ok: false, why: outcome };
  const pdf = await readFile(join(folder, "out.pdf")).catch(() => undefined);
  return pdf === undefined ? { ok: false, why: "failed" } : { ok: true, pdf: new Uint8Array(pdf) };
};

/** Makes PDFs one at a time: a browser takes a few hundred megabytes while it prints. */
export const createPrinter = (settings: PrinterSettings): PrintPdf => {
  let last: Promise<unknown> = Promise.resolve();
  const print = async (html: string, signal: AbortSignal | undefined): Promise<Printed> => {
    const folder = await mkdtemp(join(tmpdir(), "alongside-pdf-"));
    try {
      return await printIn(folder, html, { ...settings, signal });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
  return (html, signal) => {
    const next = last.then(() => print(html, signal));
    last = next.catch(() => undefined);
    return next;
  };
};

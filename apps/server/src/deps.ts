import type { Auth, CookieSetting } from "@alongside/auth";
import type { Database } from "@alongside/db";
import type { FileStore } from "@alongside/usecases/attachment";
import type { Logger } from "pino";
import type { PrintPdf } from "./pdf/print.ts";

/** What the app is made of; `main.ts` opens it, tests bring their own. */
export type Dependencies = {
  readonly database: Database;
  readonly auth: Auth;
  readonly log: Logger;
  readonly now: () => number;
  readonly newId: () => string;
  /** Where browsers find the product, when it is configured: a TLS address on a production instance. */
  readonly origin: string | undefined;
  /** Whether mail stays here and is shown on a page: on a demonstration alone. */
  readonly showsMailbox: boolean;
  /** Where the contents of attached files lie. */
  readonly files: FileStore;
  /** Makes PDFs of documents of our own, where the machine has a browser to print with. */
  readonly printPdf: PrintPdf;
  /** What whoever reads the metrics has to bring; without one only a development instance answers, to its own machine. */
  readonly metricsToken?: string | undefined;
  /** The folder of the built web app. */
  readonly webFolder: string;
};

export const isTls = (deps: Pick<Dependencies, "origin">): boolean =>
  deps.origin?.startsWith("https://") ?? false;

export const cookiesOf = (deps: Dependencies): CookieSetting => ({ secure: isTls(deps) });

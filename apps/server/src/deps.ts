import type { Database } from "@alongside/db";
import type { Logger } from "pino";

/** What the app is made of; `main.ts` opens it, tests bring their own. */
export type Dependencies = {
  readonly database: Database;
  readonly log: Logger;
  readonly now: () => number;
  readonly newId: () => string;
  readonly secret: string;
  /** Where browsers find the product, when it is configured: a TLS address on a production instance. */
  readonly origin: string | undefined;
  /** The folder of the built web app. */
  readonly webFolder: string;
};

import type { Database } from "@alongside/db";
import { createPasswords, type Passwords } from "./password/password.ts";
import { createSeal, type Seal } from "./seal/seal.ts";
import { createSessionService } from "./session/lucia.ts";
import type { SessionService } from "./session/session.ts";
import { newToken } from "./token.ts";

/** All that the use cases of identity need beside the database: made once, when the server starts. */
export type Auth = {
  readonly sessions: SessionService;
  readonly passwords: Passwords;
  readonly seal: Seal;
  /** 200 random bits, safe in an address: for links that are mailed. */
  readonly newToken: () => string;
};

export type AuthSettings = {
  readonly database: Pick<Database, "read" | "write">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The instance's own, 32 characters or more: whoever holds it and the database reads every second factor. */
  readonly secret: string;
};

export const createAuth = ({ database, now, secret }: AuthSettings): Auth => ({
  sessions: createSessionService({ database, now }),
  passwords: createPasswords(),
  seal: createSeal(secret),
  newToken,
});

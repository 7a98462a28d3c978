import type { Database } from "@alongside/db";
import { createPasswords, type Passwords } from "./password/password.ts";
import { createSessionService } from "./session/lucia.ts";
import type { SessionService } from "./session/session.ts";
import { newToken } from "./token.ts";

/** All that the use cases of identity need beside the database: made once, when the server starts. */
export type Auth = {
  readonly sessions: SessionService;
  readonly passwords: Passwords;
  /** 200 random bits, safe in an address: for links that are mailed. */
  readonly newToken: () => string;
};

export type AuthSettings = {
  readonly database: Pick<Database, "read" | "write">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

export const createAuth = ({ database, now }: AuthSettings): Auth => ({
  sessions: createSessionService({ database, now }),
  passwords: createPasswords(),
  newToken,
});

import type { Database } from "@alongside/db";
import { refused } from "@alongside/domain/result";
import type { Oidc } from "./oidc/oidc.ts";
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
  /** The services that people may sign in with; often none. */
  readonly oidc: Oidc;
  /** 200 random bits, safe in an address: for links that are mailed. */
  readonly newToken: () => string;
};

export type AuthSettings = {
  readonly database: Pick<Database, "read" | "write">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The instance's own, 32 characters or more: whoever holds it and the database reads every second factor. */
  readonly secret: string;
  readonly oidc?: Oidc | undefined;
  /** Milliseconds until a session that nobody uses ends; an hour unless told otherwise. */
  readonly idleFor?: number | undefined;
};

const noOidc: Oidc = {
  providers: [],
  begin: () => Promise.resolve(undefined),
  finish: () => Promise.resolve(refused({ reason: "provider-unknown" })),
};

export const createAuth = (settings: AuthSettings): Auth => ({
  sessions: createSessionService(settings),
  passwords: createPasswords(),
  seal: createSeal(settings.secret),
  oidc: settings.oidc ?? noOidc,
  newToken,
});

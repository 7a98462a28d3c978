export { createAuth, type Auth, type AuthSettings } from "./auth.ts";
export { createOidc, returnPath, type Oidc, type OidcSettings } from "./oidc/oidc.ts";
export {
  faultsOfProviders,
  oidcKinds,
  type ExternalIdentity,
  type OidcChecks,
  type OidcKind,
  type OidcOrganisation,
  type OidcProvider,
  type OidcRefusal,
  type RolesApi,
} from "./oidc/provider.ts";
export { createPasswords, type Passwords } from "./password/password.ts";
export { createSeal, type Seal } from "./seal/seal.ts";
export {
  endedExternalCookie,
  endedSessionCookie,
  externalCookie,
  isSessionCookie,
  readExternalCookie,
  readSessionCookie,
  sessionCookie,
  type CookieSetting,
} from "./session/cookie.ts";
export { createSessionService, type SessionSettings } from "./session/lucia.ts";
export {
  graceFor,
  idleFor,
  lastsFor,
  type Issued,
  type NewSession,
  type RotationReason,
  type Session,
  type SessionService,
  type SessionWrites,
} from "./session/session.ts";
export { hashToken, isToken, newToken } from "./token.ts";
export { newRecoveryCodes, readRecoveryCode } from "./second-factor/recovery-code.ts";
export { codeAt, newTotpSecret, stepOfCode, totpAddress } from "./second-factor/totp.ts";

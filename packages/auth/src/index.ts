export {
  endedSessionCookie,
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

export {
  acceptInvitation,
  joinByInvitation,
  openInvitation,
  type Acceptance,
  type OpenInvitation,
} from "./accept.ts";
export { peopleSorts } from "@alongside/db/views/identity-people";
export { noteSensitiveRead, readAccessLog, type SensitiveRead } from "./access-log.ts";
export { actorOf } from "./actor.ts";
export { type IdentityContext } from "./context.ts";
export { endDevice, listDevices, signOut, signOutEverywhere, type Device } from "./device.ts";
export {
  beginExternal,
  type ExternalDeparture,
  type ExternalPurpose,
  type ExternalStart,
} from "./external-begin.ts";
export { finishExternal, type ExternalArrival, type ExternalOutcome } from "./external-finish.ts";
export { listExternalAccounts, unlinkExternalAccount } from "./external-account.ts";
export { sweepIdentity } from "./sweep.ts";
export { endRole, grantRole } from "./grant.ts";
export { listHomes, type NamedHome } from "./home.ts";
export {
  inviteAgain,
  invitePerson,
  invitePersonAtCommandLine,
  listInvitations,
  revokeInvitation,
  type NewInvitation,
} from "./invite.ts";
export {
  inviteMany,
  mostInvitations,
  type InvitationLineResult,
  type InvitedMany,
  type ManyInvitations,
} from "./invite-many.ts";
export {
  changeName,
  deactivatePerson,
  exportPeople,
  getPerson,
  listPeople,
  reactivatePerson,
  resetSecondFactorOf,
  type PersonSeen,
} from "./people.ts";
export { requireRecentProof } from "./recent-proof.ts";
export {
  beginSecondFactor,
  confirmSecondFactor,
  proveSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  secondFactorState,
  type Enrolment,
  type Proved,
  type SecondFactorState,
} from "./second-factor.ts";
export { changePassword, openReset, requestReset, resetPassword } from "./reset.ts";
export { signIn, type Credentials, type SignedIn } from "./sign-in.ts";

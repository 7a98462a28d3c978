export { actorOf } from "./actor.ts";
export { type IdentityContext } from "./context.ts";
export { endDevice, listDevices, signOut, signOutEverywhere, type Device } from "./device.ts";
export { signIn, type Credentials, type SignedIn } from "./sign-in.ts";

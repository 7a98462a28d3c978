export * from "./actor.ts";
export * from "./device.ts";
export * from "./email.ts";
export * from "./identity.ts";
export * from "./password.ts";
export * from "./policy.ts";
export * from "./second-factor.ts";
export * from "./throttle.ts";

export * from "./actor.ts";
export * from "./identity.ts";
export * from "./policy.ts";

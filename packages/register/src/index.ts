export * from "./coordinates/index.ts";
export * from "./diff/index.ts";
export * from "./gias/index.ts";
export * from "./links/index.ts";
export * from "./ofsted/index.ts";
export * from "./outcomes/index.ts";
export * from "./reading/index.ts";
export * from "./trusts/index.ts";

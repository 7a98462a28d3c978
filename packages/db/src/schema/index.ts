export * from "./area.ts";
export * from "./capacity.ts";
export * from "./event.ts";
export * from "./identity.ts";
export * from "./leader.ts";
export * from "./need.ts";
export * from "./register-import.ts";
export * from "./school.ts";

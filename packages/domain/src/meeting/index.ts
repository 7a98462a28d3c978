import type { ActionRefusal } from "./action.ts";
import type { BodyRefusal } from "./body.ts";
import type { MeetingRefusal } from "./meeting.ts";
import type { PackRefusal } from "./pack.ts";

export * from "./action.ts";
export * from "./body.ts";
export * from "./meeting.ts";
export * from "./pack.ts";

/** Why something about a body, its meetings, packs or actions cannot be done. */
export type AssemblyRefusal = ActionRefusal | BodyRefusal | MeetingRefusal | PackRefusal;

import type { DemonstrationArea } from "../area.ts";

/** How a demonstration person signs in: the same for all, and printed when the product starts. */
export const demonstrationPassword = "larks above the shore";

export type DemonstrationSignIns = DemonstrationArea["signIns"];

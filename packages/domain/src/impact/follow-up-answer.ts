export const sustainedAnswers = ["kept", "partly", "lost"] as const;
/** Whether what was reached is still there two terms later. */
export type Sustained = (typeof sustainedAnswers)[number];

export const tracks = ["on-track", "at-risk", "off-track"] as const;
/** How the work stands half-way. */
export type Track = (typeof tracks)[number];

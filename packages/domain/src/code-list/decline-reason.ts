import type { CodeList } from "./code-list.ts";

/** Why a leader, or the home school for one, declines an offer. */
export const leaderDeclineReasons: CodeList = {
  id: "leader-decline-reason",
  label: "Why a leader declines",
  entries: [
    { code: "no-days-left", label: "No days left" },
    { code: "own-school-first", label: "Own school’s priorities or inspection" },
    { code: "not-my-expertise", label: "Not my expertise" },
    { code: "distance", label: "Distance" },
    { code: "conflict-of-interest", label: "Conflict of interest" },
    { code: "timing", label: "Timing" },
    { code: "other", label: "Other" },
  ],
};

/** Why a supported school declines an offer. */
export const schoolDeclineReasons: CodeList = {
  id: "school-decline-reason",
  label: "Why a supported school declines",
  entries: [
    { code: "does-not-cover-the-need", label: "Does not cover the need" },
    { code: "relationship", label: "Relationship" },
    { code: "timing", label: "Timing" },
    { code: "cost", label: "Cost" },
    { code: "prefers-another", label: "Prefers another" },
    { code: "other", label: "Other" },
  ],
};

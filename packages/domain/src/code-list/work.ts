import type { CodeList } from "./code-list.ts";

/** How a leader works with a school. */
export const workModes: CodeList = {
  id: "work-mode",
  label: "Ways of working",
  entries: [
    { code: "diagnostic", label: "Diagnostic" },
    { code: "coaching", label: "Coaching" },
    { code: "new-head-mentoring", label: "New-head mentoring" },
    { code: "action-planning", label: "Action planning" },
    { code: "data-analysis", label: "Data analysis" },
    { code: "facilitation-and-training", label: "Facilitation and training" },
    { code: "modelling-and-team-teaching", label: "Modelling and team teaching" },
    { code: "review", label: "Review", help: "Pupil premium, SEND or governance" },
    { code: "executive-or-interim-leadership", label: "Executive or interim leadership" },
  ],
};

/** What a review looks at, when the way of working is a review. */
export const reviewSubjects: CodeList = {
  id: "review-subject",
  label: "Subject of a review",
  entries: [
    { code: "pupil-premium", label: "Pupil premium" },
    { code: "send", label: "SEND" },
    { code: "governance", label: "Governance" },
  ],
};

/** Who pays for support. */
export const fundingSources: CodeList = {
  id: "funding-source",
  label: "Sources of funding",
  entries: [
    { code: "supported-school", label: "Supported school" },
    { code: "zone-budget", label: "Zone budget" },
    { code: "local-authority", label: "Local authority", help: "De-delegated funds" },
    { code: "teaching-school-or-hub", label: "Teaching school or hub" },
    { code: "trust", label: "Trust" },
    { code: "grant", label: "Grant" },
    { code: "no-charge", label: "No charge" },
  ],
};

import type { CodeList } from "./code-list.ts";

/** What each stage of an escalation is; the codes follow the number of the stage. */
export const escalationStages: CodeList = {
  id: "escalation-stage",
  label: "Stages of escalation",
  entries: [
    { code: "stage-1", label: "Professional conversation and letter" },
    { code: "stage-2", label: "Action plan and monitored visits" },
    {
      code: "stage-3",
      label: "Formal letter",
      help: "Academy: to the trust, copied to the Department’s region. Maintained school: pre-warning.",
    },
    { code: "stage-4", label: "Warning notice or referral" },
  ],
};

/** Why a concern is escalated. */
export const escalationReasons: CodeList = {
  id: "escalation-reason",
  label: "Reasons for escalation",
  entries: [
    { code: "insufficient-progress", label: "Insufficient progress" },
    { code: "no-cooperation", label: "No cooperation" },
    { code: "information-withheld", label: "Information withheld" },
    { code: "safeguarding", label: "Safeguarding" },
    { code: "governance", label: "Governance" },
    { code: "finance", label: "Finance" },
  ],
};

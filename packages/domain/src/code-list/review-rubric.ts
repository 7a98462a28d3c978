import type { CodeList } from "./code-list.ts";

/** What a termly review looks at. */
export const reviewAreas: CodeList = {
  id: "review-area",
  label: "Areas of the termly review",
  entries: [
    { code: "leadership", label: "Leadership" },
    { code: "governance", label: "Governance" },
    { code: "curriculum", label: "Curriculum" },
    { code: "teaching", label: "Teaching" },
    { code: "achievement", label: "Achievement" },
    { code: "early-reading", label: "Early reading" },
    { code: "send-and-inclusion", label: "SEND and inclusion" },
    { code: "behaviour-and-attendance", label: "Behaviour and attendance" },
    { code: "capacity", label: "Capacity" },
  ],
};

/** What a termly review finds in an area, each with a reason and a source. */
export const reviewJudgements: CodeList = {
  id: "review-judgement",
  label: "Judgements of the termly review",
  entries: [
    { code: "causing-concern", label: "Causing concern" },
    { code: "attention-needed", label: "Attention needed" },
    { code: "secure", label: "Secure" },
    { code: "strong", label: "Strong" },
  ],
};

/** Soft intelligence, each piece with a source class, a date, an expiry and a sensitivity. */
export const softIntelligence: CodeList = {
  id: "soft-intelligence",
  label: "Soft intelligence",
  entries: [
    { code: "admissions-and-mobility", label: "Admissions and mobility" },
    { code: "staff-turnover", label: "Staff turnover" },
    { code: "elected-member-or-parent-issues", label: "Elected-member or parent issues" },
    { code: "governance-vacancies", label: "Governance vacancies" },
    { code: "capacity", label: "Capacity" },
  ],
};

/** What a judgement invites: strong invites capacity, the lowest two invite a need (Product rules, code lists: term review). */
export const invitationOf = (judgement: string): "capacity" | "need" | "nothing" => {
  if (judgement === "strong") return "capacity";
  return judgement === "causing-concern" || judgement === "attention-needed" ? "need" : "nothing";
};

import type { AskField } from "@alongside/domain/need";

/** The pages on which a need is written, in their order. */
export const steps = ["focus", "change", "support", "wishes", "funding", "sharing"] as const;
export type Step = (typeof steps)[number];

export const stepTitles: Readonly<Record<Step, string>> = {
  focus: "What is it about?",
  change: "What should be different?",
  support: "What support would help?",
  wishes: "Is there anyone you would like, or would rather not have?",
  funding: "Who pays?",
  sharing: "Who may see it?",
};

/** The page on which a field is answered. */
export const stepOf = (field: AskField): Step => {
  if (field === "wantedOutcome" || field === "wantedBy" || field === "urgent") return "change";
  if (["primaryArea", "otherAreas", "halfDays", "modes", "earliest"].includes(field))
    return "support";
  if (field === "fundingSource") return "funding";
  if (field === "preferred" || field === "avoided" || field === "sameTrustWelcome") return "wishes";
  return field === "sensitiveNote" ? "sharing" : "focus";
};

export const isStep = (text: string | undefined): text is Step =>
  steps.some((step) => step === text);

export const stepAfter = (step: Step): Step | "check" => steps[steps.indexOf(step) + 1] ?? "check";
export const stepBefore = (step: Step): Step | undefined => steps[steps.indexOf(step) - 1];

const privateSteps: readonly Step[] = ["wishes", "sharing"];

/** Whether a page holds private words, which the school alone changes once the need is sent. */
export const isPrivate = (step: Step): boolean => privateSteps.includes(step);

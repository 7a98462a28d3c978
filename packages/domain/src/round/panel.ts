import type { PersonId } from "../identity/index.ts";

/** What a member of a zone's panel says to the run that was proposed. */
export const panelAnswers = ["agree", "ask-again"] as const;
export type PanelAnswer = (typeof panelAnswers)[number];

/** A panel agrees when each of its members has; one that has no members agrees to nothing by itself (Product rules, §2: round). */
export const hasPanelAgreed = (panel: readonly PersonId[], agreed: readonly PersonId[]): boolean =>
  panel.length > 0 && panel.every((member) => agreed.includes(member));

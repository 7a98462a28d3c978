import { workingDaysAfter, type TermDates } from "../calendar/index.ts";
import type { PersonId } from "../identity/index.ts";
import type { IsoDate } from "../school/index.ts";
import { planWantedBy } from "./due.ts";

/** What a member of a zone's panel says to the run that was proposed. */
export const panelAnswers = ["agree", "ask-again"] as const;
export type PanelAnswer = (typeof panelAnswers)[number];

/** A panel agrees when each of its members has; one that has no members agrees to nothing by itself (Product rules, §2: round). */
export const hasPanelAgreed = (panel: readonly PersonId[], agreed: readonly PersonId[]): boolean =>
  panel.length > 0 && panel.every((member) => agreed.includes(member));

/** Working days that a panel is given where nobody says otherwise. */
const patience = 5;

/** By when a panel may be asked to answer: today at the earliest. */
export type PanelDays = { readonly first: IsoDate; readonly last: IsoDate };

/**
 * The days from which whoever asks a panel chooses the one to answer by, and the one that is proposed: five working days on, and no day after
 * the one by which the plan is wanted. A term that is over sets no end.
 */
export const panelDaysOf = (
  term: TermDates,
  today: IsoDate,
): PanelDays & { readonly proposed: IsoDate } => {
  const soon = workingDaysAfter(today, patience);
  const wanted = planWantedBy(term, today);
  const last = wanted < today ? soon : wanted;
  return { first: today, last, proposed: soon < last ? soon : last };
};

export const isPanelDay = ({ first, last }: PanelDays, day: IsoDate): boolean =>
  first <= day && day <= last;

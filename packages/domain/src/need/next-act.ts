import {
  endOfLondonDay,
  type Instant,
  londonDateOf,
  startOfLondonDay,
  workingDaysAfter,
} from "../calendar/index.ts";
import { isUrgent, triageDue, triageWorkingDays } from "./clock.ts";
import type { Need } from "./state.ts";

/** What happens to a need next, who does it, and until when; `by` is null where no rule sets a day. */
export type NextAct = {
  readonly who: "school" | "coordinator" | "leader" | "three-sides" | "nobody";
  readonly what:
    | "submit"
    | "triage"
    | "answer"
    | "find-leader"
    | "answer-offer"
    | "carry-out"
    | "resume"
    | "none";
  readonly by: Instant | null;
};

/** A question is answered in the time that the coordinator has for the need itself. */
const answerDue = (need: Need, askedAt: Instant): Instant =>
  endOfLondonDay(
    workingDaysAfter(londonDateOf(askedAt), triageWorkingDays[isUrgent(need) ? "urgent" : "usual"]),
  );

/** Every page says who acts next and by when (Product rules, §2: need). */
export const nextActOf = (need: Need): NextAct => {
  switch (need.state) {
    case "draft":
      return { who: "school", what: "submit", by: null };
    case "submitted":
    case "open":
      if (need.question !== null)
        return { who: "school", what: "answer", by: answerDue(need, need.question.askedAt) };
      return need.state === "submitted"
        ? { who: "coordinator", what: "triage", by: triageDue(need) }
        : { who: "coordinator", what: "find-leader", by: null };
    case "offered":
      return { who: "leader", what: "answer-offer", by: null };
    case "agreed":
      return { who: "three-sides", what: "carry-out", by: null };
    case "on-hold":
      return { who: "coordinator", what: "resume", by: startOfLondonDay(need.until) };
    case "closed":
      return { who: "nobody", what: "none", by: null };
  }
};

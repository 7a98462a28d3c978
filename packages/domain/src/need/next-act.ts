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

/** Who acts next, and what they do: all that hangs on the state and on whether a question is open (Product rules, §2: need). */
export const nextStepOf = (
  state: Need["state"],
  isQuestioned: boolean,
): Pick<NextAct, "who" | "what"> => {
  switch (state) {
    case "draft":
      return { who: "school", what: "submit" };
    case "submitted":
    case "open":
      if (isQuestioned) return { who: "school", what: "answer" };
      return { who: "coordinator", what: state === "submitted" ? "triage" : "find-leader" };
    case "offered":
      return { who: "leader", what: "answer-offer" };
    case "agreed":
      return { who: "three-sides", what: "carry-out" };
    case "on-hold":
      return { who: "coordinator", what: "resume" };
    case "closed":
      return { who: "nobody", what: "none" };
  }
};

const actDue = (need: Need): Instant | null => {
  if (need.state === "on-hold") return startOfLondonDay(need.until);
  if (need.state !== "submitted" && need.state !== "open") return null;
  return need.question === null ? triageDue(need) : answerDue(need, need.question.askedAt);
};

const isQuestioned = (need: Need): boolean =>
  (need.state === "submitted" || need.state === "open") && need.question !== null;

/** Every page says who acts next and by when (Product rules, §2: need). */
export const nextActOf = (need: Need): NextAct => ({
  ...nextStepOf(need.state, isQuestioned(need)),
  by: actDue(need),
});

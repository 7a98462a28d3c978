import { addDays, endOfLondonDay, type Instant, londonDateOf } from "../calendar/index.ts";

/** Days in which each answer is due (Product rules, §2: offer). They are days of the calendar, not working days. */
export const answerDays = { usual: 7, urgent: 2 } as const;

/** The end of the last day on which an answer that is awaited from `at` on still counts (Product rules, §2: offer). */
export const answerDue = (at: Instant, urgent: boolean): Instant =>
  endOfLondonDay(addDays(londonDateOf(at), answerDays[urgent ? "urgent" : "usual"]));

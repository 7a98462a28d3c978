import { all } from "./figure.ts";
import type { FigureId } from "./figures.ts";

/** What a figure is called, what it says in one line, and what its lines stand for. */
export type FigureWords = {
  readonly title: string;
  readonly definition: string;
  readonly of: string;
};

export const figureWords: Readonly<Record<FigureId, FigureWords>> = {
  "needs-by-stage": {
    title: "Needs by stage and band",
    definition: "Every need that was sent, by the stage that it has reached and its band.",
    of: "Stage",
  },
  "needs-by-zone": {
    title: "Needs that wait, by zone",
    definition:
      "Needs that were sent and for which no school has confirmed an offer, by the zone of the school.",
    of: "Zone",
  },
  "needs-by-group": {
    title: "Needs by phase",
    definition:
      "Needs that were sent, that found a leader and that wait, by the phase of the school.",
    of: "Phase",
  },
  "needs-over-time": {
    title: "Needs from term to term",
    definition:
      "Needs by the term in which they were sent, and what has become of them since; holidays belong to the term before.",
    of: "Term",
  },
  "days-over-time": {
    title: "Days from term to term",
    definition: "Days of leaders by the term for which they were promised.",
    of: "Term",
  },
  "objectives-over-time": {
    title: "Objectives from term to term",
    definition: "Objectives of agreements by the term in which the work was opened.",
    of: "Term",
  },
  conflicts: {
    title: "Conflicts of interest",
    definition:
      "Conflicts that were declared or found, by what was decided; offers and signatures wait until somebody has.",
    of: "Decision",
  },
  "time-to-match": {
    title: "Time to match",
    definition:
      "Days from the day on which a need was sent to the day on which the school confirmed an offer: half of the needs took no longer than the median, nine in ten no longer than the 90th percentile.",
    of: "Band",
  },
  "neediest-first": {
    title: "Is the greatest need served first?",
    definition:
      "Passed over: a need that waited while a later one of a lesser band, for the same expertise and phase, was matched.",
    of: "Band",
  },
  "unmet-needs": {
    title: "Why needs wait",
    definition:
      "Needs that wait, each under the first cause that holds: no leader has the expertise there, none of those has the days, offers were lost, nobody was offered yet.",
    of: "Cause",
  },
  "days-by-stage": {
    title: "Days by stage",
    definition:
      "Days of leaders that are free, held by an offer, committed by an agreement, booked for a visit and delivered.",
    of: "Days",
  },
  demand: {
    title: "Days asked for, by expertise and zone",
    definition:
      "Days that needs which wait ask for, by their first area of expertise and the school’s zone.",
    of: "Expertise",
  },
  supply: {
    title: "Days that are free, by expertise and zone",
    definition:
      "Free days of leaders who have the expertise and serve the zone; a leader of several stands in each of them, and once in the sum.",
    of: "Expertise",
  },
  "load-spread": {
    title: "How evenly the days are spread",
    definition:
      "Days committed, booked and delivered for each leader; Gini’s index is 0 when all give the same and near 1 when one gives all.",
    of: "Spread",
  },
  objectives: {
    title: "Objectives met",
    definition:
      "Objectives of agreements by their latest reading: at the target or beyond, better than the baseline, neither, or not read yet.",
    of: "Zone",
  },
  "follow-ups": {
    title: "Two terms later",
    definition:
      "What schools say two terms after the end: whether what was reached is still there.",
    of: "Answer",
  },
  cost: {
    title: "What it costs",
    definition:
      "Delivered days at the rates of their agreements, for each day delivered and for each objective met.",
    of: "Zone",
  },
  freshness: {
    title: "How fresh the capacity is",
    definition: "Lines of capacity that a leader has confirmed and that are still in date.",
    of: "Capacity",
  },
};

const partWords: Readonly<Record<string, string>> = {
  [all]: "All",
  none: "None yet",
  "1": "Band 1, urgent",
  "2": "Band 2, high",
  "3": "Band 3, targeted",
  "4": "Band 4, universal",
  before: "Before the first term",
  primary: "Primary",
  secondary: "Secondary",
  special: "Special",
  found: "To be decided",
  allowed: "Allowed",
  upheld: "Refused",
  submitted: "Sent",
  open: "Open",
  offered: "Offered",
  "on-hold": "On hold",
  agreed: "Agreed",
  closed: "Closed",
  median: "Median",
  ninetieth: "90th percentile",
  asked: "Asked",
  matched: "Matched",
  waiting: "Waiting",
  "passed-over": "Passed over",
  "no-leader": "No leader has it there",
  "no-days": "No days left",
  "offers-lost": "Offers were lost",
  "no-offer": "No offer yet",
  published: "Free",
  held: "Held",
  committed: "Committed",
  booked: "Booked",
  delivered: "Delivered",
  leaders: "Leaders",
  most: "Most",
  gini: "Gini’s index",
  met: "Met",
  "partly-met": "Partly met",
  unmet: "Not met",
  "not-read": "Not read yet",
  kept: "Still there",
  partly: "Partly there",
  lost: "Lost",
  overdue: "Asked, no answer",
  "to-come": "Not due yet",
  spent: "Spent",
  "per-day": "For a day",
  "per-objective-met": "For an objective met",
  "in-date": "In date",
  "out-of-date": "Out of date",
  "not-confirmed": "Never confirmed",
};

export type Named = {
  readonly zones: readonly { readonly id: string; readonly name: string }[];
  readonly areas: readonly { readonly code: string; readonly label: string }[];
  readonly terms: readonly { readonly id: string; readonly name: string }[];
};

/** A line or column in words: a zone, an expertise area and a term by their names, everything else by the board's own words. */
export const partWord = (part: string, { zones, areas, terms }: Named): string =>
  zones.find(({ id }) => id === part)?.name ??
  areas.find(({ code }) => code === part)?.label ??
  terms.find(({ id }) => id === part)?.name ??
  partWords[part] ??
  part;

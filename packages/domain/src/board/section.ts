import type { FigureId } from "./figures.ts";

export type BoardSection = {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly FigureId[];
};

/** The questions of a board in the order in which it reads them, on its page, in a pack and on paper; each figure stands under one (Product rules, §4: board). */
export const boardSections: readonly BoardSection[] = [
  {
    id: "reaching",
    title: "Is the right support reaching the right schools?",
    figures: [
      "needs-by-stage",
      "needs-by-group",
      "needs-over-time",
      "time-to-match",
      "neediest-first",
    ],
  },
  {
    id: "unmet",
    title: "Unmet needs and their causes",
    figures: ["needs-by-zone", "unmet-needs"],
  },
  { id: "gaps", title: "Cold spots: demand against supply", figures: ["demand", "supply"] },
  {
    id: "days",
    title: "Days and how they are spread",
    figures: ["days-by-stage", "days-over-time", "load-spread"],
  },
  {
    id: "working",
    title: "Is it working?",
    figures: ["objectives", "objectives-over-time", "follow-ups"],
  },
  { id: "cost", title: "What it costs", figures: ["cost"] },
  { id: "conflicts", title: "Conflicts of interest", figures: ["conflicts"] },
  { id: "fresh", title: "How fresh it is", figures: ["freshness"] },
];

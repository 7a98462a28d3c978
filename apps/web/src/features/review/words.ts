import { toTermWords } from "@alongside/domain/calendar";
import { counted, type TagColour } from "../../ui/index.ts";
import { toDateWords } from "../../lib/words.ts";
import { toGradeWords } from "../school/words.ts";
import type { Review, ReviewLine } from "./data.ts";

export { toTermWords };

export const stateWords: Readonly<Record<Review["state"], string>> = {
  open: "Open",
  agreed: "Agreed",
};

export const stateColours: Readonly<Record<Review["state"], TagColour>> = {
  open: "amber",
  agreed: "green",
};

const judgementColours: Readonly<Record<string, TagColour>> = {
  "causing-concern": "red",
  "attention-needed": "amber",
  secure: "grey",
  strong: "green",
};

export const judgementColour = (judgement: string): TagColour =>
  judgementColours[judgement] ?? "grey";

/** `12 of 31 reviewed`. */
export const toProgressWords = ({ judged, schools }: Review["progress"]): string =>
  `${judged} of ${schools} reviewed`;

const frameworkWords: Readonly<Record<ReviewLine["inspections"][number]["framework"], string>> = {
  "report-card": "Report card",
  judgements: "Graded judgements",
  overall: "Overall grade",
};

const shortFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "Europe/London",
});

/** `Report card, 1 Dec 2025: Expected standard × 4, Needs attention`: each framework in its own words, none turned into another. */
export const toInspectionWords = ({
  framework,
  inspectedOn,
  grades,
}: ReviewLine["inspections"][number]): string => {
  const given = Object.values(grades).flatMap((grade) => (grade === null ? [] : [grade]));
  const kinds = [...Map.groupBy(given, (grade) => grade)].map(([grade, all]) =>
    all.length === 1 ? toGradeWords(grade) : `${toGradeWords(grade)} × ${all.length}`,
  );
  return `${frameworkWords[framework]}, ${shortFormat.format(new Date(inspectedOn))}: ${kinds.join(", ")}`;
};

const figureFormat = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const toFigure = (value: number, unit: string): string =>
  `${figureFormat.format(value)}${unit === "%" ? "%" : ""}`;

type Outcome = {
  readonly label: string;
  readonly unit: string;
  readonly year: number;
  readonly value: number | null;
  readonly area: number | null;
  readonly england: number | null;
};

/** `55% in 2025; area 60%, England 62%`. */
export const toFigureWords = ({
  unit,
  year,
  value,
  area,
  england,
}: Omit<Outcome, "label">): string => {
  const beside = [
    ...(area === null ? [] : [`area ${toFigure(area, unit)}`]),
    ...(england === null ? [] : [`England ${toFigure(england, unit)}`]),
  ].join(", ");
  const own = value === null ? "no figure" : toFigure(value, unit);
  return `${own} in ${year}${beside === "" ? "" : `; ${beside}`}`;
};

/** `KS2 reading, writing and maths: 55% in 2025; area 60%, England 62%`. */
export const toOutcomeWords = ({ label, ...figure }: Outcome): string =>
  `${label}: ${toFigureWords(figure)}`;

const changeWords: Readonly<Record<ReviewLine["changes"][number]["what"], string>> = {
  "new-head": "New head",
  opened: "Opened",
  closing: "Proposed to close",
  trust: "Another trust",
  type: "Another type of school",
  name: "Another name",
};

/** `New head, 1 September 2026`. */
export const toChangeWords = ({ what, on }: ReviewLine["changes"][number]): string =>
  on === null ? changeWords[what] : `${changeWords[what]}, ${toDateWords(on)}`;

/** `1 agreement under way, 2 needs wait`. */
export const toSupportWords = ({ working, waiting }: ReviewLine["support"]): string =>
  [
    ...(working === 0 ? [] : [`${counted(working, "agreement")} under way`]),
    ...(waiting === 0 ? [] : [`${counted(waiting, "need")} ${waiting === 1 ? "waits" : "wait"}`]),
  ].join(", ");

const bandWords = ["Urgent", "High", "Targeted", "Universal"] as const;

export const toBandWords = (band: number): string => `${band} ${bandWords[band - 1] ?? ""}`;

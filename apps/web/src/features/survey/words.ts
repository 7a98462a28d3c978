import { counted, type TagColour } from "../../ui/index.ts";
import { toDateWords } from "../../lib/words.ts";
import type { ShownSurvey, Survey } from "./data.ts";

type Stage = Survey["stage"];

export const stageWords: Readonly<Record<Stage, string>> = {
  draft: "Draft",
  announced: "Announced",
  running: "Open",
  over: "Closed",
};

export const stageColours: Readonly<Record<Stage, TagColour>> = {
  draft: "grey",
  announced: "amber",
  running: "green",
  over: "grey",
};

/** `2 November 2026 to 27 November 2026`; nothing for a draft. */
export const toSpanWords = ({ opensOn, closesOn }: Pick<Survey, "opensOn" | "closesOn">): string =>
  opensOn === null || closesOn === null
    ? "No dates yet"
    : `${toDateWords(opensOn)} to ${toDateWords(closesOn)}`;

/** The five steps of the scale, for buttons. */
export const ratingWords = [
  { value: "5", label: "Strongly agree" },
  { value: "4", label: "Agree" },
  { value: "3", label: "Neither" },
  { value: "2", label: "Disagree" },
  { value: "1", label: "Strongly disagree" },
] as const;

const phaseWords: Readonly<Record<string, string>> = {
  primary: "Primary",
  secondary: "Secondary",
  special: "Special, PRU and AP",
  all: "All phases",
};

/** What a group of heads is called. */
export const toGroupWords = ({ by, name, label }: ShownSurvey["groups"][number]): string => {
  if (by === "all") return "All heads";
  return by === "zone" ? (label ?? "In no zone") : (phaseWords[name] ?? name);
};

export const toHeadWords = (heads: number | null): string =>
  heads === null ? "a few heads" : counted(heads, "head");

export const toShareWords = (agreeing: number | null): string =>
  agreeing === null ? "hidden" : `${agreeing}%`;

const cellFor = ({ cells }: ShownSurvey, statement: string) =>
  cells.find((cell) => cell.statement === statement && cell.group.by === "all");

/** The commitment that most heads see kept, and the one that fewest do. */
export const findingOf = (shown: ShownSurvey): string => {
  const known = shown.statements
    .flatMap(({ key, text }) => {
      const agreeing = cellFor(shown, key)?.agreeing ?? null;
      return agreeing === null ? [] : [{ text, agreeing }];
    })
    .toSorted((one, other) => other.agreeing - one.agreeing);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return "Too few heads answered to say more";
  return first === last
    ? `${first.agreeing}% agree: ${first.text}`
    : `Most agree with ‘${first.text}’ (${first.agreeing}%), fewest with ‘${last.text}’ (${last.agreeing}%)`;
};

/** `+6`, `−3`, `0`; nothing where one of the two is hidden or was not asked. */
export const toChangeWords = (now: number | null, before: number | null | undefined): string => {
  if (now === null || before === null || before === undefined) return "–";
  const change = now - before;
  if (change === 0) return "0";
  return change > 0 ? `+${change}` : `−${-change}`;
};

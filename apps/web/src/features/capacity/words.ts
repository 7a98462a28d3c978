import { toTermWords } from "@alongside/domain/calendar";
import type { Season } from "@alongside/domain/calendar";
import { toDateWords } from "../../lib/words.ts";
import type { TagColour } from "../../ui/index.ts";
import type { CodeChoice, Movement, Supply, SupplyLine, TermOfDays } from "./data.ts";

/** `6 days`, `2½ days`, `1 day`, `half a day`, from half-days. */
export const toDays = (halfDays: number): string => {
  if (halfDays === 1) return "half a day";
  return halfDays === 2 ? "1 day" : `${toDayNumber(halfDays)} days`;
};

/** `6`, `2½`, `½`, `0`, from half-days. */
export const toDayNumber = (halfDays: number): string => {
  const whole = Math.floor(halfDays / 2);
  const half = halfDays % 2 === 1 ? "½" : "";
  return whole === 0 && half !== "" ? half : `${whole}${half}`;
};

/** Days as they were typed (`3`, `2.5`, `2½`) in half-days; undefined when they are none. */
export const halfDaysOf = (text: string): number | undefined => {
  const tidy = text.trim().replace("½", ".5").replace(/^\./, "0.").replace(",", ".");
  const halves = Number(tidy) * 2;
  return tidy !== "" && Number.isInteger(halves) && halves >= 0 && halves <= 200
    ? halves
    : undefined;
};

export const toTerm = (term: { readonly academicYear: string; readonly season: Season }): string =>
  toTermWords(term);

export type SupplyState = SupplyLine["state"];

export const stateWords: Readonly<Record<SupplyState, string>> = {
  ready: "Ready",
  maybe: "Maybe",
  lapsed: "To reconfirm",
  silent: "No answer yet",
  "not-now": "Not now",
};

export const stateColours: Readonly<Record<SupplyState, TagColour>> = {
  ready: "green",
  maybe: "teal",
  lapsed: "amber",
  silent: "plum",
  "not-now": "grey",
};

/** In the order in which a coordinator asks for them. */
export const supplyStates = [
  "ready",
  "lapsed",
  "maybe",
  "silent",
  "not-now",
] as const satisfies readonly SupplyState[];

/** How a term's line stands on a day. */
export const stateOfTerm = (term: TermOfDays, today: string): SupplyState => {
  if (term.state === "withdrawn") return "not-now";
  if (term.state === "indicative") return "maybe";
  const isGood = term.state === "firm" && term.goodUntil !== null && today <= term.goodUntil;
  return isGood ? "ready" : "lapsed";
};

/** The label of a code; the code itself where no list has it any more. */
export const labelOf = (entries: readonly CodeChoice[] | undefined, code: string): string =>
  entries?.find((entry) => entry.code === code)?.label ?? code;

/** `LLE`, of `LLE local leader of education`: what people say. */
export const shortKind = (entries: readonly CodeChoice[] | undefined, code: string): string => {
  const label = labelOf(entries, code);
  const [first = label] = label.split(" ");
  return first === first.toUpperCase() ? first : label;
};

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"] as const;

export const weekdayChoices = weekdays.map((label, index) => ({
  value: String(index + 1),
  label,
}));

/** `Monday, Tuesday and Thursday`; `Any day` for all five. */
export const toWeekdays = (days: readonly number[]): string =>
  days.length === 5
    ? "Any day"
    : days
        .map((day) => weekdays[day - 1] ?? "")
        .join(", ")
        .replace(/, (\w+)$/, " and $1");

export const levelWords: Readonly<Record<1 | 2 | 3, string>> = {
  1: "Has done it",
  2: "Does it well",
  3: "Leads others in it",
};

const movementWords: Readonly<Record<Movement["movement"], string>> = {
  publish: "Published",
  withdraw: "Taken back",
  hold: "Held for an offer",
  "renew-hold": "Hold goes on",
  "release-hold": "Hold ended",
  commit: "Set aside for an agreement",
  book: "Booked for a visit",
  unbook: "Visit cancelled",
  deliver: "Visit done",
  amend: "Agreement changed",
  release: "Given up",
};

/** What a movement was; where part of an amount went back, that part is named. */
export const toMovementWords = ({ movement, from, to }: Movement): string => {
  if (movement === "commit" && to === "published") return "Not needed by the agreement";
  return movement === "deliver" && from === "booked" && to === "committed"
    ? "Not needed by the visit"
    : movementWords[movement];
};

/** `zone coordinator for the leader`: whom the doer stood in for, where it was somebody. */
export const toOnBehalf = (onBehalfOf: string | null): string => {
  if (onBehalfOf === null) return "";
  return onBehalfOf.startsWith("school") ? ", for the school" : ", for the leader";
};

/** What the list shows, in one line: `14 leaders, 9 ready with 61½ days free`. */
export const freeOf = (supply: Supply): number =>
  supply.leaders
    .filter(({ state }) => state === "ready")
    .reduce((sum, { days }) => sum + days.free, 0);

export const toGoodUntil = (goodUntil: string | null): string =>
  goodUntil === null ? "" : toDateWords(goodUntil);

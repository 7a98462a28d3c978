import { toTermWords } from "@alongside/domain/calendar";
import type { PhaseGroup } from "@alongside/domain/partnership";
import type { Refusal } from "@alongside/domain/refusal";
import { refusalOf } from "../../lib/refusal-of.ts";
import { withProof } from "../../lib/step-up.ts";
import { sentenceOf } from "../../lib/trouble.ts";
import { sentenceFor } from "../../lib/refusal-words.ts";
import { toDateWords } from "../../lib/words.ts";
import type { FieldErrors, SubmitOutcome } from "../../ui/index.ts";

export const phaseGroupWords: Readonly<Record<PhaseGroup, string>> = {
  all: "All schools",
  primary: "Nursery and primary schools",
  secondary: "Secondary schools and colleges",
  special: "Special schools, PRUs and alternative provision",
};

/** A few words for tables. */
export const phaseGroupShort: Readonly<Record<PhaseGroup, string>> = {
  all: "All phases",
  primary: "Primary",
  secondary: "Secondary",
  special: "Special and AP",
};

const shortDate = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "Europe/London",
});

/** `2 Sept 2026`, for tables. */
export const toShortDate = (iso: string): string => shortDate.format(new Date(iso));

/** `since 2 June 2026`, `2 June 2025 to 1 March 2026`. */
export const toStayWords = (stay: { readonly fromOn: string; readonly toOn: string | null }) =>
  stay.toOn === null
    ? `since ${toDateWords(stay.fromOn)}`
    : `${toDateWords(stay.fromOn)} to ${toDateWords(stay.toOn)}`;

type TermFault = Extract<Refusal, { readonly kind: "term-dates-wrong" }>["faults"][number];

const faultWords = ({ field, fault }: TermFault): string => {
  switch (fault.kind) {
    case "outside-year":
      return "The date is outside this academic year";
    case "out-of-order":
      return "The last day must be after the first";
    case "half-outside-term":
      return "The second half must start after the first day and no later than the last";
    case "overlaps":
      return field === "startsOn"
        ? `The first day must be after the end of the ${lowered(toTermWords(fault.term))}`
        : `The last day must be before the start of the ${lowered(toTermWords(fault.term))}`;
  }
};

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

const termFields = (faults: readonly TermFault[]): FieldErrors =>
  Object.fromEntries(faults.map((each) => [`${each.season}-${each.field}`, faultWords(each)]));

/** The field that a refusal is about, with its sentence; undefined when it is about the whole form. */
const fieldsOf = (refusal: Refusal, fields: Fields): FieldErrors | undefined => {
  switch (refusal.kind) {
    case "invalid-input":
      return refusal.fields;
    case "already-exists":
      return { [refusal.field]: fields.taken ?? sentenceFor(refusal) };
    case "term-dates-wrong":
      return termFields(refusal.faults);
    case "placed-before-last":
      return { fromOn: sentenceFor(refusal) };
    case "authority-taken":
    case "authority-in-use":
      return { laCodes: sentenceFor(refusal) };
    case "boundary-wrong":
      return { boundary: sentenceFor(refusal) };
    default:
      return undefined;
  }
};

type Fields = {
  /** What to say when the name, label or address is taken. */
  readonly taken?: string;
};

/** Sends a form, and asks for the second step where the server wants it again: what a refusal says of a field goes to the field, every other becomes a sentence. */
export const sending = async (
  work: () => Promise<unknown>,
  fields: Fields = {},
): Promise<SubmitOutcome> => {
  try {
    await withProof(work);
    return { done: true };
  } catch (error) {
    const refusal = refusalOf(error);
    const found = refusal === undefined ? undefined : fieldsOf(refusal, fields);
    return found === undefined
      ? { done: false, message: sentenceOf(error) }
      : { done: false, fields: found };
  }
};

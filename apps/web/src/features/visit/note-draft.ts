/** What is typed about one visit, by field. Fields of objectives and actions carry their place in the name. */
export type NoteAnswers = Readonly<Record<string, string>>;

export type NoteDraft = {
  /** Goes with the record when it is sent, so that sending it twice writes it once. */
  readonly key: string;
  /** The version of the visit that the record is about. */
  readonly version: number;
  readonly answers: NoteAnswers;
  /** Whether it was meant to go, and found no signal. */
  readonly isWaiting: boolean;
};

type Whose = { readonly person: string; readonly visit: string };

const placeOf = ({ person, visit }: Whose): string => `alongside-record ${person} ${visit}`;

const isText = (value: unknown): value is string => typeof value === "string";

const isDraft = (value: unknown): value is NoteDraft =>
  typeof value === "object" &&
  value !== null &&
  "key" in value &&
  isText(value.key) &&
  "version" in value &&
  typeof value.version === "number" &&
  "answers" in value &&
  typeof value.answers === "object" &&
  value.answers !== null &&
  Object.values(value.answers).every(isText) &&
  "isWaiting" in value &&
  typeof value.isWaiting === "boolean";

/** What this device keeps about a visit, if anything, for this person. */
export const readDraft = (whose: Whose): NoteDraft | undefined => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(whose)) ?? "null");
    return isDraft(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
};

/** Keeps a draft on this device; answers whether it could. */
export const keepDraft = (whose: Whose, draft: NoteDraft): boolean => {
  try {
    localStorage.setItem(placeOf(whose), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
};

/** Takes a draft off this device: it was sent, or given up. */
export const dropDraft = (whose: Whose): void => {
  try {
    localStorage.removeItem(placeOf(whose));
  } catch {
    // A device that keeps nothing has nothing to take off.
  }
};

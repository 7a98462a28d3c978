import type { Framework } from "../code-list/index.ts";
import type { PersonId } from "../identity/index.ts";
import type { IsoDate, Urn } from "../school/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";

/** A leader whom the head would like or would rather not have. The reason is for the coordinator alone. */
export type Wish = { readonly leader: PersonId; readonly privateReason: string };

/** What a head asks for. All codes come from the partnership's lists; half-days are whole. */
export type Ask = {
  readonly school: Urn;
  readonly framework: Framework;
  readonly focus: readonly string[];
  readonly why: string;
  readonly wantedOutcome: string;
  readonly wantedBy: IsoDate;
  readonly primaryArea: string;
  readonly otherAreas: readonly string[];
  readonly halfDays: number;
  readonly modes: readonly string[];
  readonly earliest: IsoDate;
  readonly fundingSource: string;
  readonly urgent: boolean;
  readonly sameTrustWelcome: boolean;
  readonly preferred: readonly Wish[];
  readonly avoided: readonly Wish[];
  /** Read by the coordinator only, and every reading is recorded. */
  readonly sensitiveNote: string;
};

/** A private draft: nothing in it has to be there yet. */
export type DraftAsk = Pick<Ask, "school"> & Partial<Ask>;

export type AskField = keyof Ask;

export type AskRefusal =
  | { readonly kind: "ask-incomplete"; readonly missing: readonly AskField[] }
  | { readonly kind: "too-many-areas"; readonly given: number; readonly most: number }
  | { readonly kind: "area-repeated"; readonly area: string }
  | { readonly kind: "not-half-days"; readonly given: number }
  | {
      readonly kind: "wanted-before-start";
      readonly earliest: IsoDate;
      readonly wantedBy: IsoDate;
    };

export const mostOtherAreas = 3;

const optional = {
  urgent: false,
  sameTrustWelcome: false,
  otherAreas: [],
  preferred: [],
  avoided: [],
  sensitiveNote: "",
} as const satisfies Partial<Ask>;

const required = [
  "framework",
  "focus",
  "why",
  "wantedOutcome",
  "wantedBy",
  "primaryArea",
  "halfDays",
  "modes",
  "earliest",
  "fundingSource",
] as const satisfies readonly AskField[];

type RequiredField = (typeof required)[number] | keyof typeof optional;
type FullAsk = Pick<Ask, "school" | RequiredField>;

const isMissing = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);

const isFull = (ask: DraftAsk): ask is FullAsk => required.every((field) => !isMissing(ask[field]));

const repeatedArea = ({ primaryArea, otherAreas }: Ask): string | undefined =>
  [primaryArea, ...otherAreas].find((area, index, areas) => areas.indexOf(area) !== index);

/** A need has one primary area and up to three others, all different (Product rules, §3: expertise). */
const checkAsk = (ask: Ask): Result<Ask, AskRefusal> => {
  const area = repeatedArea(ask);
  if (ask.otherAreas.length > mostOtherAreas)
    return refused({ kind: "too-many-areas", given: ask.otherAreas.length, most: mostOtherAreas });
  if (area !== undefined) return refused({ kind: "area-repeated", area });
  if (!Number.isInteger(ask.halfDays) || ask.halfDays < 1)
    return refused({ kind: "not-half-days", given: ask.halfDays });
  if (ask.wantedBy < ask.earliest)
    return refused({
      kind: "wanted-before-start",
      earliest: ask.earliest,
      wantedBy: ask.wantedBy,
    });
  return accepted(ask);
};

/** A draft may be submitted when every question is answered; the rest has a plain default (Product rules, §1: head). */
export const completeAsk = (draft: DraftAsk): Result<Ask, AskRefusal> => {
  const ask = { ...optional, ...draft };
  return isFull(ask)
    ? checkAsk(ask)
    : refused({
        kind: "ask-incomplete",
        missing: required.filter((field) => isMissing(draft[field])),
      });
};

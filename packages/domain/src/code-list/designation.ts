import type { IsoDate } from "../school/index.ts";
import { addYears } from "../calendar/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import type { CodeList } from "./code-list.ts";

/** Kinds of designation. A local title is whatever a partnership calls its own. */
export const designationTypes: CodeList = {
  id: "designation",
  label: "Designations",
  help:
    "LLE designation passed to teaching schools in December 2016. Teaching schools ended on 31 August 2021 " +
    "and 87 hubs began in September 2021, so most designations are local now.",
  entries: [
    { code: "lle", label: "LLE local leader of education" },
    {
      code: "nle",
      label: "NLE national leader of education",
      help: "With an NSS, national support school",
    },
    { code: "sle", label: "SLE specialist leader", help: "Four-year term, then review" },
    { code: "nlg", label: "NLG national leader of governance" },
    { code: "teaching-school", label: "Teaching school", help: "Ended on 31 August 2021" },
    { code: "teaching-school-hub", label: "Teaching school hub" },
    { code: "la-governor", label: "LA governor" },
    {
      code: "local-title",
      label: "Local title",
      help: "Each partnership names its own, as Kent its KLE",
    },
  ],
};

export const designationStatuses = [
  "applied",
  "designated",
  "under-review",
  "retained",
  "withdrawn",
  "resigned",
  "removed",
] as const;
export type DesignationStatus = (typeof designationStatuses)[number];

/** A designation of one leader. `from` and `to` are both inside; `to` null means no end is set. */
export type Designation = {
  readonly type: string;
  readonly awardingBody: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly reviewDue: IsoDate | null;
  readonly evidence: string;
  readonly status: DesignationStatus;
};

export const designationCommands = [
  "designate",
  "review",
  "retain",
  "withdraw",
  "resign",
  "remove",
] as const;
export type DesignationCommand = (typeof designationCommands)[number];

const none = {
  designate: [],
  review: [],
  retain: [],
  withdraw: [],
  resign: [],
  remove: [],
} as const;

/** Applied, designated, under review, then its outcome; what was retained comes under review again in time. */
export const designationTransitions: Readonly<
  Record<DesignationStatus, Readonly<Record<DesignationCommand, readonly DesignationStatus[]>>>
> = {
  applied: { ...none, designate: ["designated"] },
  designated: { ...none, review: ["under-review"] },
  "under-review": {
    ...none,
    retain: ["retained"],
    withdraw: ["withdrawn"],
    resign: ["resigned"],
    remove: ["removed"],
  },
  retained: { ...none, review: ["under-review"] },
  withdrawn: none,
  resigned: none,
  removed: none,
};

export type DesignationRefusal = {
  readonly kind: "wrong-state";
  readonly machine: "designation";
  readonly state: DesignationStatus;
  readonly command: DesignationCommand;
};

/** The status that follows, or a refusal of a step that the list does not have (Product rules, code lists: designation). */
export const moveDesignation = (
  state: DesignationStatus,
  command: DesignationCommand,
): Result<DesignationStatus, DesignationRefusal> => {
  const [next] = designationTransitions[state][command];
  return next === undefined
    ? refused({ kind: "wrong-state", machine: "designation", state, command })
    : accepted(next);
};

/**
 * Only a designation that is designated and in date matches (Product rules, code lists: designation). One that a
 * review retained is designated still; one under review is not, until the review says so.
 */
export const isInForce = (
  { status, from, to }: Pick<Designation, "status" | "from" | "to">,
  on: IsoDate,
): boolean =>
  (status === "designated" || status === "retained") && from <= on && (to === null || on <= to);

/** A specialist leader's term is four years; then comes the review (Product rules, code lists: designation). */
export const specialistReviewDue = (designatedFrom: IsoDate): IsoDate =>
  addYears(designatedFrom, 4);

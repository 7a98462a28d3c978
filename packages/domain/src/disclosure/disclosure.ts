import type { Need } from "../need/index.ts";

export const audiences = [
  "own-school",
  "coordinator",
  "named-leader",
  "shortlisted-leader",
  "other",
] as const;
/**
 * Who looks at a need. A named leader is one whose offer is accepted in principle, with the head of the home school;
 * a shortlisted leader is on a list or has an offer to answer; everyone else, the board included, is `other`.
 */
export type Audience = (typeof audiences)[number];

export const disclosureStages = ["private", "coordinator", "shortlist", "named"] as const;
/** How far a need has been shown (Product rules, §3: graded disclosure). */
export type DisclosureStage = (typeof disclosureStages)[number];

export const disclosedFields = [
  "reference",
  "phase",
  "zone",
  "focus",
  "areas",
  "half-days",
  "modes",
  "dates",
  "band",
  "school-name",
  "why",
  "wanted-outcome",
  "funding",
  "wishes",
  "private-reasons",
  "sensitive-note",
  "documents",
] as const;
/** What there is to see of a need, in codes that screens put into words. */
export type DisclosedField = (typeof disclosedFields)[number];

/** Facts that disclosure hangs on beside the need itself. */
export type ShownTo = {
  /** Leaders were shown the need on a shortlist or in an offer that is out. */
  readonly isShortlisted: boolean;
  /** A leader's offer has been accepted in principle. */
  readonly isAcceptedInPrinciple: boolean;
};

const anonymised = ["phase", "zone", "focus"] as const satisfies readonly DisclosedField[];

const named = [
  "reference",
  ...anonymised,
  "areas",
  "half-days",
  "modes",
  "dates",
  "band",
  "school-name",
  "why",
  "wanted-outcome",
  "funding",
  "documents",
] as const satisfies readonly DisclosedField[];

/** A draft is private; what is submitted is the coordinator's; a shortlist shows it without a name; acceptance names it (Product rules, §3: graded disclosure). */
export const disclosureStageOf = (need: Need, shown: ShownTo): DisclosureStage => {
  if (need.state === "draft") return "private";
  if (shown.isAcceptedInPrinciple) return "named";
  return shown.isShortlisted ? "shortlist" : "coordinator";
};

/** Everything about the need belongs to the school that wrote it and to the coordinator whom it asked. */
const everything: readonly DisclosedField[] = disclosedFields;

const seen: Readonly<
  Record<DisclosureStage, Readonly<Record<Audience, readonly DisclosedField[]>>>
> = {
  private: {
    "own-school": everything,
    coordinator: [],
    "named-leader": [],
    "shortlisted-leader": [],
    other: [],
  },
  coordinator: {
    "own-school": everything,
    coordinator: everything,
    "named-leader": [],
    "shortlisted-leader": [],
    other: [],
  },
  shortlist: {
    "own-school": everything,
    coordinator: everything,
    "named-leader": [],
    "shortlisted-leader": anonymised,
    other: [],
  },
  named: {
    "own-school": everything,
    coordinator: everything,
    "named-leader": named,
    "shortlisted-leader": anonymised,
    other: [],
  },
};

/** What an audience sees of a need at a stage: nothing, phase, zone and focus, or the named need (Product rules, §3: graded disclosure). */
export const fieldsSeenBy = (
  audience: Audience,
  stage: DisclosureStage,
): readonly DisclosedField[] => seen[stage][audience];

export const disclosureLevels = ["nothing", "anonymised", "named", "everything"] as const;
export type DisclosureLevel = (typeof disclosureLevels)[number];

const levelOf = (fields: readonly DisclosedField[]): DisclosureLevel => {
  if (fields.length === 0) return "nothing";
  if (fields.includes("sensitive-note")) return "everything";
  return fields.includes("school-name") ? "named" : "anonymised";
};

/** Who can see what now, for the need's own page (Product rules, §3: graded disclosure). */
export const whoSeesWhat = (
  stage: DisclosureStage,
): readonly { readonly audience: Audience; readonly level: DisclosureLevel }[] =>
  audiences.map((audience) => ({ audience, level: levelOf(fieldsSeenBy(audience, stage)) }));

/** Reading a sensitive note, or the private reasons of a wish, is itself recorded, except by the school that wrote it (Product rules, §3: graded disclosure). */
export const isReadingRecorded = (field: DisclosedField, audience: Audience): boolean =>
  audience !== "own-school" && (field === "sensitive-note" || field === "private-reasons");

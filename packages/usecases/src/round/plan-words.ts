import { fitWeightLabels } from "@alongside/domain/partnership";
import type { Explanation, FitPart, Rule } from "@alongside/matching";
import { counted, listed, phaseWords, toDayWords, toKmWords } from "../words/index.ts";
import type { Block, Blocked } from "./blocked.ts";

/** Names for the ids of a round, as they are now. */
export type Names = {
  readonly leader: (id: string) => string;
  /** The school of a need. */
  readonly school: (need: string) => string;
  readonly expertise: (code: string) => string;
  readonly zone: (id: string) => string;
};

type Unserved = Explanation["unserved"][number];
type Change = Unserved["changes"][number];
type Recruit = Explanation["recruit"][number];
type RunnerUp = Explanation["served"][number]["runnersUp"][number];

/** What a part of the fit score rewards, in the words in which people set its weight. */
export const partLabels: Readonly<Record<FitPart, string>> = {
  level: fitWeightLabels.level,
  secondary: fitWeightLabels.secondary,
  impact: fitWeightLabels.impact,
  place: "In the same zone or local authority",
  distance: fitWeightLabels.distance,
  preferred: fitWeightLabels.prefer,
  continuity: fitWeightLabels.continuity,
  "provider-preference": fitWeightLabels.providerPref,
  specialist: fitWeightLabels.specialist,
};

export const roomLabel = fitWeightLabels.load;

/** A hard rule as a person would say it, passed and failed. */
export const ruleLabels: Readonly<Record<Rule, readonly [passed: string, failed: string]>> = {
  "fit-to-support": ["Designation is in force", "No designation is in force"],
  "different-school": ["Leads another school", "Leads this very school"],
  phase: ["Serves this phase", "Does not serve this phase"],
  expertise: ["Covers the main area", "Does not cover the main area"],
  distance: ["Inside the travel limit", "Beyond the travel limit"],
  "same-area-only": ["Comes to this authority", "Stays in another authority"],
  "different-trust": ["Not of the same trust", "Of the same trust"],
  "not-excluded": ["The head has nothing against it", "The head would rather not"],
  "not-declined": ["Has not declined this need", "Declined this need"],
  "not-forbidden": ["Nothing rules the pair out", "The pair is ruled out"],
  "pinned-elsewhere": ["The need is free to be matched", "The need is pinned to another leader"],
  days: ["Gives enough days", "Gives too few days"],
  "window-days": ["Enough days in that half of the term", "Too few days in that half of the term"],
  schools: ["Has room for a school", "Has no room for another school"],
};

const outWords: Readonly<Record<Rule, readonly [one: string, many: string]>> = {
  "fit-to-support": ["has no designation in force", "have no designation in force"],
  "different-school": ["leads that very school", "lead that very school"],
  phase: ["does not serve its phase", "do not serve its phase"],
  expertise: ["does not cover the main area", "do not cover the main area"],
  distance: ["is too far away", "are too far away"],
  "same-area-only": ["stays in another authority", "stay in another authority"],
  "different-trust": ["is of its own trust", "are of its own trust"],
  "not-excluded": ["is not wished for by the head", "are not wished for by the head"],
  "not-declined": ["declined this need", "declined this need"],
  "not-forbidden": ["is kept apart", "are kept apart"],
  "pinned-elsewhere": [
    "is passed over: the need is pinned to somebody",
    "are passed over: the need is pinned to somebody",
  ],
  days: ["gives too few days", "give too few days"],
  "window-days": [
    "has too few days in that half of the term",
    "have too few days in that half of the term",
  ],
  schools: ["has no room for another school", "have no room for another school"],
};

/** What would have to be otherwise, for a rule that is the only thing in the way. */
const otherwise: Readonly<Record<Rule, string>> = {
  "fit-to-support": "has a designation in force",
  "different-school": "leads another school",
  phase: "serves schools of this phase",
  expertise: "covers this area of expertise",
  distance: "travels farther",
  "same-area-only": "comes to this authority",
  "different-trust": "is welcome, though of the same trust",
  "not-excluded": "is welcome to the head after all",
  "not-declined": "thinks again",
  "not-forbidden": "is no longer ruled out",
  "pinned-elsewhere": "may go, and the pin is taken back",
  days: "gives more days",
  "window-days": "gives more days in that half of the term",
  schools: "takes one more school",
};

/** Why pairs are kept apart that the engine itself would let pass: it counts them as one. */
const keptWords: Partial<Readonly<Record<Block, readonly [one: string, many: string]>>> = {
  conflict: ["has a conflict of interest", "have a conflict of interest"],
  forbidden: ["was ruled out by hand", "were ruled out by hand"],
  "home-release": [
    "is not let go, or not for long enough, by the home school",
    "are not let go, or not for long enough, by their home schools",
  ],
  "pinned-elsewhere": [
    "is passed over: the need is pinned to somebody whose days are not here",
    "are passed over: the need is pinned to somebody whose days are not here",
  ],
  designation: outWords["fit-to-support"],
  "own-trust": outWords["different-trust"],
  distance: outWords.distance,
};

const keptApart = (kept: readonly Pick<Blocked, "kind">[]): readonly string[] =>
  Object.entries(keptWords).flatMap(([kind, [one, many]]) => {
    const count = kept.filter((each) => each.kind === kind).length;
    return count === 0 ? [] : [`${counted(count, "leader")} ${count === 1 ? one : many}`];
  });

/** Why a need goes without: what rules how many leaders out, most telling first. `kept` are the pairs of it that were kept apart. */
export const causesOf = (
  { rules, full }: Unserved,
  kept: readonly Pick<Blocked, "kind">[],
): readonly string[] => [
  ...(full === 0
    ? []
    : [
        `${counted(full, "leader fits", "leaders fit")} but ${full === 1 ? "has" : "have"} no days or place left: a greater need or a better fit has them`,
      ]),
  ...rules
    .slice(0, 4)
    .flatMap(({ rule, out }) =>
      rule === "not-forbidden"
        ? keptApart(kept)
        : [`${counted(out, "leader")} ${outWords[rule][out === 1 ? 0 : 1]}`],
    ),
];

/** The least that would have to change, as an offer to think about. */
export const changeWords = (change: Change, names: Names): string => {
  const who = names.leader(change.provider);
  switch (change.kind) {
    case "days":
      return `${toDayWords(change.days)} more from ${who}`;
    case "school-place":
      return change.days === 0
        ? `${who} takes one more school`
        : `${who} takes one more school and gives ${toDayWords(change.days)} more`;
    case "distance":
      return `${who} travels ${toKmWords(change.km)} farther`;
    case "rule":
      return `${who} ${otherwise[change.rule]}`;
    case "swap":
      return `${who} goes here instead of to ${names.school(change.gives)} (band ${change.band})`;
  }
};

/** Whom to look for, and what it would unlock. */
export const recruitWords = (recruit: Recruit, names: Names): string => {
  const { expertise, zone, phase, unserved, daysAsked, eligible } = recruit;
  const none =
    eligible === 0
      ? "nobody covers that now"
      : `${counted(eligible, "leader")} could come and ${eligible === 1 ? "is" : "are"} full`;
  return `A leader for ${names.expertise(expertise)} in ${phaseWords(phase)} schools of ${names.zone(zone)}: ${counted(unserved, "school goes", "schools go")} without (${toDayWords(daysAsked)} asked), and ${none}`;
};

/** Why the next best leader was not taken. */
export const runnerUpWords = (runner: RunnerUp, names: Names): string => {
  const { less, why, busyWith, planLosesAtLeast } = runner;
  const fit =
    less === 0
      ? "fits equally well"
      : `fits ${counted(Math.abs(less), "point")} ${less > 0 ? "less" : "better"}`;
  const busy =
    why === "full" && busyWith.length > 0
      ? `, and is needed at ${listed(busyWith.map(names.school))}`
      : "";
  const loss =
    planLosesAtLeast > 0
      ? `; with this leader the whole plan would lose ${counted(planLosesAtLeast, "point")} or more`
      : "";
  return `${fit}${busy}${loss}`;
};

import type { EligibilityRule } from "@alongside/domain/offer";
import type { LikenessAspect } from "@alongside/domain/shortlist";
import { fewestWorks } from "@alongside/domain/track-record";
import { keptHomeWords } from "../concern/index.ts";
import { conflictWords } from "../conflict/words.ts";
import { counted, phaseWords, toDateWords, toDayWords, toKmWords } from "../words/index.ts";
import type { PairFacts } from "./facts.ts";
import { likenessIn, sharedModes } from "./own-part.ts";
import type { ShownPart } from "./pair.ts";

const levelOf = ({ line }: PairFacts, area: string | undefined): number =>
  line.supply.areas.find((each) => each.area === area)?.level ?? 0;

const currentWords = ({ line }: PairFacts): string => {
  if (line.state === "indicative") return "Said maybe: no days are promised";
  if (line.confirmedOn === null || line.goodUntil === null) return "No days are promised";
  return `Days confirmed on ${toDateWords(line.confirmedOn)}, good until ${toDateWords(line.goodUntil)}`;
};

const distanceWords = ({ km, line }: PairFacts): string =>
  km === null
    ? "The distance is not known: a place is missing from the register"
    : `${toKmWords(km)} away, and travels ${toKmWords(line.supply.mostKm)} at most`;

const releaseWords = ({ line, isKeptHome }: PairFacts, passed: boolean): string => {
  if (isKeptHome) return keptHomeWords;
  const { release } = line.supply;
  if (release === null) return "The home school will be asked with the offer";
  const days = toDayWords(release.halfDays);
  return passed
    ? `The home school lets ${days} go until ${toDateWords(release.until)}`
    : `The home school’s release ended on ${toDateWords(release.until)}`;
};

const ruleWords: Readonly<Record<EligibilityRule, (facts: PairFacts, passed: boolean) => string>> =
  {
    designation: ({ labelOf, leader }, passed) =>
      passed
        ? `Designated as ${labelOf("designation", leader.kind)}, in force`
        : "No designation is in force",
    current: currentWords,
    days: ({ leader, ask }) =>
      `${leader.free === 0 ? "No days" : toDayWords(leader.free)} left this term; the need asks for ${toDayWords(ask.halfDays)}`,
    schools: ({ work, line }) =>
      `Works with ${counted(work, "school")} now, of ${line.supply.mostSchools} at once`,
    phase: ({ school }, passed) =>
      `${passed ? "Serves" : "Does not serve"} ${phaseWords(school.phase)} schools`,
    expertise: ({ ask, labelOf }, passed) =>
      `${passed ? "Covers" : "Does not cover"} ${labelOf("expertise", ask.primaryArea)}`,
    distance: distanceWords,
    "different-school": (_, passed) =>
      passed ? "Leads at another school" : "Leads at this very school",
    "different-trust": ({ ask }, passed) => {
      if (!passed) return "Both schools are of one trust, and the head did not ask for that";
      return ask.sameTrustWelcome
        ? "The head welcomes leaders of the own trust"
        : "The schools are not of one trust";
    },
    "no-conflict": ({ conflicts }) =>
      conflicts.length === 0
        ? "No conflict of interest was found"
        : `Conflict of interest: ${conflicts.map((ground) => conflictWords(ground, "your own")).join("; ")}`,
    "not-excluded": (_, passed) =>
      passed ? "The head has nothing against it" : "The head would rather not have this leader",
    "not-declined": (_, passed) =>
      passed ? "Has not declined this need" : "An offer to this leader for this need was declined",
    "home-release": releaseWords,
  };

/** One rule for one leader in a plain sentence, as it is: passed or failed. */
export const sentenceOfRule = (
  facts: PairFacts,
  { rule, passed }: { readonly rule: EligibilityRule; readonly passed: boolean },
): string => ruleWords[rule](facts, passed);

/** What would have to be otherwise, after 'if'. */
const conditions: Readonly<Record<EligibilityRule, (facts: PairFacts) => string>> = {
  designation: () => "a designation were in force",
  current: () => "the days were confirmed",
  days: ({ leader, ask }) => `${toDayWords(ask.halfDays - leader.free)} more were free`,
  schools: () => "one more school at once were possible",
  phase: ({ school }) => `${phaseWords(school.phase)} schools were served`,
  expertise: ({ ask, labelOf }) => `${labelOf("expertise", ask.primaryArea)} were covered`,
  distance: ({ km, line }) =>
    km === null
      ? "the distance were known"
      : `the travel limit were ${toKmWords(km - line.supply.mostKm)} wider`,
  "different-school": () => "it were another school",
  "different-trust": () => "the head welcomed leaders of the own trust",
  "no-conflict": () => "there were no conflict of interest",
  "not-excluded": () => "the head agreed",
  "not-declined": () => "the leader would think again",
  "home-release": ({ isKeptHome }) =>
    isKeptHome ? "the home school let the leader go" : "the home school let the days go for longer",
};

/** `2 more days were free and the days were confirmed`: what stands between an excluded leader and a place in the list. */
export const conditionOf = (facts: PairFacts, failed: readonly EligibilityRule[]): string =>
  failed.map((rule) => conditions[rule](facts)).join(" and ");

const levelWords = (facts: PairFacts, area: string): string => {
  const level = levelOf(facts, area);
  const label = facts.labelOf("expertise", area);
  return level === 0 ? `Does not offer ${label}` : `Level ${level} of 3 in ${label}`;
};

const placeWords = ({ zones, homeZones, school, home }: PairFacts): string => {
  const shared = zones.find(({ id }) => homeZones.some((zone) => zone.id === id));
  if (shared !== undefined) return `In the same zone, ${shared.name}`;
  return school.laCode === home.laCode
    ? "In the same authority, another zone"
    : "Another authority";
};

const wishWords = ({ preferred, leader }: PairFacts): string => {
  const place = preferred.indexOf(leader.personId);
  return place < 0 ? "Not among the head’s wishes" : `The head’s wish number ${place + 1}`;
};

const aspectWords: Readonly<Record<LikenessAspect, string>> = {
  phase: "phase",
  setting: "setting",
  size: "size",
  "free-meals": "share of free-meals pupils",
  faith: "faith",
};

const alike = 0.75;
const listFormat = new Intl.ListFormat("en-GB");

/** `Home school alike in phase and size; not in faith`. */
const contextWords = (facts: PairFacts): string => {
  const likeness = likenessIn(facts);
  const named = (isWanted: (share: number) => boolean) =>
    likeness.filter(({ share }) => isWanted(share)).map(({ aspect }) => aspectWords[aspect]);
  const [like, unlike] = [named((share) => share >= alike), named((share) => share < alike)];
  if (like.length === 0) return `Home school not alike in ${listFormat.format(unlike)}`;
  const rest = unlike.length === 0 ? "" : `; less in ${listFormat.format(unlike)}`;
  return `Home school alike in ${listFormat.format(like)}${rest}`;
};

const modeWords = (facts: PairFacts): string => {
  const { ask, labelOf } = facts;
  const shared = sharedModes(facts).map((mode) => labelOf("work-mode", mode).toLowerCase());
  return shared.length === 0
    ? "Works in none of the ways asked for"
    : `Works in ${shared.length} of ${counted(ask.modes.length, "way")} asked for: ${listFormat.format(shared)}`;
};

/** What is known, how much of it there is and how sure it is: below three pieces of work no figure is said of a person. */
const recordWords = ({ trackRecord, ask, labelOf }: PairFacts): string => {
  const area = labelOf("expertise", ask.primaryArea);
  if (trackRecord === undefined) return "Too little work is finished to tell track records apart";
  const { works, value, low, high } = trackRecord;
  if (works === 0)
    return `No finished work in ${area} yet: counted as the partnership’s average, as for everybody new`;
  const finished = counted(works, "finished piece of work", "finished pieces of work");
  if (works < fewestWorks)
    return `${finished} in ${area}: too little for a figure, counted close to the partnership’s average`;
  const [about, least, most] = [value, low, high].map((share) => Math.round(100 * share));
  return `${finished} in ${area}: ${about} of 100, likely between ${least} and ${most}`;
};

const loadWords = ({ work, line }: PairFacts): string =>
  work === 0
    ? "Works with no other school now"
    : `Works with ${counted(work, "school")} now, of ${line.supply.mostSchools} at once`;

const partWords: Readonly<Record<ShownPart, (facts: PairFacts) => string>> = {
  level: (facts) => levelWords(facts, facts.ask.primaryArea),
  secondary: (facts) => levelWords(facts, facts.ask.otherAreas[0] ?? ""),
  impact: recordWords,
  place: placeWords,
  distance: ({ km }) => (km === null ? "Distance not known" : `${toKmWords(km)} away`),
  preferred: wishWords,
  continuity: ({ hasSupported }) =>
    hasSupported ? "Has supported this school before" : "New to this school",
  "provider-preference": ({ line, zones }) =>
    zones.some(({ id }) => line.supply.zones.some((zone) => zone === id))
      ? "Serves this zone"
      : "Has not named this zone",
  context: contextWords,
  "work-mode": modeWords,
  load: loadWords,
};

/** What a part of the score rewards here, in words. */
export const sentenceOfPart = (facts: PairFacts, part: ShownPart): string => partWords[part](facts);

import { createHash } from "node:crypto";
import { defaultRates, measureCatalogue } from "@alongside/domain/code-list";
import {
  canonicalTerms,
  toObjectiveId,
  type AgreementTerms,
  type FundingLine,
  type Objective,
} from "@alongside/domain/deployment";
import type { IsoDate } from "@alongside/domain/school";
import type { DemonstrationLeader } from "../leader/index.ts";
import { isPublishedBy, outcomes } from "../outcome/index.ts";
import { clamp, randomFrom, rounded } from "../random.ts";
import type { Casting } from "./cast.ts";
import { fundingFor } from "./ask.ts";

const startingPoints: Readonly<Record<string, readonly [low: number, high: number]>> = {
  "lesson-visit": [1.4, 2.4],
  "work-scrutiny": [1.5, 2.3],
  "survey-scale": [2.4, 3.3],
  "staff-retention": [76, 86],
  suspensions: [7, 14],
};

/** The last published figure of the school, or a plausible start where the measure is the school's own. */
const baselineOf = ({ plan, key }: Casting, code: string, on: IsoDate): number => {
  const published = outcomes.findLast(
    ({ urn, measure, year, figure }) =>
      urn === plan.urn && measure === code && figure.kind === "stated" && isPublishedBy(year, on),
  );
  if (published?.figure.kind === "stated") return published.figure.value;
  const [low, high] = startingPoints[code] ?? [40, 60];
  return rounded(randomFrom(`baseline:${key}:${code}`).between(low, high), 1);
};

const measureOf = (code: string) => {
  const measure = measureCatalogue.find((candidate) => candidate.code === code);
  if (measure === undefined) throw new Error(`No measure is called ${code}`);
  return measure;
};

const objectiveOf =
  (casting: Casting, baselineOn: IsoDate) =>
  (
    { text, measure: code, gain }: Casting["theme"]["objectives"][number],
    index: number,
  ): Objective => {
    const { label, unit, direction, source } = measureOf(code);
    const value = baselineOf(casting, code, baselineOn);
    const highest = unit === "%" ? 100 : unit === "rubric 1–4" ? 4 : 1000;
    return {
      id: toObjectiveId(`objective-${casting.key}-${index + 1}`),
      text,
      measure: { code, label, unit, direction },
      baseline: { value, date: baselineOn, source },
      target: { value: rounded(clamp(value + gain, 0, highest), 1), by: casting.term.endsOn },
    };
  };

/** The greatest needs are paid for from two purses; governors come free. */
const fundingOf = (
  casting: Casting,
  leader: DemonstrationLeader,
  halfDays: number,
): readonly FundingLine[] => {
  const rate = defaultRates.find(({ code }) => code === leader.kind);
  if (rate === undefined) {
    return [{ source: "no-charge", halfDays, pencePerDay: 0, brokerageShare: 0 }];
  }
  const { pencePerDay, brokerageShare } = rate;
  const line = { pencePerDay, brokerageShare };
  if (casting.band > 2) return [{ source: fundingFor(casting), halfDays, ...line }];
  const own = Math.floor(halfDays / 4);
  return [
    { source: fundingFor(casting), halfDays: halfDays - own, ...line },
    { source: "supported-school", halfDays: own, ...line },
  ];
};

/** The terms that are signed. `halfDays` may differ from the need's when the agreement was amended. */
export const termsOf = (
  casting: Casting,
  leader: DemonstrationLeader,
  drafted: { readonly on: IsoDate; readonly halfDays: number },
): AgreementTerms => ({
  objectives: casting.theme.objectives.map(objectiveOf(casting, drafted.on)),
  halfDays: drafted.halfDays,
  from: casting.term.startsOn,
  to: casting.term.endsOn,
  pattern: "A day about every fortnight, with a call in between",
  roles:
    "The leader works beside the subject leader; the head frees staff and meets the leader at the end of each visit.",
  confidentiality:
    "Notes are read by the school, the leader and the coordinator. Nothing about a named pupil or teacher is written down.",
  funding: fundingOf(casting, leader, drafted.halfDays),
  exitStrategy:
    "The subject leader takes over the checks in the last fortnight; the leader comes back once, two terms later.",
});

/** What the three sign is fixed by its hash: SHA-256 of the terms as they were issued. */
export const hashOf = (terms: AgreementTerms): string =>
  createHash("sha256").update(canonicalTerms(terms)).digest("hex");

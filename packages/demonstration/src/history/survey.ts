import {
  academicYearFrom,
  academicYearOf,
  addDays,
  dateOf,
  type Instant,
} from "@alongside/domain/calendar";
import type { PersonId, ZoneId } from "@alongside/domain/identity";
import type { PhaseGroup } from "@alongside/domain/partnership";
import type { IsoDate, Urn } from "@alongside/domain/school";
import {
  ratings,
  toSurveyId,
  type Rating,
  type Statement,
  type SurveyId,
} from "@alongside/domain/survey";
import { zoneAt } from "../geography/zone.ts";
import { groupOf } from "../person/choice.ts";
import { people } from "../person/index.ts";
import { personIdOf } from "../person/person.ts";
import { at, clamp, randomFrom } from "../random.ts";
import { plans, type SchoolPlan } from "../school/index.ts";
import { commitments, headsWords, surveyQuestion, surveyTitle } from "../words/review-words.ts";
import { momentOn, workingDayUntil } from "./moment.ts";

export type DemonstrationAnswer = {
  readonly urn: Urn;
  readonly zoneId: ZoneId | null;
  readonly phaseGroup: PhaseGroup;
  readonly by: PersonId;
  readonly sentAt: Instant;
  readonly ratings: Readonly<Record<string, Rating>>;
  readonly words: string;
};

/** A survey that is over, with what heads answered. */
export type DemonstrationSurvey = {
  readonly id: SurveyId;
  readonly academicYear: string;
  readonly title: string;
  readonly question: string;
  readonly statements: readonly Statement[];
  readonly opensOn: IsoDate;
  readonly closesOn: IsoDate;
  readonly by: PersonId;
  readonly answers: readonly DemonstrationAnswer[];
};

const statements: readonly Statement[] = commitments.map(({ key, text }) => ({ key, text }));

const headOf = (plan: SchoolPlan): PersonId | undefined =>
  people.find(({ grants }) => grants.some(({ role, urn }) => role === "head" && urn === plan.urn))
    ?.id;

/** Easier commitments are rated higher, and each year a little higher than the last. */
const ratingOf = (ease: number, lift: number, noise: number): Rating =>
  at(ratings, clamp(Math.round(1 + 4 * (ease + lift) + noise * 0.9), 1, 5) - 1);

const answerOf = (
  plan: SchoolPlan,
  year: number,
  isLast: boolean,
): readonly DemonstrationAnswer[] => {
  const random = randomFrom(`survey:${year}:${plan.urn}`);
  const by = headOf(plan);
  if (by === undefined || !random.chance(0.86)) return [];
  const sentOn = workingDayUntil(dateOf(year + 1, 6, random.whole(3, 25)));
  return [
    {
      urn: plan.urn,
      zoneId: zoneAt(plan.point, groupOf(plan))?.id ?? null,
      phaseGroup: groupOf(plan),
      by,
      sentAt: momentOn(sentOn, random.whole(420, 1200)),
      ratings: Object.fromEntries(
        commitments.map(({ key, ease }) => [
          key,
          ratingOf(ease - 0.1, isLast ? 0.06 : 0, random.normal()),
        ]),
      ),
      words: random.chance(0.2) ? random.pick(headsWords) : "",
    },
  ];
};

const surveyOf = (year: number, isLast: boolean): DemonstrationSurvey => {
  const opensOn = dateOf(year + 1, 6, 2);
  return {
    id: toSurveyId(`survey-${academicYearFrom(year)}`),
    academicYear: academicYearFrom(year),
    title: surveyTitle,
    question: surveyQuestion,
    statements,
    opensOn,
    closesOn: addDays(opensOn, 25),
    by: personIdOf("administrator"),
    answers: plans.flatMap((plan) => answerOf(plan, year, isLast)),
  };
};

/** The surveys of the two academic years that are over. */
export const surveysOn = (today: IsoDate): readonly DemonstrationSurvey[] => {
  const year = Number(academicYearOf(today).slice(0, 4));
  return [surveyOf(year - 2, false), surveyOf(year - 1, true)];
};

import { addDays, type Instant } from "@alongside/domain/calendar";
import { reviewAreas } from "@alongside/domain/code-list";
import type { PersonId, ZoneId } from "@alongside/domain/identity";
import {
  invitationsOf,
  toReviewId,
  type Judgements,
  type ReviewId,
} from "@alongside/domain/review";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { workingDayFrom } from "../calendar.ts";
import { zoneAt, zones, type DemonstrationZone } from "../geography/zone.ts";
import { groupOf } from "../person/choice.ts";
import { personIdOf } from "../person/person.ts";
import { randomFrom, type Random } from "../random.ts";
import { plans, type SchoolPlan } from "../school/index.ts";
import { reviewNotes, reviewReasons } from "../words/review-words.ts";
import { momentOn, workingDayUntil } from "./moment.ts";
import { termFromNow } from "./term.ts";

export type DemonstrationJudgement = {
  readonly urn: Urn;
  readonly judgements: Judgements;
  /** Empty for most. */
  readonly note: string;
  readonly judgedAt: Instant;
  readonly inviteAnswer: "offering" | "not-now" | null;
  readonly isInvited: boolean;
};

/** The review of a zone in a term that is over: agreed by its panel. */
export type DemonstrationReview = {
  readonly id: ReviewId;
  readonly zoneId: ZoneId;
  readonly termId: string;
  readonly by: PersonId;
  readonly openedAt: Instant;
  readonly panelOn: IsoDate;
  readonly agreedAt: Instant;
  readonly schools: readonly DemonstrationJudgement[];
};

/** Where on the scale of strength one judgement ends and the next begins. */
const steps = [
  [-1.75, "causing-concern"],
  [-0.65, "attention-needed"],
  [1.35, "secure"],
] as const;

const judgementOf = (level: number): string =>
  steps.find(([most]) => level < most)?.[1] ?? "strong";

const reasonFor = (area: string, judgement: string, random: Random): string => {
  const reasons = reviewReasons[area];
  if (reasons === undefined || judgement === "secure") return "";
  return judgement === "strong" ? reasons.strong : random.pick(reasons.weak);
};

/** Early reading is nothing that a secondary school is judged by. */
const areasOf = (plan: SchoolPlan): readonly string[] =>
  reviewAreas.entries
    .map(({ code }) => code)
    .filter((code) => code !== "early-reading" || groupOf(plan) !== "secondary");

const judgementsOf = (plan: SchoolPlan, random: Random): Judgements =>
  Object.fromEntries(
    areasOf(plan).map((area) => {
      const judgement = judgementOf(plan.strength + random.normal() * 0.5);
      return [area, { judgement, reason: reasonFor(area, judgement, random) }];
    }),
  );

const answers = ["offering", "not-now", null] as const;

const schoolOf = (plan: SchoolPlan, termId: string, judgedAt: Instant): DemonstrationJudgement => {
  const random = randomFrom(`review:${termId}:${plan.urn}`);
  const judgements = judgementsOf(plan, random);
  const { need, capacity } = invitationsOf(judgements);
  const isInvited = capacity.length > 0;
  return {
    urn: plan.urn,
    judgements,
    note: need.length > 2 && random.chance(0.4) ? random.pick(reviewNotes) : "",
    judgedAt,
    isInvited,
    inviteAnswer: isInvited ? random.pick(answers) : null,
  };
};

const coordinatorOf = ({ id, phaseGroup }: DemonstrationZone): PersonId =>
  personIdOf(phaseGroup === "primary" ? `coordinator-${id}` : "coordinator-zone-secondary");

const isIn = (zone: DemonstrationZone) => (plan: SchoolPlan) =>
  zoneAt(plan.point, groupOf(plan))?.id === zone.id;

const reviewOf = (zone: DemonstrationZone, today: IsoDate, offset: number): DemonstrationReview => {
  const term = termFromNow(today, offset);
  const opened = workingDayFrom(addDays(term.startsOn, 14));
  const panelOn = workingDayUntil(addDays(term.endsOn, -14));
  const schools = plans.filter(isIn(zone));
  return {
    id: toReviewId(`review-${term.academicYear}-${term.season}-${zone.id}`),
    zoneId: zone.id,
    termId: term.id,
    by: coordinatorOf(zone),
    openedAt: momentOn(opened, 560),
    panelOn,
    agreedAt: momentOn(panelOn, 990),
    schools: schools.map((plan, index) =>
      schoolOf(
        plan,
        term.id,
        momentOn(workingDayFrom(addDays(opened, 1 + (index % 20))), 600 + index),
      ),
    ),
  };
};

/** Each zone has reviewed its schools in the last two terms that are over; this term’s reviews are there to be opened. */
export const reviewsOn = (today: IsoDate): readonly DemonstrationReview[] =>
  [-2, -1].flatMap((offset) => zones.map((zone) => reviewOf(zone, today, offset)));

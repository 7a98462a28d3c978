import { addDays, addYears } from "@alongside/domain/calendar";
import { specialistReviewDue, type Designation } from "@alongside/domain/code-list";
import type { IsoDate } from "@alongside/domain/school";
import type { LeaderKind } from "./expertise.ts";

const awardingBody: Readonly<Record<LeaderKind, string>> = {
  nle: "Department for Education (demonstration)",
  lle: "Larkenshore Education Partnership",
  sle: "Lantern Teaching School Hub",
  nlg: "Larkenshore Governors’ Forum",
};

/** Two leaders whose designation is not in force, so that the rule about it has something to stop. */
const underReviewAt = 8;
const resignedAt = 19;
const reviewSoonAt = 5;
/** Nobody has looked at these yet, though they were due some days ago. */
const reviewLateAt = [2, 3];

const endOf = (position: number, today: IsoDate): IsoDate | null =>
  position === resignedAt ? addDays(today, -40) : null;

const statusOf = (position: number): Designation["status"] => {
  if (position === underReviewAt) return "under-review";
  if (position === resignedAt) return "resigned";
  return position % 5 === 1 ? "retained" : "designated";
};

const lastsYears = 4;

/** One review is due in three weeks, the one that is under way was due a month ago, two are late; the others are a year or two off. */
const begunOn = (position: number, today: IsoDate): IsoDate => {
  if (position === underReviewAt) return addDays(addYears(today, -lastsYears), -30);
  if (position === reviewSoonAt) return addDays(addYears(today, -lastsYears), 21);
  if (reviewLateAt.includes(position)) return addDays(addYears(today, -lastsYears), -4 * position);
  return addDays(addYears(today, -2 - (position % 2)), -((position * 47) % 200));
};

/** A designation that was in force all through the history. */
export const designationOf = (kind: LeaderKind, position: number, today: IsoDate): Designation => {
  const from = begunOn(position, today);
  return {
    type: kind,
    awardingBody: awardingBody[kind],
    from,
    to: endOf(position, today),
    reviewDue: kind === "sle" ? specialistReviewDue(from) : addYears(from, lastsYears),
    evidence: "Letter of designation, references from two heads",
    status: statusOf(position),
  };
};

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

const endOf = (position: number, today: IsoDate): IsoDate | null =>
  position === resignedAt ? addDays(today, -40) : null;

const statusOf = (position: number): Designation["status"] => {
  if (position === underReviewAt) return "under-review";
  if (position === resignedAt) return "resigned";
  return position % 5 === 1 ? "retained" : "designated";
};

/** A designation that began one to four years ago; reviews fall due between last month and in three years. */
export const designationOf = (kind: LeaderKind, position: number, today: IsoDate): Designation => {
  const from = addDays(addYears(today, -1 - (position % 3)), -((position * 47) % 200));
  const usual = addYears(from, 3);
  return {
    type: kind,
    awardingBody: awardingBody[kind],
    from,
    to: endOf(position, today),
    reviewDue: kind === "sle" ? specialistReviewDue(from) : usual,
    evidence: "Letter of designation, references from two heads",
    status: statusOf(position),
  };
};

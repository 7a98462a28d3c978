import type {
  GradedJudgements,
  IsoDate,
  ReportCard,
  ReportCardAreas,
} from "@alongside/domain/school";
import { unreadable, type Unreadable } from "../reading/cell.ts";
import type { OfstedKey } from "./columns.ts";
import { toCardGrade, toConcern, toGrade, toSafeguarding } from "./words.ts";

export type Cell = (key: OfstedKey) => string;

/** The record without `unreadable` in it, or the first key whose cell cannot be read. */
type Readable<Record> = { readonly [Key in keyof Record]: Exclude<Record[Key], Unreadable> };

/** Narrows a record once none of its values is `unreadable`, which is what the check before the cast guarantees. */
export const whole = <const Values extends object>(values: Values): Readable<Values> | Unreadable =>
  Object.values(values).includes(unreadable) ? unreadable : (values as Readable<Values>);

const isEmpty = (values: object): boolean => Object.values(values).every((value) => value === null);

/** Judgements of the inspection framework; `null` when there is none at all. */
export const readJudgements = (cell: Cell): GradedJudgements | null | Unreadable => {
  const judgements = whole({
    education: toGrade(cell("judgement:education")),
    behaviour: toGrade(cell("judgement:behaviour")),
    personalDevelopment: toGrade(cell("judgement:personalDevelopment")),
    leadership: toGrade(cell("judgement:leadership")),
    earlyYears: toGrade(cell("judgement:earlyYears")),
    sixthForm: toGrade(cell("judgement:sixthForm")),
  });
  return judgements !== unreadable && isEmpty(judgements) ? null : judgements;
};

const readAreas = (cell: Cell): ReportCardAreas | Unreadable =>
  whole({
    inclusion: toCardGrade(cell("area:inclusion")),
    curriculum: toCardGrade(cell("area:curriculum")),
    achievement: toCardGrade(cell("area:achievement")),
    behaviour: toCardGrade(cell("area:behaviour")),
    personalDevelopment: toCardGrade(cell("area:personalDevelopment")),
    earlyYears: toCardGrade(cell("area:earlyYears")),
    postSixteen: toCardGrade(cell("area:postSixteen")),
    leadership: toCardGrade(cell("area:leadership")),
  });

/** The report card of the day; without a date there is no report card. */
export const readReportCard = (cell: Cell, date: IsoDate): ReportCard | Unreadable => {
  const card = whole({
    safeguarding: toSafeguarding(cell("safeguarding")),
    concern: toConcern(cell("concern")),
    areas: readAreas(cell),
  });
  return card === unreadable ? unreadable : { date, ...card };
};

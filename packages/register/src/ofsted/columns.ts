import type { Columns } from "../reading/header.ts";

export type JudgementKey =
  | "education"
  | "behaviour"
  | "personalDevelopment"
  | "leadership"
  | "earlyYears"
  | "sixthForm";

export type AreaKey =
  | "inclusion"
  | "curriculum"
  | "achievement"
  | "behaviour"
  | "personalDevelopment"
  | "earlyYears"
  | "postSixteen"
  | "leadership";

export type OfstedKey =
  | "urn"
  | "latestDate"
  | "overall"
  | `judgement:${JudgementKey}`
  | "cardDate"
  | "safeguarding"
  | "concern"
  | `area:${AreaKey}`;

const required = (name: string) => ({ names: [name], required: true }) as const;
const optional = (name: string) => ({ names: [name], required: false }) as const;

export const ofstedColumns: Columns<OfstedKey> = {
  urn: required("URN"),
  latestDate: required("latest_date"),
  overall: required("overall"),
  "judgement:education": optional("oeif_education"),
  "judgement:behaviour": optional("oeif_behaviour"),
  "judgement:personalDevelopment": optional("oeif_personal"),
  "judgement:leadership": optional("oeif_leadership"),
  "judgement:earlyYears": optional("oeif_eyfs"),
  "judgement:sixthForm": optional("oeif_sixthForm"),
  cardDate: optional("rc_date"),
  safeguarding: optional("rc_safeguarding"),
  concern: optional("rc_concern"),
  "area:inclusion": optional("rc_inclusion"),
  "area:curriculum": optional("rc_curriculum"),
  "area:achievement": optional("rc_achievement"),
  "area:behaviour": optional("rc_behaviour"),
  "area:personalDevelopment": optional("rc_personal"),
  "area:earlyYears": optional("rc_earlyYears"),
  "area:postSixteen": optional("rc_postSixteen"),
  "area:leadership": optional("rc_leadership"),
};

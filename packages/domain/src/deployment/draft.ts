import type { IsoDate } from "../school/index.ts";
import type { AgreementTerms, FundingLine } from "./agreement.ts";

/** What a need and a confirmed offer say about the agreement that is to be written. */
export type DraftFacts = {
  readonly halfDays: number;
  readonly today: IsoDate;
  readonly earliest: IsoDate;
  readonly wantedBy: IsoDate;
  /** Of the term whose days were offered. */
  readonly term: { readonly startsOn: IsoDate; readonly endsOn: IsoDate };
  readonly fundingSource: string;
  /** Of the rate card, for the kind of leader; null where the card has none. */
  readonly rate: Pick<FundingLine, "pencePerDay" | "brokerageShare"> | null;
};

const freeOfCharge = { pencePerDay: 0, brokerageShare: 0 };

const latest = (...days: readonly IsoDate[]): IsoDate =>
  days.reduce((one, other) => (one > other ? one : other));

/** The dates of the draft lie in the term whose days were offered, as near to what was asked as that allows. */
const datesOf = ({ today, earliest, wantedBy, term }: DraftFacts) => {
  const from = latest(today, earliest, term.startsOn);
  const to = wantedBy < term.endsOn && wantedBy >= from ? wantedBy : term.endsOn;
  return { from, to: to < from ? from : to };
};

/**
 * The first draft of an agreement, from the need and the offer; objectives are for those who know the school to write
 * (Product rules, §2: deployment).
 */
export const draftTerms = (facts: DraftFacts): AgreementTerms => {
  const { halfDays, fundingSource: source, rate } = facts;
  const charge = source === "no-charge" ? freeOfCharge : (rate ?? freeOfCharge);
  return {
    objectives: [],
    halfDays,
    ...datesOf(facts),
    pattern: "",
    roles:
      "The leader works beside the school’s own staff. The head frees those who take part and meets the leader after each visit. The home school releases the leader for the agreed days.",
    confidentiality:
      "Records of visits are read by the school, the leader and the coordinator. Nothing is written about a named pupil or member of staff.",
    funding: [{ source, halfDays, ...charge }],
    exitStrategy:
      "Before the last visit the school and the leader write down who carries the work on, and how it will be checked.",
  };
};

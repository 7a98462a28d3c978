import { addDays, type Instant } from "@alongside/domain/calendar";
import type { IsoDate } from "@alongside/domain/school";
import type { Casting } from "./cast.ts";
import { momentOn, workingDayUntil } from "./moment.ts";
import { termFromNow } from "./term.ts";

/*
 * When things happened. Every date is a number of days from the day on which the last offer of a need was sent, put
 * back to a working day; equal dates keep their order by the minute, which counts on with each event of a need.
 */
export const ordinals = {
  draft: 0,
  submit: 1,
  question: 2,
  open: 3,
  setback: 4,
  propose: 20,
  send: 21,
  accept: 22,
  release: 23,
  confirm: 24,
  draftAgreement: 25,
  issue: 26,
  sign: 27,
  hold: 31,
  close: 32,
} as const;

const firstMinute = 500;
const minutesApart = 9;

export const momentAt = (date: IsoDate, ordinal: number): Instant =>
  momentOn(workingDayUntil(date), firstMinute + ordinal * minutesApart);

/** For stories told from today backwards: how many days ago the last offer was, or would have been, sent. */
const daysAgo: Partial<Record<Casting["scene"]["stage"], number>> = {
  proposed: 2,
  sent: 2,
  accepted: 5,
  released: 7,
  drafting: 12,
  "awaiting-signatures": 16,
  "cold-spot": 22,
  "on-hold": 12,
};

/** The day on which the last offer was sent. */
export const pivotOf = ({ scene, position }: Casting, today: IsoDate): IsoDate => {
  if (scene.term === null) return addDays(today, -(daysAgo[scene.stage] ?? 3));
  const before = termFromNow(today, scene.term - 1);
  return addDays(before.endsOn, -22 + (position % 4) * 2);
};

const betweenOffers = 12;

/** The day on which an offer that came to nothing was sent; `index` counts from the first. */
export const setbackSentOn = (casting: Casting, pivot: IsoDate, index: number): IsoDate =>
  addDays(pivot, -betweenOffers * (casting.scene.setbacks.length - index));

const firstOffer = (casting: Casting, pivot: IsoDate): IsoDate => setbackSentOn(casting, pivot, 0);

/** The newest needs have hardly begun; the others were submitted nine days before their first offer. */
export const submittedOn = (casting: Casting, today: IsoDate): IsoDate => {
  const { stage } = casting.scene;
  if (stage === "submitted-urgent") return addDays(today, -1);
  if (stage === "submitted" || stage === "duplicate") {
    return addDays(today, -3 - (stage === "submitted" ? casting.position % 2 : 0));
  }
  return stage === "questioned"
    ? addDays(today, -4)
    : addDays(firstOffer(casting, pivotOf(casting, today)), -9);
};

export const openedOn = (casting: Casting, today: IsoDate): IsoDate =>
  addDays(firstOffer(casting, pivotOf(casting, today)), -5);

/** Days after sending on which the three answer; an urgent offer is answered on the day. */
export const answerDays = ({ band }: Casting) =>
  band === 1 ? { accept: 0, release: 0, confirm: 0 } : { accept: 2, release: 4, confirm: 6 };

/** Days after sending on which the agreement is drafted, issued and signed by each of the three. */
export const agreementDays = { draft: 7, issue: 9, sign: [11, 12, 13] } as const;

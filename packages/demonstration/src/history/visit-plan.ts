import { addDays, daysBetween, weekdayOf } from "@alongside/domain/calendar";
import type { Supply } from "@alongside/domain/capacity";
import { toVisitId, type VisitId } from "@alongside/domain/visit";
import type { IsoDate } from "@alongside/domain/school";
import { at } from "../random.ts";
import type { Casting } from "./cast.ts";
import { isSchoolDay } from "./term.ts";

/** A visit as it is first planned: two half-days as a rule. */
export type PlannedVisit = {
  readonly id: VisitId;
  readonly date: IsoDate;
  readonly halfDays: number;
  /** The day that was agreed at first, if it had to be moved. */
  readonly firstDate: IsoDate | null;
};

const mostVisits = 6;

/** Half-days of each visit: whole days while they last, the rest in the last visit. */
const sharesOf = (halfDays: number): readonly number[] => {
  const visits = Math.min(mostVisits, Math.ceil(halfDays / 2));
  return Array.from({ length: visits }, (_, index) =>
    index < visits - 1 ? 2 : halfDays - 2 * (visits - 1),
  );
};

/** Days on which a leader is already somewhere: grows as visits are planned. */
export type Diary = Set<string>;

const isFree = (date: IsoDate, casting: Casting, supply: Supply): boolean =>
  isSchoolDay(date, casting.term) &&
  supply.weekdays.includes(weekdayOf(date)) &&
  !supply.blackouts.some(({ from, to }) => from <= date && date <= to);

type Search = { readonly casting: Casting; readonly supply: Supply; readonly diary: Diary };

/** The first free day from a date to the end of the term or, where there is none, the last one before it. */
const firstFree = (from: IsoDate, { casting, supply, diary }: Search): IsoDate => {
  const entry = (date: IsoDate): string => `${casting.leader?.personId} ${date}`;
  const { startsOn, endsOn } = casting.term;
  const ahead = Array.from({ length: Math.max(0, daysBetween(from, endsOn) + 1) }, (_, day) =>
    addDays(from, day),
  );
  const behind = Array.from({ length: daysBetween(startsOn, from) }, (_, day) =>
    addDays(from, -1 - day),
  );
  const found = [...ahead, ...behind].find(
    (date) => isFree(date, casting, supply) && !diary.has(entry(date)),
  );
  if (found === undefined) throw new Error(`No free day for ${casting.key} from ${from}`);
  diary.add(entry(found));
  return found;
};

/** In every third deployment the second visit was first agreed for a week earlier. */
const movedFrom = (
  date: IsoDate,
  before: IsoDate | undefined,
  casting: Casting,
): IsoDate | null => {
  const first = addDays(date, -7);
  const isPossible = before !== undefined && first > before && isSchoolDay(first, casting.term);
  return isPossible && casting.position % 3 === 1 ? first : null;
};

/**
 * Which part of the term the visits are spread over, and by up to how many days two deployments differ. Work that is
 * over left time for both to evaluate before the next term.
 */
const stillRunning = [0.72, 6] as const;
const longDone = [0.62, 11] as const;

const evenDates = (casting: Casting, visits: number): readonly IsoDate[] => {
  const { startsOn, endsOn } = casting.term;
  const length = daysBetween(startsOn, endsOn);
  const [spread, apart] = casting.scene.term === 0 ? stillRunning : longDone;
  const shift = (casting.position * 5) % apart;
  return Array.from({ length: visits }, (_, index) => {
    const part = 0.08 + (spread * index) / Math.max(1, visits - 1);
    return addDays(startsOn, Math.round(part * length) + shift);
  });
};

/** Days from today to which one visit of each running deployment is drawn, so that notes and visits are always due. */
const aroundToday = [-5, 3, -3, 2, 4, 3, -10] as const;
const nearBy = 12;

const drawnToToday = (
  dates: readonly IsoDate[],
  casting: Casting,
  today: IsoDate,
): readonly IsoDate[] => {
  const wished = addDays(today, at(aroundToday, casting.position % aroundToday.length));
  const nearest = dates.findIndex((date) => Math.abs(daysBetween(date, wished)) <= nearBy);
  const [before, after] = [dates[nearest - 1], dates[nearest + 1]];
  const fits =
    (before === undefined || addDays(before, 3) < wished) &&
    (after === undefined || wished < addDays(after, -3)) &&
    wished > casting.term.startsOn &&
    wished < addDays(casting.term.endsOn, -12);
  return nearest >= 0 && fits ? dates.with(nearest, wished) : dates;
};

type Given = { readonly supply: Supply; readonly diary: Diary; readonly today: IsoDate };

/** Spreads the visits over the term, on days that the leader gives, never two schools on one day. */
export const planVisits = (
  casting: Casting,
  halfDays: number,
  given: Given,
): readonly PlannedVisit[] => {
  const shares = sharesOf(halfDays);
  const even = evenDates(casting, shares.length);
  const wished = casting.scene.term === 0 ? drawnToToday(even, casting, given.today) : even;
  let last = casting.term.startsOn;
  const visits = shares.map((share, index) => {
    const from = addDays(last, 2);
    const date = firstFree(at(wished, index) < from ? from : at(wished, index), {
      casting,
      ...given,
    });
    last = date;
    return { id: toVisitId(`visit-${casting.key}-${index + 1}`), date, halfDays: share };
  });
  return visits.map((visit, index) => ({
    ...visit,
    firstDate: index === 1 ? movedFrom(visit.date, visits[0]?.date, casting) : null,
  }));
};

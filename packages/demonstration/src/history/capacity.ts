import { addDays, daysBetween, type Instant } from "@alongside/domain/calendar";
import {
  decideCapacity,
  evolveCapacity,
  indicateCapacity,
  toCapacityLineId,
  type CapacityCommand,
  type CapacityLine,
  type CapacityLineId,
  type Supply,
} from "@alongside/domain/capacity";
import type { PersonId } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import type { DemonstrationLeader } from "../leader/index.ts";
import { earlierOf, momentOn, workingDayUntil } from "./moment.ts";
import { phasesServed } from "./roles.ts";
import { termFromNow, type DemonstrationTerm } from "./term.ts";

/** The half-days that a leader gives in a term: the same each term. */
export const publishedHalfDays = ({ kind, maxSchools }: DemonstrationLeader): number =>
  ({ nle: 14, lle: 16, sle: 8, nlg: 6 })[kind] + maxSchools * 2;

/** Offers made now use this term while five weeks of it are left, and the next one after that. */
export const inFlightTerm = (today: IsoDate): DemonstrationTerm => {
  const now = termFromNow(today, 0);
  return daysBetween(today, now.endsOn) >= 35 ? now : termFromNow(today, 1);
};

/** What became of some leaders' promises this term, by their position among the leaders. */
const lapsedAt = [7, 15];
const withdrawnAt = [13];
const maybeAt = [17];

/** Whether a leader has firm days in a term for the whole of the story. */
export const isOffering = (
  leader: DemonstrationLeader,
  term: DemonstrationTerm,
  today: IsoDate,
): boolean =>
  term.startsOn < termFromNow(today, 0).startsOn ||
  ![...lapsedAt, ...withdrawnAt, ...maybeAt].includes(leader.position);

export const lineIdOf = (leader: PersonId, term: DemonstrationTerm): CapacityLineId =>
  toCapacityLineId(`${leader.replace("person-", "line-")}-${term.id.replace("term-", "")}`);

export type DemonstrationCapacityStep = {
  readonly by: PersonId | null;
  readonly command: CapacityCommand;
};

/** One leader's days in one term: the line as it stands today and the steps that led there. */
export type DemonstrationCapacityLine = {
  readonly line: CapacityLine;
  readonly termId: string;
  readonly indicatedAt: Instant;
  readonly steps: readonly DemonstrationCapacityStep[];
  /** When the days were published, and how many half-days, in the term and in each half; none while it is a maybe. */
  readonly published: { readonly at: Instant; readonly halfDays: number } | null;
};

const weekdaysOf = (position: number): readonly number[] =>
  position % 3 === 0 ? [2, 3, 4] : position % 3 === 1 ? [1, 2, 3, 4] : [2, 4, 5];

const supplyOf = (leader: DemonstrationLeader, term: DemonstrationTerm): Supply => {
  const { position } = leader;
  const halfDays = publishedHalfDays(leader);
  const blackout = addDays(term.startsOn, 3 + (position % 4));
  return {
    halfDays,
    earlyHalfDays: halfDays,
    lateHalfDays: halfDays,
    weekdays: weekdaysOf(position),
    blackouts: [{ from: term.startsOn, to: blackout }],
    areas: leader.expertise,
    phases: phasesServed(leader),
    modes: leader.modes,
    zones: leader.zoneIds,
    mostKm: leader.maxKm,
    mostSchools: leader.maxSchools,
    release: { halfDays, until: term.endsOn },
  };
};

/** Days are promised fifty days before the last term ends; sooner where offers made now rest on them. */
const firstConfirmed = (
  term: DemonstrationTerm,
  before: DemonstrationTerm,
  today: IsoDate,
): IsoDate => {
  const usual = addDays(before.endsOn, -50);
  const isAhead = term.startsOn > today && inFlightTerm(today).id === term.id;
  return workingDayUntil(isAhead ? earlierOf(usual, addDays(today, -50)) : usual);
};

const renewEvery = 38;

/** Reconfirmed every 38 days until the promise lasts to the end of the term. */
const promisesFrom = (first: IsoDate, term: DemonstrationTerm): readonly CapacityCommand[] => {
  const command = (on: IsoDate, type: "confirm" | "reconfirm"): CapacityCommand => ({
    type,
    at: momentOn(on, 485),
    goodUntil: earlierOf(addDays(on, 42), term.endsOn),
  });
  const later: CapacityCommand[] = [];
  for (let on = first; addDays(on, 42) < term.endsOn;) {
    on = workingDayUntil(addDays(on, renewEvery));
    later.push(command(on, "reconfirm"));
  }
  return [command(first, "confirm"), ...later];
};

type Now = { readonly today: IsoDate; readonly term: DemonstrationTerm };

const isPast = ({ today, term }: Now): boolean => term.startsOn < termFromNow(today, 0).startsOn;

/** The one line of the term that a leader took back, ten days ago. */
const withdrawal = (today: IsoDate): CapacityCommand => ({
  type: "withdraw",
  at: momentOn(workingDayUntil(addDays(today, -10)), 600),
  reason: "Own school expects an inspection",
  tied: 0,
});

/** A promise that ran out before today lapsed on the morning after. */
const withLapse = (
  kept: readonly CapacityCommand[],
  today: IsoDate,
): readonly CapacityCommand[] => {
  const last = kept.at(-1);
  if (last === undefined || !("goodUntil" in last)) return kept;
  const lapsesOn = addDays(last.goodUntil, 1);
  return lapsesOn < today ? [...kept, { type: "lapse", at: momentOn(lapsesOn, 61) }] : kept;
};

/** The steps of a line up to yesterday. */
const commandsOf = (
  promises: readonly CapacityCommand[],
  position: number,
  now: Now,
): readonly CapacityCommand[] => {
  const past = promises.filter(({ at }) => at.slice(0, 10) < now.today);
  if (isPast(now)) return withLapse(past, now.today);
  if (maybeAt.includes(position)) return [];
  if (withdrawnAt.includes(position)) {
    const last = withdrawal(now.today);
    return [...past.filter(({ at }) => at < last.at), last];
  }
  return withLapse(lapsedAt.includes(position) ? past.slice(0, 2) : past, now.today);
};

/** The line after its steps; a step that the rules refuse is a mistake here and stops everything. */
const replay = (line: CapacityLine, commands: readonly CapacityCommand[]): CapacityLine =>
  commands.reduce((current, command) => {
    const decision = decideCapacity(current, command);
    if (!decision.ok) throw new Error(`${line.id}: ${JSON.stringify(decision.refusal)}`);
    return evolveCapacity(current, decision.value);
  }, line);

const byWhom = (command: CapacityCommand, leader: DemonstrationLeader): PersonId | null =>
  command.type === "lapse" ? null : leader.personId;

const lineOf = (
  leader: DemonstrationLeader,
  offset: number,
  today: IsoDate,
): readonly DemonstrationCapacityLine[] => {
  const term = termFromNow(today, offset);
  const first = firstConfirmed(term, termFromNow(today, offset - 1), today);
  const indicatedOn = workingDayUntil(addDays(first, -7));
  if (indicatedOn >= today) return [];
  const commands = commandsOf(promisesFrom(first, term), leader.position, { today, term });
  const supply = supplyOf(leader, term);
  const id = lineIdOf(leader.personId, term);
  const firm = commands.find(({ type }) => type === "confirm");
  return [
    {
      line: replay(indicateCapacity({ id, leader: leader.personId, term, supply }), commands),
      termId: term.id,
      indicatedAt: momentOn(indicatedOn, 540),
      steps: commands.map((command) => ({ by: byWhom(command, leader), command })),
      published: firm === undefined ? null : { at: firm.at, halfDays: supply.halfDays },
    },
  ];
};

/** Lines of two past terms, this one and, once they are promised, the next. */
export const capacityLinesOn = (
  today: IsoDate,
  leaders: readonly DemonstrationLeader[],
): readonly DemonstrationCapacityLine[] =>
  [-2, -1, 0, 1].flatMap((offset) => leaders.flatMap((leader) => lineOf(leader, offset, today)));

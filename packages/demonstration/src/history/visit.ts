import { addDays, workingDaysAfter, type Instant } from "@alongside/domain/calendar";
import type { AgreementTerms, DeploymentId } from "@alongside/domain/deployment";
import type { PersonId } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import {
  decideVisit,
  evolveVisit,
  planVisit,
  type Visit,
  type VisitCommand,
  type VisitNote,
  type VisitPlanned,
} from "@alongside/domain/visit";
import { at } from "../random.ts";
import {
  actionWords,
  inaccuracies,
  progressWords,
  visitCancellations,
} from "../words/need-words.ts";
import type { Casting } from "./cast.ts";
import { momentOn, workingDayUntil } from "./moment.ts";
import { replay, type DemonstrationStep, type Told } from "./told.ts";
import type { PlannedVisit } from "./visit-plan.ts";

export type DemonstrationVisit = Told<VisitPlanned, Visit, VisitCommand>;
type Step = DemonstrationStep<VisitCommand>;

/** Everything that the visits of one deployment follow from. */
export type VisitSetting = {
  readonly casting: Casting;
  readonly deployment: DeploymentId;
  readonly leaderId: PersonId;
  readonly terms: AgreementTerms;
  readonly today: IsoDate;
  readonly plannedAt: Instant;
  /** When the work was paused or ended, if it was: later visits are off. */
  readonly stop: { readonly on: IsoDate; readonly at: Instant; readonly reason: string } | null;
  readonly visits: readonly PlannedVisit[];
};

const ownerOf = ({ casting, leaderId }: VisitSetting): PersonId =>
  casting.schoolActor.onBehalf ? leaderId : casting.schoolActor.personId;

const progressOf = (setting: VisitSetting, index: number): VisitNote["progress"] => {
  const last = Math.max(1, setting.visits.length - 1);
  const stage = Math.round((index / last) * (progressWords.length - 1));
  return setting.terms.objectives.map(({ id: objective }, position) => {
    const reached = Math.max(0, stage - (position === 1 ? 1 : 0));
    const standing = reached < stage ? "behind" : "on-course";
    return { objective, standing, text: at(progressWords, reached) };
  });
};

const noteOf = (setting: VisitSetting, index: number): VisitNote => {
  const { casting, visits } = setting;
  const { date } = at(visits, index);
  const turn = casting.position + index;
  const action = (step: number) => ({
    text: at(actionWords, (turn + step) % actionWords.length),
    owner: ownerOf(setting),
    due: addDays(date, 14 + step * 7),
  });
  return {
    met: ["Headteacher", index % 2 === 0 ? "Subject leader" : "Two class teachers"],
    seen: `${casting.theme.seen}.`,
    progress: progressOf(setting, index),
    actions: index % 2 === 0 ? [action(0), action(3)] : [action(1)],
    nextVisit: visits[index + 1]?.date ?? null,
  };
};

const isDisputed = ({ casting }: VisitSetting, index: number): boolean =>
  casting.scene.term === -1
    ? casting.scene.school === 6 && index === 1
    : casting.scene.school === 7 && index === 0;

/** One leader forgot the last note, so that a clock has run out somewhere. */
const isForgotten = (setting: VisitSetting, index: number): boolean =>
  setting.casting.scene.school === 3 &&
  setting.casting.scene.term === 0 &&
  index === setting.visits.findLastIndex(({ date }) => date < setting.today);

/** What follows a note: the head agrees, or says what is wrong and the leader puts it right. */
const answersTo = (setting: VisitSetting, index: number, notedOn: IsoDate): readonly Step[] => {
  const { casting, leaderId } = setting;
  const head = {
    by: casting.schoolActor.personId,
    onBehalfOf: casting.schoolActor.onBehalf ? casting.plan.urn : null,
  };
  const on = workingDaysAfter(notedOn, 2 + (casting.position % 3) * 2);
  if (!isDisputed(setting, index)) {
    return [{ ...head, command: { type: "agree", at: momentOn(on, 640) } }];
  }
  const wrong = at(inaccuracies, casting.position % inaccuracies.length);
  const note = noteOf(setting, index);
  const amended = { ...note, seen: `${note.seen} Put right after the head’s remark.` };
  const mended: Step = {
    by: leaderId,
    onBehalfOf: null,
    command: { type: "amend", at: momentOn(workingDaysAfter(on, 2), 1010), note: amended },
  };
  return [
    { ...head, command: { type: "mark-inaccurate", at: momentOn(on, 640), wrong } },
    ...(casting.scene.term === -1 ? [mended] : []),
  ];
};

/** One visit fell out and could not be made up for. */
const isLost = ({ casting }: VisitSetting, index: number): boolean =>
  casting.scene.term === -1 && casting.scene.school === 2 && index === 2;

const moved = (setting: VisitSetting, index: number): readonly Step[] => {
  const { leaderId, terms } = setting;
  const { firstDate, date, halfDays } = at(setting.visits, index);
  if (firstDate === null) return [];
  const when = momentOn(workingDayUntil(addDays(firstDate, -1)), 480);
  const allowance = { leftHalfDays: halfDays, from: terms.from, to: terms.to };
  const command = { type: "reschedule", at: when, date, halfDays, allowance } as const;
  return [{ by: leaderId, onBehalfOf: null, command }];
};

const stepsOf = (setting: VisitSetting, index: number): readonly Step[] => {
  const { casting, leaderId, stop } = setting;
  const { date } = at(setting.visits, index);
  const leader = { by: leaderId, onBehalfOf: null };
  if (isLost(setting, index)) {
    const when = momentOn(workingDayUntil(addDays(date, -1)), 470);
    const reason = visitCancellations.illness;
    return [{ ...leader, command: { type: "cancel", at: when, reason } }];
  }
  if (stop !== null && date > stop.on) {
    const command = { type: "cancel", at: stop.at, reason: stop.reason } as const;
    const before = moved(setting, index).filter((step) => step.command.at < stop.at);
    return [...before, { by: casting.coordinatorId, onBehalfOf: null, command }];
  }
  const done: Step = { ...leader, command: { type: "do", at: momentOn(date, 930) } };
  if (isForgotten(setting, index)) return [done];
  const notedOn = workingDaysAfter(date, 1 + ((casting.position + index) % 2));
  const note = noteOf(setting, index);
  return [
    ...moved(setting, index),
    done,
    { ...leader, command: { type: "note", at: momentOn(notedOn, 1035), note } },
    ...answersTo(setting, index, notedOn),
  ];
};

const visitAt = (setting: VisitSetting, index: number): DemonstrationVisit => {
  const { deployment, leaderId, terms, today, plannedAt, visits } = setting;
  const { firstDate, ...visit } = at(visits, index);
  const planned = { ...visit, date: firstDate ?? visit.date };
  const leftHalfDays = visits.slice(index).reduce((sum, { halfDays }) => sum + halfDays, 0);
  const plan = planVisit(
    { ...planned, deployment },
    { leftHalfDays, from: terms.from, to: terms.to },
  );
  if (!plan.ok) throw new Error(`${planned.id}: ${JSON.stringify(plan.refusal)}`);
  const steps = stepsOf(setting, index).filter(({ command }) => command.at.slice(0, 10) < today);
  const record = replay<Visit, VisitCommand, Parameters<typeof evolveVisit>[1]>(
    { decide: decideVisit, evolve: evolveVisit },
    plan.value,
    steps,
  );
  const begunBy = { by: leaderId, onBehalfOf: null };
  return { begunAt: plannedAt, begunBy, beginning: plan.value, steps, record };
};

/** The visits of one deployment, done, noted and answered as far as today allows. */
export const visitsOf = (setting: VisitSetting): readonly DemonstrationVisit[] =>
  setting.visits.map((_, index) => visitAt(setting, index));

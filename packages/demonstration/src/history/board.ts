import { addDays, daysBetween, weekdayOf } from "@alongside/domain/calendar";
import type { FigureId } from "@alongside/domain/board";
import type { PersonId, ZoneId } from "@alongside/domain/identity";
import type { PhaseGroup } from "@alongside/domain/partnership";
import type { IsoDate } from "@alongside/domain/school";
import { personIdOf } from "../person/person.ts";
import { headKeyOf } from "../person/school-people.ts";
import { zones } from "../geography/zone.ts";
import { actsForItself, groupOf, schoolsInNeed } from "../person/choice.ts";
import { at } from "../random.ts";
import {
  actionNotes,
  agenda,
  boardActions,
  decisionGrounds,
  decisions,
} from "../words/board-words.ts";
import { isSchoolDay, termFromNow } from "./term.ts";

export type DemonstrationAction = {
  readonly id: string;
  readonly text: string;
  readonly ownerId: PersonId;
  readonly dueOn: IsoDate;
  readonly doneOn: IsoDate | null;
  /** What came of it; empty while it is open. */
  readonly note: string;
};

export type DemonstrationMeeting = {
  readonly id: string;
  readonly on: IsoDate;
  /** The day on which the figures of its pack were frozen; none before that. */
  readonly packFrozenOn: IsoDate | null;
  readonly agenda: readonly string[];
  readonly decisions: readonly {
    readonly id: string;
    readonly text: string;
    readonly reason: string;
    readonly figure: FigureId;
  }[];
  readonly actions: readonly DemonstrationAction[];
};

export type DemonstrationBoard = {
  readonly id: string;
  readonly name: string;
  readonly kind: "improvement-board" | "area-group";
  readonly phaseGroup: Exclude<PhaseGroup, "all">;
  /** None is the whole area. */
  readonly zones: readonly ZoneId[];
  readonly chairId: PersonId;
  readonly clerkId: PersonId;
  readonly memberIds: readonly PersonId[];
  readonly meetings: readonly DemonstrationMeeting[];
};

type Key = keyof typeof decisions;
type Body = Omit<DemonstrationBoard, "meetings"> & {
  readonly key: Key;
  /** Which part of a term has gone by when it meets. */
  readonly part: number;
};

const headsOf = (group: "primary" | "secondary", number: number): readonly PersonId[] =>
  schoolsInNeed
    .filter((plan) => groupOf(plan) === group && actsForItself(plan))
    .slice(0, number)
    .map((plan) => personIdOf(headKeyOf(plan)));

const clerkId = personIdOf("board-clerk");
const chairId = personIdOf("board-chair");
const shared = [personIdOf("board-diocese"), personIdOf("board-union")];

const bodies: readonly Body[] = [
  {
    id: "board-primary",
    name: "Primary improvement board",
    kind: "improvement-board",
    phaseGroup: "primary",
    zones: [],
    chairId,
    clerkId,
    memberIds: [...shared, personIdOf("board-governor"), personIdOf("officer-primary")],
    key: "primary",
    part: 0.55,
  },
  {
    id: "board-secondary",
    name: "Secondary improvement board",
    kind: "improvement-board",
    phaseGroup: "secondary",
    zones: [],
    chairId,
    clerkId,
    memberIds: [...shared, personIdOf("board-college"), personIdOf("officer-secondary")],
    key: "secondary",
    part: 0.66,
  },
  {
    id: "group-harbour",
    name: "Harbour area group",
    kind: "area-group",
    phaseGroup: "primary",
    zones: zones.slice(0, 1).map(({ id }) => id),
    chairId: at(headsOf("primary", 1), 0),
    clerkId,
    memberIds: headsOf("primary", 5),
    key: "group",
    part: 0.4,
  },
];

const wednesday = 3;

/** The first Wednesday in school from so far into a term. */
const meetingDay = (today: IsoDate, offset: number, part: number): IsoDate => {
  const term = termFromNow(today, offset);
  let day = addDays(term.startsOn, Math.round(daysBetween(term.startsOn, term.endsOn) * part));
  while (weekdayOf(day) !== wednesday || !isSchoolDay(day, term)) day = addDays(day, 1);
  return day;
};

const offsets = [-2, -1, 0, 1] as const;

/** An action is done a week before its day, but for the first of all: it was late, and came again at the next meeting. */
const doneOnOf = (dueOn: IsoDate, index: number): IsoDate =>
  index === 0 ? addDays(dueOn, 70) : addDays(dueOn, -7);

/** Each meeting sets one action. */
const actionsOf = (
  body: Body,
  on: IsoDate,
  given: { readonly index: number; readonly today: IsoDate },
): readonly DemonstrationAction[] => {
  const { index, today } = given;
  const dueOn = addDays(on, 42);
  const doneOn = doneOnOf(dueOn, index);
  const isDone = doneOn < today;
  return [
    {
      id: `action-${body.key}-${index + 1}`,
      text: at(boardActions[body.key], index),
      ownerId: at(body.memberIds, index % body.memberIds.length),
      dueOn,
      doneOn: isDone ? doneOn : null,
      note: isDone ? at(actionNotes, index) : "",
    },
  ];
};

const decisionsOf = (body: Body, index: number): DemonstrationMeeting["decisions"] => [
  {
    id: `decision-${body.key}-${index + 1}`,
    text: at(decisions[body.key], index),
    ...at(decisionGrounds, index),
  },
];

const meetingsOf = (body: Body, today: IsoDate): readonly DemonstrationMeeting[] => {
  const days = offsets.map((offset) => meetingDay(today, offset, body.part));
  return days.map((on, index) => {
    const isHeld = on < today;
    const frozenOn = addDays(on, -7);
    return {
      id: `meeting-${body.key}-${index + 1}`,
      on,
      packFrozenOn: frozenOn < today ? frozenOn : null,
      agenda,
      decisions: isHeld ? decisionsOf(body, index) : [],
      actions: isHeld ? actionsOf(body, on, { index, today }) : [],
    };
  });
};

/** Both boards and one area group, with their meetings of two terms past, this one and the next. */
export const boardsOn = (today: IsoDate): readonly DemonstrationBoard[] =>
  bodies.map((body) => {
    const { key: _, part: __, ...board } = body;
    return { ...board, meetings: meetingsOf(body, today) };
  });

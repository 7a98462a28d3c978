import { addDays, daysBetween, weekdayOf } from "@alongside/domain/calendar";
import type { PersonId } from "@alongside/domain/identity";
import type { PhaseGroup } from "@alongside/domain/partnership";
import type { IsoDate } from "@alongside/domain/school";
import { personIdOf } from "../person/person.ts";
import { headKeyOf } from "../person/school-people.ts";
import { actsForItself, groupOf, schoolsInNeed } from "../person/choice.ts";
import { at } from "../random.ts";
import { agenda, boardActions, decisions } from "../words/board-words.ts";
import { isSchoolDay, termFromNow } from "./term.ts";

export type DemonstrationAction = {
  readonly id: string;
  readonly text: string;
  readonly ownerId: PersonId;
  readonly dueOn: IsoDate;
  readonly doneOn: IsoDate | null;
  /** The action of the meeting before from which this one was carried forward. */
  readonly carriedFrom: string | null;
};

export type DemonstrationMeeting = {
  readonly id: string;
  readonly on: IsoDate;
  /** The day on which the figures of its pack were frozen; none before that. */
  readonly packFrozenOn: IsoDate | null;
  readonly agenda: readonly string[];
  readonly decisions: readonly { readonly id: string; readonly text: string }[];
  readonly actions: readonly DemonstrationAction[];
};

export type DemonstrationBoard = {
  readonly id: string;
  readonly name: string;
  readonly kind: "improvement-board" | "area-group";
  readonly phaseGroup: Exclude<PhaseGroup, "all">;
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

/** Each meeting sets one new action; the first one was late and is carried forward once. */
const actionsOf = (body: Body, days: readonly IsoDate[], index: number) => {
  const owner = (step: number) => at(body.memberIds, step % body.memberIds.length);
  const id = (meeting: number, carried = false): string =>
    `action-${body.key}-${meeting + 1}${carried ? "-carried" : ""}`;
  const own: DemonstrationAction = {
    id: id(index),
    text: at(boardActions[body.key], index),
    ownerId: owner(index),
    dueOn: addDays(at(days, index), 42),
    doneOn: null,
    carriedFrom: null,
  };
  return index === 1
    ? [
        {
          ...own,
          id: id(0, true),
          text: at(boardActions[body.key], 0),
          ownerId: owner(0),
          carriedFrom: id(0),
        },
        own,
      ]
    : [own];
};

/** An action is done nine weeks after the meeting that set it last, but for those of the last meeting. */
const withDone = (action: DemonstrationAction, today: IsoDate): DemonstrationAction => {
  const doneOn = addDays(action.dueOn, -7);
  return doneOn < today && (action.carriedFrom !== null || !action.id.endsWith("-1"))
    ? { ...action, doneOn }
    : action;
};

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
      decisions: isHeld
        ? [{ id: `decision-${body.key}-${index + 1}`, text: at(decisions[body.key], index) }]
        : [],
      actions: isHeld ? actionsOf(body, days, index).map((action) => withDone(action, today)) : [],
    };
  });
};

/** Both boards and one area group, with their meetings of two terms past, this one and the next. */
export const boardsOn = (today: IsoDate): readonly DemonstrationBoard[] =>
  bodies.map((body) => {
    const { key: _, part: __, ...board } = body;
    return { ...board, meetings: meetingsOf(body, today) };
  });

import { addDays } from "@alongside/domain/calendar";
import {
  decideConcern,
  evolveConcern,
  raiseConcern,
  toConcernId,
  type Concern,
  type ConcernCommand,
  type ConcernRaised,
} from "@alongside/domain/concern";
import type { IsoDate } from "@alongside/domain/school";
import { schoolsInNeed } from "../person/choice.ts";
import { personIdOf } from "../person/person.ts";
import { at } from "../random.ts";
import { concernTexts, handlings, letters, replies, resolutions } from "../words/concern-words.ts";
import { momentOn, workingDayUntil } from "./moment.ts";
import { replay, type DemonstrationStep, type Told } from "./told.ts";

export type DemonstrationConcern = Told<ConcernRaised, Concern, ConcernCommand>;

/** How far a concern has gone, and how many days ago each step was taken. */
type Outline = {
  readonly school: number;
  readonly raised: number;
  readonly handled?: number;
  readonly reason?: string;
  /** Days ago on which each stage was sent. */
  readonly stages?: readonly number[];
  readonly resolved?: number;
};

const outlines: readonly Outline[] = [
  { school: 12, raised: 3 },
  { school: 9, raised: 20, handled: 14 },
  { school: 5, raised: 48, handled: 44, reason: "no-cooperation", stages: [34] },
  { school: 1, raised: 160, handled: 152, reason: "insufficient-progress", stages: [140, 90, 12] },
  { school: 20, raised: 190, handled: 183, reason: "finance", stages: [170, 120], resolved: 60 },
  { school: 31, raised: 130, handled: 122, resolved: 75 },
];

const daysToReply = 21;

/** Every letter was answered within a fortnight; the one that is less than that old is still out. */
const replyTo = (ago: number): number | undefined => (ago > 14 ? ago - 13 : undefined);

type Planned = readonly (readonly [daysAgo: number, command: (at: Instant) => ConcernCommand])[];
type Instant = ConcernCommand["at"];

const escalations = ({ stages = [], reason = "" }: Outline, today: IsoDate): Planned =>
  stages.flatMap((ago, index): Planned => {
    const stage = at([1, 2, 3] as const, index);
    const replyBy = addDays(today, daysToReply - ago);
    const letter = at(letters, index);
    const answered = replyTo(ago);
    const sent: Planned[number] = [
      ago,
      (moment) => ({ type: "escalate", at: moment, stage, reason, letter, replyBy }),
    ];
    return answered === undefined
      ? [sent]
      : [
          sent,
          [
            answered,
            (moment) => ({ type: "reply", at: moment, text: at(replies, index % replies.length) }),
          ],
        ];
  });

const planned = (outline: Outline, index: number, today: IsoDate): Planned => {
  const { handled, resolved } = outline;
  const handling = at(handlings, index % handlings.length);
  const resolution = at(resolutions, index % resolutions.length);
  return [
    ...(handled === undefined
      ? []
      : [
          [
            handled,
            (moment) => ({ type: "handle", at: moment, handling }),
          ] satisfies Planned[number],
        ]),
    ...escalations(outline, today),
    ...(resolved === undefined
      ? []
      : [
          [
            resolved,
            (moment) => ({ type: "resolve", at: moment, resolution }),
          ] satisfies Planned[number],
        ]),
  ];
};

const officer = { by: personIdOf("officer-primary"), onBehalfOf: null };

const concernOf = (outline: Outline, index: number, today: IsoDate): DemonstrationConcern => {
  const moment = (ago: number, ordinal: number) =>
    momentOn(workingDayUntil(addDays(today, -ago)), 580 + ordinal * 20);
  const begunAt = moment(outline.raised, 0);
  const beginning = raiseConcern({
    id: toConcernId(`concern-00${index + 1}`),
    school: at(schoolsInNeed, outline.school).urn,
    text: at(concernTexts, index),
    raisedAt: begunAt,
  });
  const steps: readonly DemonstrationStep<ConcernCommand>[] = planned(outline, index, today).map(
    ([ago, command], ordinal) => ({ ...officer, command: command(moment(ago, ordinal + 1)) }),
  );
  const record = replay<Concern, ConcernCommand, Parameters<typeof evolveConcern>[1]>(
    { decide: decideConcern, evolve: evolveConcern },
    beginning,
    steps,
  );
  return { begunAt, begunBy: officer, beginning, steps, record };
};

/** One concern at each stage; never one about a school from which a leader comes. */
export const concernsOn = (today: IsoDate): readonly DemonstrationConcern[] =>
  outlines.map((outline, index) => concernOf(outline, index, today));

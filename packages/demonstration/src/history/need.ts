import { addDays, type Instant } from "@alongside/domain/calendar";
import {
  decideNeed,
  draftNeed,
  evolveNeed,
  type Need,
  type NeedCommand,
  type NeedDraft,
  type NeedId,
} from "@alongside/domain/need";
import { toDeploymentId } from "@alongside/domain/deployment";
import type { IsoDate } from "@alongside/domain/school";
import { bandReasons, closingNotes, holdReasons } from "../words/need-words.ts";
import { askOf } from "./ask.ts";
import type { Casting } from "./cast.ts";
import { workingDayUntil } from "./moment.ts";
import type { DemonstrationOffer } from "./offer.ts";
import { momentAt, openedOn, ordinals, pivotOf, submittedOn } from "./timeline.ts";
import { replay, type DemonstrationStep, type Told } from "./told.ts";

export type DemonstrationNeed = Told<NeedDraft, Need, NeedCommand>;
type Step = DemonstrationStep<NeedCommand>;
type Command = NeedCommand;

type NeedStory = {
  readonly casting: Casting;
  readonly today: IsoDate;
  readonly offers: readonly DemonstrationOffer[];
  /** When the deployment that came of it ended, if it has. */
  readonly endedAt: Instant | null;
  readonly others: readonly Casting[];
};

const schoolPart = ({ plan, schoolActor }: Casting) => ({
  by: schoolActor.personId,
  onBehalfOf: schoolActor.onBehalf ? plan.urn : null,
});

const coordinatorPart = ({ coordinatorId }: Casting) => ({ by: coordinatorId, onBehalfOf: null });

const byCoordinator = (casting: Casting, command: Command): Step => ({
  ...coordinatorPart(casting),
  command,
});

const submission = (casting: Casting, today: IsoDate): readonly Step[] =>
  casting.scene.stage === "draft"
    ? []
    : [
        {
          ...schoolPart(casting),
          command: { type: "submit", at: momentAt(submittedOn(casting, today), ordinals.submit) },
        },
      ];

const neverOpened = new Set<Casting["scene"]["stage"]>([
  "draft",
  "submitted",
  "submitted-urgent",
  "questioned",
  "duplicate",
]);

/** One need on hold was never triaged: the other had been open for a while. */
const isHeldEarly = ({ scene, position }: Casting): boolean =>
  scene.stage === "on-hold" && position % 2 === 0;

const opening = (casting: Casting, today: IsoDate): readonly Step[] =>
  neverOpened.has(casting.scene.stage) || isHeldEarly(casting)
    ? []
    : [
        byCoordinator(casting, {
          type: "open",
          at: momentAt(openedOn(casting, today), ordinals.open),
          band: casting.band,
          reason: bandReasons[casting.band],
        }),
      ];

/** What each offer did to its need: out when it was sent, lost when it came to nothing, agreed when it was confirmed. */
const offerSteps = (casting: Casting, { steps, beginning, record }: DemonstrationOffer) =>
  steps.flatMap(({ by, onBehalfOf, command }): readonly Step[] => {
    const { at } = command;
    const offer = beginning.id;
    if (command.type === "send") return [{ by, onBehalfOf, command: { type: "offer", at, offer } }];
    if (command.type === "confirm" && record.state === "confirmed") {
      const deployment = toDeploymentId(`deployment-${casting.key}`);
      return [{ by, onBehalfOf, command: { type: "agree", at, deployment } }];
    }
    const isLost = ["decline", "expire", "withdraw"].includes(command.type);
    return isLost ? [{ by, onBehalfOf, command: { type: "lose-offer", at, offer } }] : [];
  });

const originalOf = ({ casting, others }: NeedStory): NeedId | undefined =>
  others.find(({ scene, plan }) => scene.stage === "submitted" && plan.urn === casting.plan.urn)
    ?.needId;

const closeAfterOffers = {
  unmet: { outcome: "unmet", after: 5 },
  withdrawn: { outcome: "withdrawn", after: 3 },
  escalated: { outcome: "escalated", after: 5 },
} as const;

const closing = (told: NeedStory): readonly Step[] => {
  const { casting, today, endedAt } = told;
  const { stage } = casting.scene;
  if (stage === "unmet" || stage === "withdrawn" || stage === "escalated") {
    const { outcome, after } = closeAfterOffers[stage];
    const at = momentAt(addDays(pivotOf(casting, today), after), ordinals.close);
    return [byCoordinator(casting, { type: "close", at, outcome, note: closingNotes[outcome] })];
  }
  if (stage === "met" || stage === "partly-met" || stage === "ended-early") {
    const outcome = stage === "ended-early" ? "unmet" : stage;
    const note = stage === "ended-early" ? closingNotes.endedEarly : closingNotes[outcome];
    return endedAt === null
      ? []
      : [byCoordinator(casting, { type: "close", at: endedAt, outcome, note })];
  }
  const duplicateOf = stage === "duplicate" ? originalOf(told) : undefined;
  if (duplicateOf === undefined) return [];
  const at = momentAt(addDays(today, -1), ordinals.close);
  const note = closingNotes.duplicate;
  return [byCoordinator(casting, { type: "close", at, outcome: "duplicate", note, duplicateOf })];
};

const waiting = (casting: Casting, today: IsoDate): readonly Step[] => {
  const { stage } = casting.scene;
  if (stage === "on-hold") {
    const reason = holdReasons[isHeldEarly(casting) ? 0 : 1];
    const at = momentAt(addDays(today, -8), ordinals.hold);
    return [byCoordinator(casting, { type: "hold", at, reason, until: addDays(today, 20) })];
  }
  if (stage !== "questioned") return [];
  const text = "Which year groups is it about, and has the new deputy been asked?";
  const at = momentAt(addDays(today, -2), ordinals.question);
  return [byCoordinator(casting, { type: "question", at, text })];
};

/** A need from its private draft to where it stands today. */
export const needOf = (told: NeedStory): DemonstrationNeed => {
  const { casting, today, offers } = told;
  const isDraft = casting.scene.stage === "draft";
  const begunOn = isDraft ? addDays(today, -2) : submittedOn(casting, today);
  const ask = askOf(casting, workingDayUntil(begunOn));
  const { wantedOutcome: _, ...unfinished } = ask;
  const beginning = draftNeed(casting.needId, isDraft ? unfinished : ask);
  const steps = [
    ...submission(casting, today),
    ...opening(casting, today),
    ...offers.flatMap((offer) => offerSteps(casting, offer)),
    ...waiting(casting, today),
    ...closing(told),
  ];
  const record = replay<Need, NeedCommand, Parameters<typeof evolveNeed>[1]>(
    { decide: decideNeed, evolve: evolveNeed },
    beginning,
    steps,
  );
  return {
    begunAt: momentAt(begunOn, ordinals.draft),
    begunBy: schoolPart(casting),
    beginning,
    steps,
    record,
  };
};

import { addDays, workingDaysAfter } from "@alongside/domain/calendar";
import type { IsoDate } from "@alongside/domain/school";
import { at } from "../random.ts";
import {
  endReason,
  evaluationComments,
  pauseReason,
  visitCancellations,
} from "../words/need-words.ts";
import {
  schoolPart,
  type DeploymentSetting as Setting,
  type DeploymentStep as Step,
} from "./deployment-setting.ts";
import { momentOn, workingDayUntil } from "./moment.ts";
import type { VisitSetting } from "./visit.ts";

/** When the work was paused or ended early, if it was. */
export const stopOf = ({ casting, today, visits }: Setting): VisitSetting["stop"] => {
  const { stage } = casting.scene;
  if (stage === "paused") {
    const on = workingDayUntil(addDays(today, -6));
    return { on, at: momentOn(on, 700), reason: visitCancellations.paused };
  }
  const first = visits[0];
  if (stage !== "ended-early" || first === undefined) return null;
  const on = workingDaysAfter(first.date, 6);
  return { on, at: momentOn(on, 700), reason: visitCancellations.endedEarly };
};

export const stopSteps = ({ casting }: Setting, stop: VisitSetting["stop"]): readonly Step[] => {
  if (stop === null) return [];
  const part = { by: casting.coordinatorId, onBehalfOf: null };
  return casting.scene.stage === "paused"
    ? [{ ...part, command: { type: "pause", at: stop.at, reason: pauseReason } }]
    : [{ ...part, command: { type: "end-early", at: stop.at, reason: endReason } }];
};

const answersOf = ({ casting }: Setting, side: "leader" | "supported-school") => {
  const isFull = casting.scene.stage === "met";
  const words = evaluationComments[side];
  return {
    difference: isFull ? 4 : 3,
    fit: side === "leader" ? 3 : 4,
    reliability: 4,
    again: isFull ? 4 : 3,
    changed: at(words, casting.position % words.length),
  };
};

const evaluation = (setting: Setting, side: "leader" | "supported-school", on: IsoDate): Step => {
  const part =
    side === "leader"
      ? { by: setting.leader.personId, onBehalfOf: null }
      : schoolPart(setting.casting);
  const answers = answersOf(setting, side);
  return { ...part, command: { type: "evaluate", at: momentOn(on, 660), side, answers } };
};

/** Done three working days after the last visit; then both evaluate, neither seeing the other's answers. */
export const endingSteps = (setting: Setting): readonly Step[] => {
  const { casting, visits } = setting;
  const last = visits.at(-1);
  const { stage } = casting.scene;
  if (last === undefined || stage === "paused" || stage === "ended-early") return [];
  const done = workingDaysAfter(last.date, 3);
  const part = { by: casting.coordinatorId, onBehalfOf: null };
  const complete: Step = { ...part, command: { type: "complete", at: momentOn(done, 580) } };
  const byLeader = evaluation(setting, "leader", workingDaysAfter(done, 2));
  const bySchool = evaluation(setting, "supported-school", workingDaysAfter(done, 4));
  const close: Step = {
    ...part,
    command: { type: "close", at: momentOn(workingDaysAfter(done, 6), 590) },
  };
  if (stage === "completing") return casting.position % 2 === 0 ? [complete, byLeader] : [complete];
  if (stage === "active") return [complete];
  return stage === "evaluated"
    ? [complete, byLeader, bySchool]
    : [complete, byLeader, bySchool, close];
};

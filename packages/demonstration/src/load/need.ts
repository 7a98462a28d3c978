import { recordNewNeed } from "@alongside/db/stores/need";
import type { Write } from "@alongside/db";
import type { Instant } from "@alongside/domain/calendar";
import type { PersonId } from "@alongside/domain/identity";
import { decideNeed, evolveNeed, type Need, type NeedCommandType } from "@alongside/domain/need";
import { record, type Context } from "@alongside/usecases/context";
import { toLogged } from "@alongside/usecases/need";
import type { DemonstrationArea } from "../area.ts";
import type { DemonstrationNeed, DemonstrationOffer } from "../history/index.ts";

type Part = DemonstrationNeed["begunBy"];

/** The same request at another moment by another person, for another school; the clock's own acts stay the command line's. */
const actedBy = (ctx: Context, { by, onBehalfOf }: Part, at: Instant): Context => ({
  ...ctx,
  now: () => Date.parse(at),
  actor: by === null ? ctx.actor : { kind: "person", personId: by, name: "", grants: [] },
  onBehalfOf: onBehalfOf === null ? undefined : `school ${onBehalfOf}`,
});

const coordinatorActs: readonly NeedCommandType[] = ["open", "question", "hold", "band", "close"];

/** The first coordinator who did something with it has it. */
const coordinatorOf = ({ steps }: DemonstrationNeed): PersonId | null =>
  steps.find(({ command }) => coordinatorActs.includes(command.type))?.by ?? null;

const hasBeenAccepted = ({ record: { state } }: DemonstrationOffer): boolean =>
  state === "accepted" || state === "released" || state === "confirmed";

/** How far it was shown: in an offer that is out, by name once one was accepted. */
const shownTo = (need: Need, offers: readonly DemonstrationOffer[]) => {
  const shown =
    need.state === "on-hold" ? need.before : need.state === "closed" ? need.reopensAs : need;
  const out =
    shown.state === "offered"
      ? offers.find(({ beginning }) => beginning.id === shown.offer)
      : undefined;
  const isAcceptedInPrinciple =
    shown.state === "agreed" || (out !== undefined && hasBeenAccepted(out));
  return { isShortlisted: out !== undefined || isAcceptedInPrinciple, isAcceptedInPrinciple };
};

type Loading = {
  readonly area: DemonstrationArea;
  readonly told: DemonstrationNeed;
  readonly number: number | null;
};

const loadEvents = async (ctx: Context, tx: Write, { area, told }: Loading): Promise<void> => {
  const about = { areaId: area.id, entity: "need", entityId: told.beginning.id };
  const begun = { ...about, entityVersion: 1, kind: "need-begun" };
  await record(actedBy(ctx, told.begunBy, told.begunAt), tx, begun);
  let need: Need = told.beginning;
  for (const [index, step] of told.steps.entries()) {
    const decision = decideNeed(need, step.command);
    if (!decision.ok) throw new Error(`${told.beginning.id} cannot ${step.command.type}`);
    need = evolveNeed(need, decision.value);
    const event = { ...about, entityVersion: index + 2, ...toLogged(decision.value) };
    await record(actedBy(ctx, step, step.command.at), tx, event);
  }
};

const loadNeed = async (ctx: Context, tx: Write, given: Loading): Promise<void> => {
  const { area, told, number } = given;
  const { begunBy, begunAt, steps } = told;
  await recordNewNeed(tx, {
    need: told.record,
    areaId: area.id,
    number,
    coordinatorId: coordinatorOf(told),
    begunBy: begunBy.by ?? "command-line",
    isBegunOnBehalf: begunBy.onBehalfOf !== null,
    createdAt: begunAt,
    changedAt: steps.at(-1)?.command.at ?? begunAt,
    version: steps.length + 1,
    ...shownTo(told.record, area.history.offers),
  });
  await loadEvents(ctx, tx, given);
};

const sentAt = ({ steps }: DemonstrationNeed): Instant | undefined =>
  steps.find(({ command }) => command.type === "submit")?.command.at;

/** Writes the invented needs with what happened to each, numbered in the order in which they were sent. */
export const loadNeeds = (ctx: Context, area: DemonstrationArea): Promise<void> =>
  ctx.write(async (tx) => {
    const { needs } = area.history;
    const sent = needs
      .filter((told) => sentAt(told) !== undefined)
      .toSorted((one, other) => ((sentAt(one) ?? "") < (sentAt(other) ?? "") ? -1 : 1));
    for (const told of needs) {
      const place = sent.indexOf(told);
      await loadNeed(ctx, tx, { area, told, number: place < 0 ? null : place + 1 });
    }
  });

import { recordCapacityAnswer, recordNewCapacityLine } from "@alongside/db/stores/capacity";
import type { Write } from "@alongside/db";
import type { Instant } from "@alongside/domain/calendar";
import type { CapacityCommandType, CapacityLine } from "@alongside/domain/capacity";
import type { PersonId } from "@alongside/domain/identity";
import { record, type Context } from "@alongside/usecases/context";
import type { DemonstrationArea } from "../area.ts";
import type { DemonstrationCapacityLine } from "../history/index.ts";
import { loadLedgers } from "./ledger.ts";

const kinds: Readonly<Record<CapacityCommandType, string>> = {
  change: "capacity-changed",
  confirm: "capacity-confirmed",
  reconfirm: "capacity-reconfirmed",
  lapse: "capacity-lapsed",
  withdraw: "capacity-withdrawn",
};

/** The same request at another moment by another person; the clock's own acts stay the command line's. */
export const actedBy = (ctx: Context, by: PersonId | null, at: Instant): Context => ({
  ...ctx,
  now: () => Date.parse(at),
  actor: by === null ? ctx.actor : { kind: "person", personId: by, name: "", grants: [] },
});

const answerOf = (line: CapacityLine) => {
  if (line.state === "withdrawn") return { answer: "not-now", note: line.reason } as const;
  return { answer: line.state === "indicative" ? "maybe" : "yes", note: "" } as const;
};

type Loading = { readonly area: DemonstrationArea; readonly capacity: DemonstrationCapacityLine };

const loadEvents = async (ctx: Context, tx: Write, given: Loading): Promise<void> => {
  const { area, capacity } = given;
  const { line, indicatedAt, steps } = capacity;
  const about = { areaId: area.id, entity: "capacity-line", entityId: line.id };
  const begun = { ...about, entityVersion: 1, kind: "capacity-indicated" };
  const payload = { halfDays: line.supply.halfDays };
  await record(actedBy(ctx, line.leader, indicatedAt), tx, { ...begun, payload });
  for (const [index, { by, command }] of steps.entries()) {
    const { type, at, ...facts } = command;
    const event = { ...about, entityVersion: index + 2, kind: kinds[type], payload: facts };
    await record(actedBy(ctx, by, at), tx, event);
  }
};

const loadLine = async (ctx: Context, tx: Write, given: Loading): Promise<void> => {
  const { area, capacity } = given;
  const { line, termId, steps, indicatedAt } = capacity;
  const { leader: personId } = line;
  const homeUrn = area.leaders.find((leader) => leader.personId === personId)?.homeUrn;
  if (homeUrn === undefined) throw new Error(`${line.id} is of nobody`);
  const changedAt = steps.at(-1)?.command.at ?? indicatedAt;
  const version = steps.length + 1;
  await recordNewCapacityLine(tx, line, { areaId: area.id, homeUrn, termId, changedAt, version });
  await recordCapacityAnswer(tx, {
    areaId: area.id,
    personId,
    termId,
    ...answerOf(line),
    answeredAt: changedAt,
    version: 1,
  });
  await loadEvents(ctx, tx, given);
};

/** Writes the invented leaders' lines of two past terms, this one and the next, with the whole book of each. */
export const loadCapacity = (ctx: Context, area: DemonstrationArea): Promise<void> =>
  ctx.write(async (tx) => {
    for (const capacity of area.history.capacityLines) await loadLine(ctx, tx, { area, capacity });
    await loadLedgers(ctx, tx, area);
  });

import { recordInterest, recordNewConflict } from "@alongside/db/stores/conflict";
import type { Write } from "@alongside/db";
import { londonDateOf } from "@alongside/domain/calendar";
import type { Conflict, ConflictGround, InterestKind } from "@alongside/domain/conflict";
import type { PersonId } from "@alongside/domain/identity";
import { record, type Context } from "@alongside/usecases/context";
import type { DemonstrationArea } from "../area.ts";
import type { DemonstrationConflict } from "../history/index.ts";

const kinds: Readonly<Record<DemonstrationConflict["kind"], InterestKind>> = {
  "past-employment": "past-employment",
  "same-governors": "governor",
  "reciprocal-support": "reciprocal-support",
};

const groundOf = ({ kind, urn, leaderId, declaredAt }: DemonstrationConflict): ConflictGround => {
  if (kind === "past-employment") return { kind, school: urn };
  return kind === "same-governors"
    ? { kind, governors: [leaderId] }
    : { kind, lastOn: londonDateOf(declaredAt) };
};

const conflictOf = (tie: DemonstrationConflict): Conflict => {
  const found = { ground: groundOf(tie), foundAt: tie.declaredAt };
  if (tie.decision === null) return { state: "found", ...found };
  const { outcome, reason, by, at } = tie.decision;
  const state = outcome === "cleared" ? "allowed" : "upheld";
  return { state, ...found, reason, conditions: "", by, at };
};

type Loading = { readonly area: DemonstrationArea; readonly tie: DemonstrationConflict };

const actedBy = (ctx: Context, by: PersonId, at: string): Context => ({
  ...ctx,
  now: () => Date.parse(at),
  actor: { kind: "person", personId: by, name: "", grants: [] },
});

const loadEvents = async (ctx: Context, tx: Write, { area, tie }: Loading): Promise<void> => {
  const { id, leaderId, declaredAt, decision, urn } = tie;
  const about = { areaId: area.id, entity: "conflict", entityId: id };
  const payload = { leader: leaderId, urn, ground: tie.kind };
  const found = { ...about, entityVersion: 1, kind: "conflict-found", payload };
  await record(actedBy(ctx, leaderId, declaredAt), tx, found);
  if (decision === null) return;
  const kind = decision.outcome === "cleared" ? "conflict-allowed" : "conflict-upheld";
  await record(actedBy(ctx, decision.by, decision.at), tx, {
    ...about,
    entityVersion: 2,
    kind,
    payload: { reason: decision.reason, conditions: "" },
  });
};

const loadTie = async (ctx: Context, tx: Write, { area, tie }: Loading): Promise<void> => {
  const { id, leaderId: personId, urn, words, declaredAt, decision } = tie;
  const homeUrn = area.leaders.find((leader) => leader.personId === personId)?.homeUrn;
  if (homeUrn === undefined) throw new Error(`${id} is of nobody`);
  const named = { areaId: area.id, personId, urn };
  await recordInterest(tx, {
    ...named,
    id: `interest-${id}`,
    kind: kinds[tie.kind],
    words,
    untilOn: null,
    declaredBy: personId,
    declaredAt,
  });
  const conflict = conflictOf(tie);
  const changed = decision === null ? {} : { version: 2, changedAt: decision.at };
  await recordNewConflict(tx, { ...named, ...changed, id, homeUrn, foundBy: personId, conflict });
  await loadEvents(ctx, tx, { area, tie });
};

/** Writes the invented ties between leaders and schools, with what was decided about each. */
export const loadConflicts = (ctx: Context, area: DemonstrationArea): Promise<void> =>
  ctx.write(async (tx) => {
    for (const tie of area.history.conflicts) await loadTie(ctx, tx, { area, tie });
  });

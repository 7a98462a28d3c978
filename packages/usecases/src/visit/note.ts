import type { Read, Write } from "@alongside/db";
import { recordActionDone, recordVisitActions } from "@alongside/db/stores/visit";
import type { Area } from "@alongside/db/views/area";
import { listObjectives } from "@alongside/db/views/deployment";
import { findAction, listSchoolPeople, type StoredVisit } from "@alongside/db/views/visit";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { maySeeDeployment, maySeeVisitNote, mayWriteVisitNote } from "@alongside/domain/identity";
import type { VisitNote } from "@alongside/domain/visit";
import { authorise, found, once, record, refuse, type Context } from "../context/index.ts";
import { forLeader } from "../leader/place.ts";
import { applyToVisit, toChanged, type VisitChanged } from "./apply.ts";
import { openForChange, type VisitSeen } from "./change.ts";
import { openVisit } from "./place.ts";

/** Who may be given something to do on a visit: the leader, and the people of the supported school. */
export const listOwners = async (read: Read, { row, leader }: StoredVisit) => {
  const ofSchool = await listSchoolPeople(read, row.areaId, row.urn);
  return [{ id: row.personId, name: leader }, ...ofSchool.filter(({ id }) => id !== row.personId)];
};

/** A note names objectives of its own agreement, and people of its own two schools. */
const requireKnown = async (tx: Write, stored: StoredVisit, note: VisitNote): Promise<void> => {
  const objectives = await listObjectives(tx, stored.row.deploymentId);
  const owners = await listOwners(tx, stored);
  const known = new Set<string>(objectives.map(({ id }) => id));
  if (note.progress.some(({ objective }) => !known.has(objective)))
    refuse({
      kind: "invalid-input",
      fields: { progress: "The agreement has changed: open the visit again" },
    });
  if (note.actions.some(({ owner }) => !owners.some(({ id }) => id === owner)))
    refuse({ kind: "invalid-input", fields: { actions: "Choose who does it from the list" } });
};

type Noting = {
  readonly area: Area;
  readonly stored: StoredVisit;
  readonly note: VisitNote;
  readonly type: "note" | "amend";
};

const writeNote = async (ctx: Context, tx: Write, given: Noting): Promise<VisitChanged> => {
  const { area, note, type } = given;
  const at = toInstant(ctx.now());
  await requireKnown(tx, given.stored, note);
  const stored =
    type === "note" && given.stored.row.state === "planned"
      ? await applyToVisit(ctx, tx, { area, stored: given.stored, command: { type: "do", at } })
      : given.stored;
  const changed = await applyToVisit(ctx, tx, { area, stored, command: { type, at, note } });
  const { id, deploymentId } = changed.row;
  await recordVisitActions(
    tx,
    id,
    note.actions.map(({ text, owner, due }) => ({
      id: ctx.newId(),
      areaId: area.id,
      visitId: id,
      deploymentId,
      text,
      ownerId: owner,
      dueOn: due,
    })),
  );
  return toChanged(changed);
};

export type NoteSent = VisitSeen & {
  readonly note: VisitNote;
  /** Chosen by the sender, so that the same record sent again, as the signal comes and goes, is written once. */
  readonly key?: string | undefined;
};

const noting =
  (type: Noting["type"]) =>
  (ctx: Context, area: Area, input: NoteSent): Promise<VisitChanged> =>
    ctx.write(async (tx) => {
      const { stored: before, place } = await openVisit(ctx, tx, { area, id: input.id });
      authorise(mayWriteVisitNote(ctx.actor, place));
      const work = async () => {
        const may = mayWriteVisitNote;
        const { stored } = await openForChange(ctx, tx, { area, seen: input, may });
        const acting = forLeader(ctx, place.leader);
        return writeNote(acting, tx, { area, stored, note: input.note, type });
      };
      return once(ctx, tx, { key: input.key, about: `visit-${type} ${before.row.id}`, work });
    });

/**
 * Writes the record of a visit, once for a key; a visit that was only planned has taken place with it, and its days are delivered. Refuses
 * `not-yet-happened` before its day.
 */
export const recordVisitNote = noting("note");

/** Puts right what the head found inaccurate; the record as it was stays beside it. */
export const amendVisitNote = noting("amend");

/** Whoever sees the record notes that something agreed on a visit was done. Done twice counts once. */
export const finishAction = (
  ctx: Context,
  area: Area,
  input: { readonly id: string },
): Promise<{ readonly id: string }> =>
  ctx.write(async (tx) => {
    const action = found(await findAction(tx, area.id, input.id));
    const { place } = await openVisit(ctx, tx, { area, id: action.visitId });
    authorise(maySeeDeployment(ctx.actor, place) && maySeeVisitNote(ctx.actor, place));
    if (action.doneAt !== null || ctx.actor.kind !== "person") return { id: action.id };
    const doneAt = toInstant(ctx.now());
    await recordActionDone(tx, action.id, { doneAt, doneBy: ctx.actor.personId });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "deployment",
      entityId: action.deploymentId,
      entityVersion: 1,
      kind: "visit-action-done",
      payload: { visit: action.visitId, action: action.id },
    });
    return { id: action.id };
  });

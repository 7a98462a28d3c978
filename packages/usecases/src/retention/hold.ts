import type { Area } from "@alongside/db/views/area";
import { recordHold, recordHoldReleased } from "@alongside/db/stores/retention";
import { findPerson } from "@alongside/db/views/identity";
import { listPartsOf } from "@alongside/db/views/identity-part";
import { findSchoolOfArea } from "@alongside/db/views/identity-place";
import type { HoldRow } from "@alongside/db/views/retention";
import { mayAdministerArea, toId, type PersonId } from "@alongside/domain/identity";
import type { HoldSubject } from "@alongside/domain/retention";
import type { Urn } from "@alongside/domain/school";
import { authorise, found, instantOf, record, refuse, type Context } from "../context/index.ts";

/** Guarantee: the column was written from a subject, whose URN it is. */
const asUrn = (text: string): Urn => Number(text) as Urn;

/** What a hold of the table is about. */
export const toSubject = ({ subjectKind, subjectId }: HoldRow): HoldSubject => {
  switch (subjectKind) {
    case "area":
      return { kind: "area" };
    case "school":
      return { kind: "school", urn: asUrn(subjectId) };
    case "person":
      return { kind: "person", personId: toId<PersonId>(subjectId) };
  }
};

const idOf = (subject: HoldSubject): string => {
  if (subject.kind === "school") return String(subject.urn);
  return subject.kind === "person" ? subject.personId : "";
};

/** The subject is one of the area: another's answers `not-found`. */
const checkSubject = async (ctx: Context, area: Area, subject: HoldSubject): Promise<void> => {
  if (subject.kind === "school") found(await findSchoolOfArea(ctx.read, area.id, subject.urn));
  if (subject.kind === "person") {
    found(await findPerson(ctx.read, subject.personId));
    const parts = await listPartsOf(ctx.read, subject.personId);
    found(parts.find(({ areaId }) => areaId === area.id));
  }
};

export const actorOf = ({ actor }: Context): string =>
  actor.kind === "person" ? actor.personId : actor.kind;

/** Keeps everything about an area, a school or a person, however old, until the hold is ended. Refuses `not-allowed`, `not-found`. */
export const placeHold = async (
  ctx: Context,
  area: Area,
  input: { readonly subject: HoldSubject; readonly reason: string },
): Promise<{ readonly id: string }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  await checkSubject(ctx, area, input.subject);
  const id = ctx.newId();
  const { subject, reason } = input;
  await ctx.write(async (tx) => {
    await recordHold(tx, {
      id,
      areaId: area.id,
      subjectKind: subject.kind,
      subjectId: idOf(subject),
      reason,
      placedBy: actorOf(ctx),
      placedAt: instantOf(ctx),
    });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "legal-hold",
      entityId: id,
      entityVersion: 1,
      kind: "legal-hold-placed",
      payload: { subject: subject.kind },
    });
  });
  return { id };
};

/** Ends a hold, with the reason. Refuses `not-allowed`, and `not-found` for one that has ended. */
export const releaseHold = async (
  ctx: Context,
  area: Area,
  input: { readonly id: string; readonly reason: string },
): Promise<void> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  await ctx.write(async (tx) => {
    const hold = { id: input.id, areaId: area.id };
    const isReleased = await recordHoldReleased(tx, hold, {
      releasedBy: actorOf(ctx),
      releasedAt: instantOf(ctx),
      releasedReason: input.reason,
    });
    if (!isReleased) refuse({ kind: "not-found" });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "legal-hold",
      entityId: input.id,
      entityVersion: 2,
      kind: "legal-hold-released",
    });
  });
};

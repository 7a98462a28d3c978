import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordAttachmentRemoved } from "@alongside/db/stores/attachment";
import {
  findAttachment,
  isContentKept,
  listAttachments,
  type AttachmentRow,
} from "@alongside/db/views/attachment";
import { listOffersOfNeed } from "@alongside/db/views/offer";
import { listZoneIdsOfSchool } from "@alongside/db/views/identity-place";
import { namesOf } from "@alongside/db/views/need";
import {
  mayPrepareNeed,
  maySeeNeed,
  needAudienceOf,
  offerViewOf,
  type NeedPlace,
} from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import { findNeed } from "@alongside/db/views/need";
import { authorise, found, instantOf, record, refuse, type Context } from "../context/index.ts";
import { forSchool, openNeed } from "../need/place.ts";
import type { FileStore } from "./files.ts";

/** Whether the need is named to the actor: an offer for it was accepted on their side (Product rules, §3: graded disclosure). */
const isNamedTo = async (
  ctx: Context,
  read: Read,
  given: { area: Area; place: NeedPlace; needId: NeedId },
) => {
  const { area, place, needId } = given;
  const offers = await listOffersOfNeed(read, area.id, needId);
  for (const { state, personId, homeUrn, organisationId } of offers) {
    const zoneIds = await listZoneIdsOfSchool(read, area.id, homeUrn);
    const leader = { areaId: area.id, personId, homeUrn, organisationId, zoneIds };
    const isAccepted = state === "accepted" || state === "released" || state === "confirmed";
    const view = offerViewOf(
      ctx.actor,
      { need: place, leader },
      { isSent: state !== "proposed", isAccepted, wasAnswered: isAccepted },
    );
    if (view === "named") return true;
  }
  return false;
};

/** A need whose files the actor may see: its school's, the coordinator's, and theirs to whom it is named. Anyone else's answers `not-found`. */
const openForFiles = async (ctx: Context, read: Read, given: { area: Area; needId: NeedId }) => {
  const { area, needId } = given;
  const row = found(await findNeed(read, area.id, needId));
  const zoneIds = await listZoneIdsOfSchool(read, area.id, row.urn);
  const place: NeedPlace = { areaId: area.id, urn: row.urn, zoneIds };
  const { isBegunOnBehalf } = row;
  const isDraft = row.state === "draft";
  const isSeen =
    maySeeNeed(ctx.actor, place, { isDraft, isBegunOnBehalf }) ||
    (!isDraft && (await isNamedTo(ctx, read, { area, place, needId })));
  return found(isSeen ? { row, place } : undefined);
};

/** The files of a need, the oldest first, for those who may see them. */
export const listFiles = async (ctx: Context, area: Area, input: { readonly needId: NeedId }) => {
  const { row, place } = await openForFiles(ctx, ctx.read, { area, needId: input.needId });
  const kept = await listAttachments(ctx.read, row.id);
  const names = await namesOf(
    ctx.read,
    kept.map(({ addedBy }) => addedBy),
  );
  const mayChange = mayPrepareNeed(ctx.actor, place) && row.state !== "closed";
  return {
    files: kept.map(({ id, name, kind, bytes, addedAt, addedBy }) => ({
      id,
      name,
      kind,
      bytes,
      addedAt,
      addedBy: names.get(addedBy) ?? null,
    })),
    mayAdd: mayChange,
    mayRemove: mayChange,
  };
};

type Named = { readonly needId: NeedId; readonly id: string };

const openFile = async (ctx: Context, read: Read, given: Named & { area: Area }) => {
  const opened = await openForFiles(ctx, read, given);
  const file = found(await findAttachment(read, given.needId, given.id));
  return { ...opened, file };
};

/**
 * A file with its content. That somebody read it is itself recorded, except by the school that attached it. Refuses `file-lost` where the
 * content is missing.
 */
export const readFile = async (
  ctx: Context,
  area: Area,
  given: Named & { readonly files: FileStore },
): Promise<{ readonly file: AttachmentRow; readonly content: Uint8Array }> => {
  const { needId, id, files } = given;
  const { file } = await openFile(ctx, ctx.read, { area, needId, id });
  const content = (await files.read(file.hash)) ?? refuse({ kind: "file-lost" });
  await ctx.write(async (tx) => {
    const { row, place } = await openFile(ctx, tx, { area, needId, id });
    if (needAudienceOf(ctx.actor, place) === "own-school") return;
    await record(ctx, tx, {
      areaId: area.id,
      entity: "need",
      entityId: needId,
      entityVersion: row.version,
      kind: "need-file-read",
      payload: { file: id, name: file.name },
    });
  });
  return { file, content };
};

/** Removes a file with a reason; its record stays, its content goes when no other file has the same. The school's side alone. */
export const removeFile = async (
  ctx: Context,
  area: Area,
  given: Named & { readonly reason: string; readonly files: FileStore },
): Promise<void> => {
  const { needId, id, files } = given;
  const hash = await ctx.write(async (tx) => {
    const opened = await openNeed(ctx, tx, { area, id: needId });
    authorise(mayPrepareNeed(ctx.actor, opened.place));
    const file = found(await findAttachment(tx, needId, id));
    const reason = given.reason.trim();
    if (reason === "") refuse({ kind: "words-needed", field: "reason" });
    const removedBy = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
    await recordAttachmentRemoved(tx, id, { removedBy, removedAt: instantOf(ctx), reason });
    await record(forSchool(ctx, opened.place), tx, {
      areaId: area.id,
      entity: "need",
      entityId: needId,
      entityVersion: opened.row.version,
      kind: "need-file-removed",
      payload: { file: id, name: file.name, reason },
    });
    return (await isContentKept(tx, file.hash)) ? undefined : file.hash;
  });
  if (hash !== undefined) await files.remove(hash);
};

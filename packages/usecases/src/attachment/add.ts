import { createHash } from "node:crypto";
import type { Area } from "@alongside/db/views/area";
import { recordAttachment } from "@alongside/db/stores/attachment";
import { listAttachments } from "@alongside/db/views/attachment";
import {
  kindOfName,
  largestAttachment,
  mostAttachments,
  toFileName,
  type AttachmentKind,
} from "@alongside/domain/attachment";
import { mayPrepareNeed } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import { authorise, instantOf, record, refuse, type Context } from "../context/index.ts";
import { forSchool, openNeed, type PlacedNeed } from "../need/place.ts";
import type { FileStore } from "./files.ts";
import { isSafePack, sniffKind } from "./sniff.ts";

const packedKinds: readonly AttachmentKind[] = ["docx", "xlsx", "odt"];

/** The kind of a file, by what it holds and by its name, which must agree. Refuses everything that is not safe to keep. */
const checkFile = async (name: string, content: Buffer): Promise<AttachmentKind> => {
  if (content.length === 0) refuse({ kind: "file-empty" });
  if (content.length > largestAttachment) {
    refuse({ kind: "file-too-large", most: largestAttachment });
  }
  const named = kindOfName(name);
  const found = await sniffKind(content);
  const isAgreed = found === named || (found === "txt" && named === "csv");
  if (named === undefined || found === null || !isAgreed) {
    return refuse({ kind: "file-kind-wrong", found: named === undefined ? null : found });
  }
  if (packedKinds.includes(found) && !(await isSafePack(content)))
    refuse({ kind: "file-not-safe" });
  return named;
};

/** A school puts files with its need until that is closed; a leader's side never does. */
const requireMayAdd = (ctx: Context, { row, place }: PlacedNeed): void => {
  authorise(mayPrepareNeed(ctx.actor, place));
  if (row.state !== "closed") return;
  refuse({ kind: "wrong-state", machine: "need", state: row.state, command: "revise" });
};

export type FileToAdd = {
  readonly needId: NeedId;
  readonly name: string;
  readonly content: Buffer;
};

/**
 * Attaches a file to a need: ten at most, 5 MB each, of a kind that its content shows and its name agrees with. Refuses by `file-…`,
 * `too-many-files`, and `wrong-state` for a need that is closed.
 */
export const addAttachment = async (
  ctx: Context,
  area: Area,
  given: { readonly files: FileStore; readonly file: FileToAdd },
): Promise<{ readonly id: string }> => {
  const { files, file } = given;
  const { needId, content } = file;
  requireMayAdd(ctx, await openNeed(ctx, ctx.read, { area, id: needId }));
  const name = toFileName(file.name);
  const kind = await checkFile(name, content);
  const hash = createHash("sha256").update(content).digest("hex");
  // The content lies there before its record does: a record without content cannot be.
  await files.keep(hash, content);
  return ctx.write(async (tx) => {
    const opened = await openNeed(ctx, tx, { area, id: needId });
    requireMayAdd(ctx, opened);
    const kept = await listAttachments(tx, needId);
    if (kept.length >= mostAttachments) refuse({ kind: "too-many-files", most: mostAttachments });
    const same = kept.find((each) => each.hash === hash && each.name === name);
    if (same !== undefined) return { id: same.id };
    const id = ctx.newId();
    const addedBy = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.actor.kind;
    const bytes = content.length;
    const row = { id, areaId: area.id, needId, name, kind, bytes, hash };
    await recordAttachment(tx, { ...row, addedBy, addedAt: instantOf(ctx) });
    await record(forSchool(ctx, opened.place), tx, {
      areaId: area.id,
      entity: "need",
      entityId: needId,
      entityVersion: opened.row.version,
      kind: "need-file-added",
      payload: { file: id, name, hash, bytes },
    });
    return { id };
  });
};

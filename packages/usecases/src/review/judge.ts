import type { Write } from "@alongside/db";
import { recordJudgement, recordNewJudgements } from "@alongside/db/stores/review";
import type { Area } from "@alongside/db/views/area";
import { findJudgement, type StoredReview } from "@alongside/db/views/review";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { mayJudgeSchool, mayReadJudgement } from "@alongside/domain/identity";
import {
  faultsOfJudgements,
  moveReview,
  type Judgements,
  type ReviewId,
} from "@alongside/domain/review";
import type { Urn } from "@alongside/domain/school";
import { authorise, found, orRefuse, record, refuse, type Context } from "../context/index.ts";
import { noteSensitiveRead } from "../identity/access-log.ts";
import { personOf } from "../impact/reading.ts";
import { placeOfSchool } from "../need/place.ts";
import { refuseChanged } from "../partnership/changed-since.ts";
import { entityOf, keepReview, listsOf, openReview } from "./place.ts";

export type SchoolAsked = { readonly id: ReviewId; readonly urn: Urn };

export type JudgementWords = {
  readonly judgements: Judgements;
  /** Left out where the note stays as it is: whoever has not read it does not change it. */
  readonly note?: { readonly text: string; readonly isShared: boolean } | undefined;
};

const tidied = (judgements: Judgements): Judgements =>
  Object.fromEntries(
    Object.entries(judgements).map(([area, { judgement, reason }]) => [
      area,
      { judgement, reason: reason.trim() },
    ]),
  );

const requireJudgements = async (tx: Write, area: Area, judgements: Judgements): Promise<void> => {
  const lists = await listsOf(tx, area);
  const codes = (entries: readonly { readonly code: string }[]) => entries.map(({ code }) => code);
  const known = { areas: codes(lists.areas), judgements: codes(lists.judgements) };
  const faults = faultsOfJudgements(judgements, known);
  if (Object.keys(faults).length > 0) refuse({ kind: "invalid-input", fields: faults });
  if (Object.keys(judgements).length === 0) {
    const [first = "leadership"] = known.areas;
    refuse({
      kind: "invalid-input",
      fields: { [`judgement-${first}`]: "Judge one area or more" },
    });
  }
};

/** The place of a school that this review looks at; another zone's answers `not-found`. */
const placeInReview = async (tx: Write, area: Area, given: { stored: StoredReview; urn: Urn }) => {
  const place = await placeOfSchool(tx, area, given.urn);
  return found(place.zoneIds.includes(given.stored.row.zoneId) ? place : undefined);
};

/**
 * Writes what a review finds of a school, area by area, with the note in confidence. Whoever is of that school does not judge it. Refuses
 * `changed-since` with who and when, judgements that are not of the list or have no reason where one is needed (`invalid-input`), and a review that
 * the panel has agreed to (`wrong-state`).
 */
export const judgeSchool = (
  ctx: Context,
  area: Area,
  input: SchoolAsked & JudgementWords & { readonly version: number },
): Promise<{ readonly version: number }> =>
  ctx.write(async (tx) => {
    const { id, urn, version, note } = input;
    const stored = await keepReview(ctx, tx, { area, id });
    authorise(mayJudgeSchool(ctx.actor, await placeInReview(tx, area, { stored, urn })));
    const before = await findJudgement(tx, id, urn);
    const about = entityOf(id, urn);
    if ((before?.version ?? 0) !== version)
      await refuseChanged(tx, { ...about, version: before?.version ?? 0 });
    orRefuse(moveReview(stored.row.state, "judge"));
    const judgements = tidied(input.judgements);
    await requireJudgements(tx, area, judgements);
    const words = {
      judgements,
      ...(note === undefined ? {} : { note: note.text.trim(), isNoteShared: note.isShared }),
      judgedBy: personOf(ctx),
      judgedAt: toInstant(ctx.now()),
    };
    if (before === undefined) await recordNewJudgements(tx, [{ reviewId: id, urn, ...words }]);
    else await recordJudgement(tx, before, words);
    await record(ctx, tx, {
      areaId: area.id,
      ...about,
      entityVersion: version + 1,
      kind: "review-school-judged",
      payload: { areas: Object.keys(judgements), note: note === undefined ? "kept" : "written" },
    });
    return { version: version + 1 };
  });

/**
 * The note of a school in a review. Reading it is itself recorded, before it is shown; nobody of that school reads it here (Product rules, §3:
 * graded disclosure).
 */
export const readReviewNote = async (ctx: Context, area: Area, { id, urn }: SchoolAsked) => {
  await openReview(ctx, ctx.read, { area, id });
  const place = await placeOfSchool(ctx.read, area, urn);
  const row = found(await findJudgement(ctx.read, id, urn));
  found(mayReadJudgement(ctx.actor, place) ? row : undefined);
  await noteSensitiveRead(ctx, { areaId: area.id, ...entityOf(id, urn), what: "review note" });
  return { text: row.note, isShared: row.isNoteShared, version: row.version };
};

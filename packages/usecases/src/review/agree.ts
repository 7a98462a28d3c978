import type { Read, Write } from "@alongside/db";
import { recordMails } from "@alongside/db/stores/mail";
import { recordReview, recordReviewFollowUp } from "@alongside/db/stores/review";
import type { Area } from "@alongside/db/views/area";
import {
  listJudgements,
  listPeopleToInvite,
  listSchoolsOfZone,
  type StoredReview,
} from "@alongside/db/views/review";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import {
  agreeReview as decideAgreement,
  invitationsOf,
  moveReview,
  type ReviewId,
  type ReviewState,
} from "@alongside/domain/review";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { instantOf, orRefuse, record, refuse, todayOf, type Context } from "../context/index.ts";
import { personOf } from "../impact/reading.ts";
import { requireVersion } from "../partnership/changed-since.ts";
import { keepReview } from "./place.ts";

export type ReviewSeen = { readonly id: ReviewId; readonly version: number };
export type ReviewChanged = ReviewSeen & { readonly state: ReviewState };

const inviteSchool = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly id: ReviewId; readonly urn: Urn },
): Promise<void> => {
  const { area, id, urn } = given;
  await recordReviewFollowUp(tx, { reviewId: id, urn }, { invitedAt: toInstant(ctx.now()) });
  const createdAt = instantOf(ctx);
  const path = `/areas/${area.slug}/our-review`;
  await recordMails(
    tx,
    (await listPeopleToInvite(tx, area.id, urn)).map(({ name, email }) => ({
      id: ctx.newId(),
      areaId: area.id,
      recipient: email,
      template: "capacity-to-offer",
      content: { area: area.name, name, path },
      createdAt,
    })),
  );
};

/** Asks schools that are strong in something for days, once each; an invitation whose ground is gone is taken back. Answers how many were asked. */
const inviteStrong = async (
  ctx: Context,
  tx: Write,
  given: { readonly area: Area; readonly id: ReviewId },
): Promise<number> => {
  let invited = 0;
  for (const { row } of await listJudgements(tx, [given.id])) {
    const { urn, judgements, invitedAt, inviteAnswer } = row;
    const isStrong = invitationsOf(judgements).capacity.length > 0;
    if (isStrong && invitedAt === null) {
      await inviteSchool(ctx, tx, { ...given, urn });
      invited += 1;
    }
    if (!isStrong && invitedAt !== null && inviteAnswer === null)
      await recordReviewFollowUp(tx, { reviewId: given.id, urn }, { invitedAt: null });
  }
  return invited;
};

/** Schools that a review looks at and that nobody has judged. */
export const countLeft = async (
  read: Read,
  { row }: Pick<StoredReview, "row">,
): Promise<number> => {
  const [schools, judged] = await Promise.all([
    listSchoolsOfZone(read, row.zoneId),
    listJudgements(read, [row.id]),
  ]);
  const known = new Set(judged.map((each) => each.row.urn));
  return schools.filter(({ urn }) => !known.has(urn)).length;
};

/**
 * Writes down that the zone's panel has agreed to a review, and on which day: from then on heads read what was found of their own schools, and
 * those of schools that are strong in something are asked for days. Refuses `schools-left`, unless these are left out on purpose, and a day that
 * is ahead (`panel-day-ahead`).
 */
export const agreeReview = (
  ctx: Context,
  area: Area,
  input: ReviewSeen & { readonly panelOn: IsoDate; readonly leavesOut: boolean },
): Promise<ReviewChanged & { readonly invited: number }> =>
  ctx.write(async (tx) => {
    const { id, panelOn, leavesOut } = input;
    const stored = await keepReview(ctx, tx, { area, id });
    const { version } = stored.row;
    await requireVersion(tx, { entity: "review", entityId: id, version }, input.version);
    const left = await countLeft(tx, stored);
    const agreement = { today: todayOf(ctx), panelOn, left, leavesOut };
    const state = orRefuse(decideAgreement(stored.row.state, agreement));
    const agreed = { agreedBy: personOf(ctx), agreedAt: toInstant(ctx.now()) };
    await recordReview(tx, stored.row, { state, panelOn, ...agreed });
    const invited = await inviteStrong(ctx, tx, { area, id });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "review",
      entityId: id,
      entityVersion: version + 1,
      kind: "review-agreed",
      payload: { panelOn, left, invited },
    });
    return { id, version: version + 1, state, invited };
  });

/** Takes a review up again after the panel has agreed, with the reason. What was sent is not taken back. Refuses `words-needed`. */
export const reopenReview = (
  ctx: Context,
  area: Area,
  input: ReviewSeen & { readonly reason: string },
): Promise<ReviewChanged> =>
  ctx.write(async (tx) => {
    const { id } = input;
    const { row } = await keepReview(ctx, tx, { area, id });
    const { version } = row;
    await requireVersion(tx, { entity: "review", entityId: id, version }, input.version);
    const reason = input.reason.trim();
    if (reason === "") refuse({ kind: "words-needed", field: "reason" });
    const state = orRefuse(moveReview(row.state, "reopen"));
    await recordReview(tx, row, { state, panelOn: null, agreedBy: null, agreedAt: null });
    await record(ctx, tx, {
      areaId: area.id,
      entity: "review",
      entityId: id,
      entityVersion: version + 1,
      kind: "review-reopened",
      payload: { reason },
    });
    return { id, version: version + 1, state };
  });

import { recordNewJudgements, recordNewReview } from "@alongside/db/stores/review";
import type { Write } from "@alongside/db";
import { record, type Context } from "@alongside/usecases/context";
import type { DemonstrationArea } from "../area.ts";
import type { DemonstrationReview } from "../history/index.ts";
import { actedBy } from "./capacity.ts";

type Loading = { readonly area: DemonstrationArea; readonly review: DemonstrationReview };

const loadSchools = async (ctx: Context, tx: Write, { area, review }: Loading): Promise<void> => {
  const { id, by, agreedAt, schools } = review;
  await recordNewJudgements(
    tx,
    schools.map(({ urn, judgements, note, judgedAt, isInvited, inviteAnswer }) => ({
      reviewId: id,
      urn,
      judgements,
      note,
      judgedBy: by,
      judgedAt,
      invitedAt: isInvited ? agreedAt : null,
      inviteAnswer,
    })),
  );
  for (const { urn, judgements, judgedAt } of schools)
    await record(actedBy(ctx, by, judgedAt), tx, {
      areaId: area.id,
      entity: "review-school",
      entityId: `${id} ${urn}`,
      entityVersion: 1,
      kind: "review-school-judged",
      payload: { areas: Object.keys(judgements), note: "written" },
    });
};

const loadReview = async (ctx: Context, tx: Write, given: Loading): Promise<void> => {
  const { area, review } = given;
  const { id, zoneId, termId, by, openedAt, panelOn, agreedAt, schools } = review;
  const about = { areaId: area.id, entity: "review", entityId: id };
  await recordNewReview(tx, {
    id,
    areaId: area.id,
    zoneId,
    termId,
    state: "agreed",
    openedBy: by,
    openedAt,
    panelOn,
    agreedBy: by,
    agreedAt,
    version: 2,
  });
  const opened = { ...about, entityVersion: 1, kind: "review-opened", payload: { zoneId, termId } };
  await record(actedBy(ctx, by, openedAt), tx, opened);
  await loadSchools(ctx, tx, given);
  const invited = schools.filter(({ isInvited }) => isInvited).length;
  const payload = { panelOn, left: 0, invited };
  const agreed = { ...about, entityVersion: 2, kind: "review-agreed", payload };
  await record(actedBy(ctx, by, agreedAt), tx, agreed);
};

/** Writes the invented reviews of the terms that are over, with the log of what was done in each. */
export const loadReviews = (ctx: Context, area: DemonstrationArea): Promise<void> =>
  ctx.write(async (tx) => {
    for (const review of area.history.reviews) await loadReview(ctx, tx, { area, review });
  });

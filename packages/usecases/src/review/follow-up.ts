import { instantOf as toInstant, toTermWords } from "@alongside/domain/calendar";
import { recordReviewFollowUp } from "@alongside/db/stores/review";
import type { Area } from "@alongside/db/views/area";
import { findNeed } from "@alongside/db/views/need";
import { listCodeEntries } from "@alongside/db/views/partnership";
import { findJudgement, historyOfSchool } from "@alongside/db/views/review";
import { mayJudgeSchool, mayPrepareNeed } from "@alongside/domain/identity";
import type { Band, NeedId } from "@alongside/domain/need";
import {
  invitationsOf,
  suggestedAsk,
  suggestedBand,
  type Judgements,
} from "@alongside/domain/review";
import type { Urn } from "@alongside/domain/school";
import { authorise, found, record, refuse, type Context } from "../context/index.ts";
import { personOf } from "../impact/reading.ts";
import { beginDraft } from "../need/begin.ts";
import { placeOfSchool } from "../need/place.ts";
import { isInvited } from "./invitation.ts";
import type { SchoolAsked } from "./judge.ts";
import { entityOf, listsOf, openReview } from "./place.ts";

/**
 * Begins a private draft of a need on behalf of a school, with the focus that its judgements suggest and no word of them. Pressing twice goes on
 * with the draft that there is. Refuses `not-allowed` to whoever may not act for the school, and `nothing-suggested` where all is secure.
 */
export const beginNeedFromReview = (
  ctx: Context,
  area: Area,
  { id, urn }: SchoolAsked,
): Promise<{ readonly needId: NeedId }> =>
  ctx.write(async (tx) => {
    await openReview(ctx, tx, { area, id });
    const place = await placeOfSchool(tx, area, urn);
    authorise(mayJudgeSchool(ctx.actor, place) && mayPrepareNeed(ctx.actor, place));
    const row = found(await findJudgement(tx, id, urn));
    const before = row.needId === null ? undefined : await findNeed(tx, area.id, row.needId);
    if (before !== undefined && before.state !== "closed") return { needId: before.id };
    if (invitationsOf(row.judgements).need.length === 0) refuse({ kind: "nothing-suggested" });
    const expertise = await listCodeEntries(tx, area.id, "expertise");
    const known = expertise.flatMap(({ code, retiredOn }) => (retiredOn === null ? [code] : []));
    const ask = suggestedAsk(row.judgements, known);
    const needId = await beginDraft(ctx, tx, { area, place, ask, because: { review: id } });
    await recordReviewFollowUp(tx, { reviewId: id, urn }, { needId });
    await record(ctx, tx, {
      areaId: area.id,
      ...entityOf(id, urn),
      entityVersion: row.version,
      kind: "review-need-begun",
      payload: { needId },
    });
    return { needId };
  });

/** Says for a school that is strong in something whether it offers days this term. Its head, or a leader whose home it is; the last word counts. */
export const answerReviewInvitation = (
  ctx: Context,
  area: Area,
  input: SchoolAsked & { readonly answer: "offering" | "not-now" },
): Promise<void> =>
  ctx.write(async (tx) => {
    const { id, urn, answer } = input;
    found((await isInvited(ctx, tx, { area, urn })) ? true : undefined);
    const history = await historyOfSchool(tx, area.id, urn);
    const { row } = found(history.find((each) => each.row.reviewId === id));
    if (row.invitedAt === null) refuse({ kind: "not-found" });
    const answered = { inviteAnsweredBy: personOf(ctx), inviteAnsweredAt: toInstant(ctx.now()) };
    await recordReviewFollowUp(tx, { reviewId: id, urn }, { inviteAnswer: answer, ...answered });
    await record(ctx, tx, {
      areaId: area.id,
      ...entityOf(id, urn),
      entityVersion: row.version,
      kind: "review-invitation-answered",
      payload: { answer },
    });
  });

/** The band that the last review of a school suggests, and why, for whoever puts its needs into bands. */
export type SuggestedBand = {
  readonly band: Band;
  readonly reason: string;
  readonly term: string;
};

const reasonOf = (judgements: Judgements, words: Readonly<Record<string, string>>): string => {
  const named = (wanted: string): readonly string[] =>
    Object.entries(judgements).flatMap(([area, { judgement }]) =>
      judgement === wanted ? [words[area] ?? area] : [],
    );
  return ["causing-concern", "attention-needed"]
    .flatMap((wanted) => {
      const areas = named(wanted);
      return areas.length === 0 ? [] : [`${words[wanted] ?? wanted}: ${areas.join(", ")}`];
    })
    .join(". ");
};

/** Null where no review has looked at the school, and for everybody who may not judge it. */
export const suggestBand = async (
  ctx: Context,
  area: Area,
  { urn }: { readonly urn: Urn },
): Promise<SuggestedBand | null> => {
  const place = await placeOfSchool(ctx.read, area, urn);
  if (!mayJudgeSchool(ctx.actor, place)) return null;
  const history = await historyOfSchool(ctx.read, area.id, urn);
  const last = history.find(({ state, row }) => state === "agreed" || row.needId !== null);
  if (last === undefined) return null;
  const { words } = await listsOf(ctx.read, area);
  const term = toTermWords(last);
  const { judgements } = last.row;
  const found = reasonOf(judgements, words);
  return {
    band: suggestedBand(judgements),
    reason: `Termly review, ${term}. ${found === "" ? "Nothing that needs attention" : found}.`,
    term,
  };
};

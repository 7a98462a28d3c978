import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listCodeEntries } from "@alongside/db/views/partnership";
import { findReview, type StoredReview } from "@alongside/db/views/review";
import { mayKeepReview, maySeeReview } from "@alongside/domain/identity";
import type { ReviewId } from "@alongside/domain/review";
import type { Urn } from "@alongside/domain/school";
import { authorise, found, type Context } from "../context/index.ts";

type Asked = { readonly area: Area; readonly id: ReviewId };

/** The review, if it is one that the actor may read; any other answers `not-found`. */
export const openReview = async (
  ctx: Context,
  read: Read,
  { area, id }: Asked,
): Promise<StoredReview> => {
  const stored = found(await findReview(read, area.id, id));
  return found(maySeeReview(ctx.actor, stored.row) ? stored : undefined);
};

/** The review, if it is the actor's to keep. Refuses `not-allowed` for whoever may only read it. */
export const keepReview = async (ctx: Context, read: Read, asked: Asked): Promise<StoredReview> => {
  const stored = await openReview(ctx, read, asked);
  authorise(mayKeepReview(ctx.actor, stored.row));
  return stored;
};

/** What a school of a review is called in the log. */
export const entityOf = (id: ReviewId, urn: Urn) => ({
  entity: "review-school",
  entityId: `${id} ${urn}`,
});

export type NamedCode = { readonly code: string; readonly label: string };

/** The lists that a review is judged by: what is in use now, and the words of everything that ever was. */
export type ReviewLists = {
  readonly areas: readonly NamedCode[];
  readonly judgements: readonly NamedCode[];
  readonly words: Readonly<Record<string, string>>;
};

export const listsOf = async (read: Read, area: Area): Promise<ReviewLists> => {
  const [areas, judgements] = await Promise.all([
    listCodeEntries(read, area.id, "review-area"),
    listCodeEntries(read, area.id, "review-judgement"),
  ]);
  const named = (entries: typeof areas): readonly NamedCode[] =>
    entries
      .filter(({ retiredOn }) => retiredOn === null)
      .map(({ code, label }) => ({ code, label }));
  return {
    areas: named(areas),
    judgements: named(judgements),
    words: Object.fromEntries([...areas, ...judgements].map(({ code, label }) => [code, label])),
  };
};

import { openArea } from "@alongside/usecases/area";
import { RefusedError } from "@alongside/usecases/context";
import { changesAfter, lastNumber, presentAgain, type Changes } from "@alongside/usecases/live";
import { tracked } from "@trpc/server";
import { z } from "zod";
import { isStopping, waitBeyond } from "../feed.ts";
import { areaProcedure, router, type ApiContext } from "../trpc.ts";

/** How long a listener goes without being asked whether they are still signed in. */
const heartbeat = 10_000;

/** What is new for whoever asks, with the rights that they have now; undefined once they may listen no longer. */
const newsFor = async (
  ctx: ApiContext,
  area: { readonly slug: string },
  after: number,
): Promise<Changes | undefined> => {
  const now = await presentAgain(ctx);
  if (now === undefined) return undefined;
  try {
    return await changesAfter(now, await openArea(now, area.slug), after);
  } catch (error) {
    if (error instanceof RefusedError) return undefined;
    throw error;
  }
};

const numberIn = (text: string | null | undefined): number | undefined => {
  const number = Number(text);
  return text !== null && text !== undefined && Number.isSafeInteger(number) && number >= 0
    ? number
    : undefined;
};

type Listening = {
  readonly ctx: ApiContext;
  readonly area: { readonly slug: string };
  readonly from: number | undefined;
  readonly signal: AbortSignal;
};

async function* listen({ ctx, area, from, signal }: Listening) {
  let after = from ?? (await lastNumber(ctx));
  while (!signal.aborted && !isStopping(ctx.read)) {
    const news = await newsFor(ctx, area, after);
    if (news === undefined) return;
    after = news.upTo;
    const { isAll, changes } = news;
    if (isAll || changes.length > 0) yield tracked(String(after), { isAll, changes });
    await waitBeyond(ctx, { after, atMost: heartbeat, signal });
  }
}

export const liveRouter = router({
  /**
   * The records that changed, of those that the listener may see, as they change and in whichever process. It begins after `lastEventId`, or now;
   * and ends with the session, with the part in the area, and when the server stops.
   */
  changes: areaProcedure
    .input(z.object({ lastEventId: z.string().max(20).nullish() }))
    .subscription(({ ctx, input, signal }) =>
      listen({
        ctx,
        area: ctx.area,
        from: numberIn(input.lastEventId),
        signal: signal ?? new AbortController().signal,
      }),
    ),
});

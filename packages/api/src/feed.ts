import { lastNumber } from "@alongside/usecases/live";
import type { Context } from "@alongside/usecases/context";

/** How often the log is looked at while somebody listens; other processes write to it too. */
const pause = 1_000;

type Listener = (last: number) => void;
type Feed = {
  readonly listeners: Set<Listener>;
  readonly stopping: AbortController;
  isLooking: boolean;
};

/** One look at the log for all who listen to the same database. */
const feeds = new WeakMap<Context["read"], Feed>();

const newFeed = (): Feed => ({
  listeners: new Set<Listener>(),
  stopping: new AbortController(),
  isLooking: false,
});

const feedOn = (read: Context["read"]): Feed => {
  const known = feeds.get(read) ?? newFeed();
  feeds.set(read, known);
  return known;
};

/** Ends every live update over a database for good, so that what serves it can stop. */
export const endLiveUpdates = (read: Context["read"]): void => feedOn(read).stopping.abort();

const rest = (milliseconds: number): Promise<void> =>
  new Promise((done) => setTimeout(done, milliseconds).unref());

const look = async (ctx: Context, feed: Feed): Promise<void> => {
  if (feed.isLooking) return;
  feed.isLooking = true;
  try {
    while (feed.listeners.size > 0) {
      await rest(pause);
      const last = await lastNumber(ctx).catch(() => 0);
      for (const listener of feed.listeners) listener(last);
    }
  } finally {
    feed.isLooking = false;
  }
};

/** Waits until the log goes beyond a number, for so many milliseconds at most, or until either of the two sides leaves. */
export const waitBeyond = (
  ctx: Context,
  given: { readonly after: number; readonly atMost: number; readonly signal: AbortSignal },
): Promise<void> => {
  const { after, atMost, signal } = given;
  const feed = feedOn(ctx.read);
  const { promise, resolve } = Promise.withResolvers<void>();
  const ends = AbortSignal.any([signal, feed.stopping.signal]);
  if (ends.aborted) return Promise.resolve();
  const listener: Listener = (last) => {
    if (last > after) resolve();
  };
  const timer = setTimeout(resolve, atMost);
  feed.listeners.add(listener);
  ends.addEventListener("abort", () => resolve(), { once: true });
  void look(ctx, feed);
  return promise.finally(() => {
    clearTimeout(timer);
    feed.listeners.delete(listener);
  });
};

export const isStopping = (read: Context["read"]): boolean => feedOn(read).stopping.signal.aborted;

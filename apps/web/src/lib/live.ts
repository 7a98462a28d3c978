import { useQueryClient, type QueryClient } from "@tanstack/solid-query";
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import type { AppRouter } from "@alongside/api";
import { createEffect, onCleanup } from "solid-js";

/** By kind of record: the beginnings of the keys under which something of it is shown. */
const shownUnder: Readonly<Record<string, readonly string[]>> = {
  need: ["need", "shortlist", "home", "offer"],
  offer: ["offer", "need", "shortlist", "capacity", "home", "round"],
  "capacity-line": ["capacity", "shortlist"],
  deployment: ["deployment", "need", "offer", "home"],
};

const minute = 60_000;
/** A page at which nobody has done anything for this long stops listening: what it asks for anew would keep the session going. */
const awayAfter = 15 * minute;
const secondTry = 5_000;
/** A page that is left for another one that listens too keeps the line. */
const linger = 3_000;

const client = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: "/trpc" })] });

type News = { readonly isAll: boolean; readonly changes: readonly { readonly entity: string }[] };

const refresh = (queries: QueryClient, { isAll, changes }: News): void => {
  if (isAll) {
    void queries.invalidateQueries();
    return;
  }
  const keys = new Set(changes.flatMap(({ entity }) => shownUnder[entity] ?? [entity]));
  for (const key of keys) void queries.invalidateQueries({ queryKey: [key] });
};

type Line = { readonly stop: () => void };

/** Listens until it is told to stop, and calls again when the line breaks or the server ends it. */
const openLine = (area: string, queries: QueryClient): Line => {
  const place: { lastEventId?: string; timer?: ReturnType<typeof setTimeout>; isOver: boolean } = {
    isOver: false,
  };
  const again = () => {
    if (!place.isOver) place.timer = setTimeout(call, secondTry);
  };
  let line = { unsubscribe: () => {} };
  function call() {
    const { lastEventId } = place;
    line = client.live.changes.subscribe(
      { area, ...(lastEventId === undefined ? {} : { lastEventId }) },
      {
        onData: ({ id, data: news }) => {
          place.lastEventId = id;
          refresh(queries, news);
        },
        onComplete: () => {
          // The session may be over, or another part may have begun: what is shown says which.
          void queries.invalidateQueries({ queryKey: ["session"] });
          again();
        },
        onError: (error) => {
          // A refusal is an answer; only a line that broke is worth another call.
          if (error.data === undefined || error.data === null) again();
        },
      },
    );
  }
  call();
  return {
    stop: () => {
      place.isOver = true;
      clearTimeout(place.timer);
      line.unsubscribe();
    },
  };
};

type Shared = { line: Line | undefined; readers: number; area: string };
const shared: Shared = { line: undefined, readers: 0, area: "" };

const stop = (): void => {
  shared.line?.stop();
  shared.line = undefined;
};

const start = (area: string, queries: QueryClient): void => {
  if (shared.line !== undefined && shared.area === area) return;
  stop();
  shared.area = area;
  shared.line = openLine(area, queries);
};

/** Stops listening where nobody is at the screen, and goes on, with everything asked anew, as soon as somebody is. */
const watchPresence = (resume: () => void): (() => void) => {
  let timer = setTimeout(stop, awayAfter);
  const isHere = () => {
    clearTimeout(timer);
    timer = setTimeout(stop, awayAfter);
    if (shared.line === undefined) resume();
  };
  const signs = ["pointerdown", "keydown"] as const;
  for (const sign of signs) window.addEventListener(sign, isHere, { passive: true });
  return () => {
    clearTimeout(timer);
    for (const sign of signs) window.removeEventListener(sign, isHere);
  };
};

/** Keeps what a page of an area shows up to date, without a reload, for as long as it is shown. All pages share one line. */
export const useLive = (area: () => string): void => {
  const queries = useQueryClient();
  shared.readers += 1;
  createEffect(() => start(area(), queries));
  const leave = watchPresence(() => {
    start(area(), queries);
    void queries.invalidateQueries();
  });
  onCleanup(() => {
    leave();
    shared.readers -= 1;
    setTimeout(() => {
      if (shared.readers === 0) stop();
    }, linger);
  });
};

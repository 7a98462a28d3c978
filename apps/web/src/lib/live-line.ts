import type { QueryClient } from "@tanstack/solid-query";

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
/** The server says something at least every ten seconds: a line that is silent for longer is dead, though nobody has said so. */
const longestSilence = 30_000;
/** A page that is left for another one that listens too keeps the line. */
const linger = 3_000;
/** An answer that the server did not mean: the browser calls again by itself. */
const accident = -32_603;

type News = { readonly isAll: boolean; readonly changes: readonly { readonly entity: string }[] };

/** Guarantee: the server's own words on this line (`live.changes`). */
const newsIn = (text: string): News => JSON.parse(text) as News;
/** Guarantee: the shape of every error that the server tells on a line. */
const codeIn = (text: string): number => (JSON.parse(text) as { readonly code: number }).code;

const refresh = (queries: QueryClient, { isAll, changes }: News): void => {
  if (isAll) {
    void queries.invalidateQueries();
    return;
  }
  const keys = new Set(changes.flatMap(({ entity }) => shownUnder[entity] ?? [entity]));
  for (const key of keys) void queries.invalidateQueries({ queryKey: [key] });
};

const addressOf = (area: string, lastEventId: string | undefined): string =>
  `/trpc/live.changes?${new URLSearchParams({ input: JSON.stringify({ area, lastEventId }) }).toString()}`;

type Line = { readonly stop: () => void };

/** Listens until it is told to stop, and calls again when the line breaks or the server ends it. */
const openLine = (area: string, queries: QueryClient): Line => {
  let lastEventId: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource;
  const hangUp = () => {
    clearTimeout(timer);
    source.close();
  };
  const again = (after: number) => {
    hangUp();
    timer = setTimeout(call, after);
  };
  const isAlive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => again(0), longestSilence);
  };
  function call() {
    source = new EventSource(addressOf(area, lastEventId));
    isAlive();
    for (const sign of ["open", "connected", "ping"]) source.addEventListener(sign, isAlive);
    source.addEventListener("message", (event) => {
      isAlive();
      if (event.lastEventId !== "") ({ lastEventId } = event);
      refresh(queries, newsIn(event.data));
    });
    source.addEventListener("return", () => {
      // The session may be over, or another part may have begun: what is shown says which.
      void queries.invalidateQueries({ queryKey: ["session"] });
      again(secondTry);
    });
    // A refusal is an answer; only a line that broke is worth another call.
    source.addEventListener("serialized-error", ({ data }: MessageEvent<string>) => {
      if (codeIn(data) !== accident) hangUp();
    });
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) again(secondTry);
    });
  }
  call();
  return { stop: hangUp };
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

/** Asks anew for what changes in an area, until the one who listens leaves by what is answered. All share one line. */
export const listenTo = (area: string, queries: QueryClient): (() => void) => {
  shared.readers += 1;
  start(area, queries);
  const forget = watchPresence(() => {
    start(area, queries);
    void queries.invalidateQueries();
  });
  return () => {
    forget();
    shared.readers -= 1;
    setTimeout(() => {
      if (shared.readers === 0) stop();
    }, linger);
  };
};

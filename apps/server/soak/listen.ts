/** Somebody who listens to an area: what they heard so far, and how to leave. */
export type Listener = {
  readonly heard: () => string;
  /** Resolves with the milliseconds until a text was heard; undefined when it was not, within so many milliseconds. */
  readonly until: (text: string, atMost: number) => Promise<number | undefined>;
  readonly ended: Promise<void>;
  readonly leave: () => void;
};

const readAll = async (
  body: ReadableStream<Uint8Array> | null,
  hear: (part: string) => void,
): Promise<void> => {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const part = await reader?.read().catch(() => undefined);
    if (part === undefined || part.done) return;
    hear(part.value);
  }
};

/** Listens at one process to what changes in the area, whichever process changed it. */
export const listenAt = async (address: string, cookie: string): Promise<Listener> => {
  const leaving = new AbortController();
  const input = encodeURIComponent(JSON.stringify({ area: "race" }));
  const answer = await fetch(`${address}/trpc/live.changes?input=${input}`, {
    headers: { cookie, accept: "text/event-stream" },
    signal: leaving.signal,
  });
  let heard = "";
  const waiting = new Set<() => void>();
  const ended = readAll(answer.body, (part) => {
    heard += part;
    for (const look of waiting) look();
  });
  return {
    heard: () => heard,
    ended,
    leave: () => leaving.abort(),
    until: (text, atMost) =>
      new Promise((done) => {
        const started = performance.now();
        const look = () => {
          if (!heard.includes(text)) return;
          finish(performance.now() - started);
        };
        const timer = setTimeout(() => finish(undefined), atMost);
        const finish = (value: number | undefined) => {
          clearTimeout(timer);
          waiting.delete(look);
          done(value);
        };
        waiting.add(look);
        look();
      }),
  };
};

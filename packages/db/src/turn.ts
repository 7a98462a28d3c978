/** Milliseconds that a turn of the event loop works before whoever asks the database for more waits for the next one. */
const enough = 8;

/** Resolves when the turn has room for one more statement. */
export type Turns = () => Promise<void>;

/**
 * Turns for what asks a database of this process. It answers within the call, so that all that follows an answer happens in the same turn of the
 * event loop: of many requests at once each would keep timers, sockets and all others waiting from its first statement to its last. There is room
 * at once in a turn that is young, and later, for one asker a turn, in one that has worked for long enough. `now` counts milliseconds.
 */
export const createTurns = (now: () => number = () => performance.now()): Turns => {
  const waiting: (() => void)[] = [];
  let began: number | undefined;
  const begin = (): number => {
    setImmediate(end);
    return (began = now());
  };
  const end = (): void => {
    began = undefined;
    const next = waiting.shift();
    if (next === undefined) return;
    begin();
    next();
  };
  return async () => {
    if (waiting.length === 0 && now() - (began ?? begin()) < enough) return;
    await new Promise<void>((go) => waiting.push(go));
  };
};

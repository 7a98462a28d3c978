import { createMiddleware } from "hono/factory";

/**
 * One request begins in each turn of the event loop. The database answers within the call, so that a thousand requests that come at once
 * would be worked through without a breath, and timers, live updates and everybody else would wait for all of them.
 */
export const oneATurn = () => {
  const waiting: (() => void)[] = [];
  let isRunning = false;
  const next = (): void => {
    const go = waiting.shift();
    isRunning = go !== undefined;
    if (go === undefined) return;
    go();
    setImmediate(next);
  };
  const turn = (): Promise<void> =>
    new Promise((go) => {
      waiting.push(go);
      if (isRunning) return;
      isRunning = true;
      setImmediate(next);
    });
  return createMiddleware(async (_, goOn) => {
    await turn();
    await goOn();
  });
};

const longest = 2_000;
const calmFrames = 6;

const entry = (): string => {
  const state: unknown = window.history.state;
  const depth = typeof state === "object" && state !== null && "_depth" in state ? state._depth : 0;
  return `${String(depth)} ${window.location.pathname}${window.location.search}`;
};

const inputs = ["wheel", "touchmove", "keydown", "mousedown"] as const;

/** Scrolls to a place as soon as the page is long enough for it, and stays until the page is calm. */
const hold = (top: number, done: () => void): void => {
  const end = performance.now() + longest;
  let calm = 0;
  let isOver = false;
  const stop = () => {
    isOver = true;
    for (const input of inputs) window.removeEventListener(input, stop);
    done();
  };
  for (const input of inputs) window.addEventListener(input, stop, { passive: true, once: true });
  const step = () => {
    if (isOver) return;
    calm = Math.abs(window.scrollY - top) < 2 ? calm + 1 : 0;
    if (calm >= calmFrames || performance.now() > end) return stop();
    window.scrollTo({ top, behavior: "instant" });
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};

/**
 * Back and forward return to the place where one was. The browser tries this by itself, but at a moment when the
 * page that one returns to is not drawn yet.
 */
export const keepScroll = (): void => {
  const places = new Map<string, number>();
  let isHolding = false;
  window.history.scrollRestoration = "manual";
  window.addEventListener("pagehide", () => (window.history.scrollRestoration = "auto"));
  window.addEventListener("pageshow", () => (window.history.scrollRestoration = "manual"));
  window.addEventListener(
    "scroll",
    () => {
      if (!isHolding) places.set(entry(), window.scrollY);
    },
    { passive: true },
  );
  window.addEventListener("popstate", () => {
    isHolding = true;
    hold(places.get(entry()) ?? 0, () => (isHolding = false));
  });
};

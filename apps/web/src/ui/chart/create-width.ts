import { createSignal, onCleanup, onMount, type Accessor } from "solid-js";

const firstGuess = 640;

/** The width of a box in CSS pixels, as it changes; a guess until the box is on the page. */
export function createWidth(box: Accessor<HTMLElement | undefined>): Accessor<number> {
  const [width, setWidth] = createSignal(firstGuess);
  onMount(() => {
    const element = box();
    if (element === undefined || typeof ResizeObserver === "undefined") return;
    const watch = new ResizeObserver(([entry]) => {
      const now = Math.floor(entry?.contentRect.width ?? 0);
      if (now > 0) setWidth(now);
    });
    watch.observe(element);
    onCleanup(() => watch.disconnect());
  });
  return width;
}

import { createSignal } from "solid-js";

/** A page that never stands (the server is away, or nobody looks at the tab) must not keep the rest from coming. */
const atLatest = 10_000;
/** The browser paints a page some time after it has been asked to, and must not be disturbed at it. */
const untilPainted = 200;

const [isFirstShown, setFirstShown] = createSignal(false);
const show = () => setFirstShown(true);
setTimeout(show, atLatest);

/** Whether the first page stands, with what it was asked for. What no page needs to be read and used waits for it. */
export { isFirstShown };

/** Notes that a page stands: it counts as shown when it is painted. */
export const notePage = (): void => {
  requestAnimationFrame(() => setTimeout(show, untilPainted));
};

import { createSignal } from "solid-js";

const [doubts, setDoubts] = createSignal(0);

const unsure = [207, 401, 403, 404];

/** Counts the answers that may mean that a sign-in, or a part, has ended. */
export { doubts };

/** Notes the status of an answer. A batch of calls, some of them refused, answers 207. */
export const noteStatus = (status: number): void => {
  if (unsure.includes(status)) setDoubts((count) => count + 1);
};

import { createSignal } from "solid-js";

const [spoken, setSpoken] = createSignal({ text: "", turn: 0 });

/** What the page's live region holds now; the turn changes even when the same words are said twice. */
export const announced = spoken;

/** Says a sentence to people who use a screen reader, without moving the focus. */
export function announce(text: string): void {
  setSpoken((last) => ({ text, turn: last.turn + 1 }));
}

import { createSignal, createUniqueId } from "solid-js";

/** A button that opens a box below itself. Escape closes it and gives the focus back; so does leaving it, without. */
export function createDisclosure() {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const [button, setButton] = createSignal<HTMLButtonElement>();
  const [box, setBox] = createSignal<HTMLElement>();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open()) return;
    setOpen(false);
    button()?.focus();
  };
  const onFocusOut = (event: FocusEvent) => {
    const goesTo = event.relatedTarget;
    if (goesTo instanceof Node && !box()?.contains(goesTo)) setOpen(false);
  };
  return { id, open, setOpen, setButton, setBox, onKeyDown, onFocusOut };
}

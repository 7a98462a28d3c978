import { createEffect, createSignal, createUniqueId, on, onCleanup, type Accessor } from "solid-js";
import { announce } from "../announce.ts";
import { createSuggestions, type Search } from "./create-suggestions.ts";
import type { ComboboxOption } from "./listbox.tsx";
import { nextActive, suggestionWords, type Noun } from "./suggestion-words.ts";

export type ComboboxSetup = {
  readonly value: Accessor<ComboboxOption | undefined>;
  readonly onChange: (value: ComboboxOption | undefined) => void;
  readonly search: Search<ComboboxOption>;
  readonly minLength: Accessor<number>;
  /** Milliseconds of quiet before the search. */
  readonly pause: Accessor<number>;
  readonly noun: Accessor<Noun>;
};

/** Says how many were found once the typing rests, while the list is open. */
function announceFindings(words: Accessor<string>, open: Accessor<boolean>): void {
  createEffect(
    on([words, open], ([said, isOpen]) => {
      if (!isOpen || said === "" || said === "Searching") return;
      const wait = setTimeout(() => announce(said), 400);
      onCleanup(() => clearTimeout(wait));
    }),
  );
}

type KeyActs = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Does what a key stands for. A key that is part of composing a letter is left alone. */
const onKeys = (acts: KeyActs) => (event: KeyboardEvent) => {
  if (event.isComposing) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") event.preventDefault();
  acts[event.key]?.(event);
};

/** What a combobox knows and what its keys do (ARIA 1.2, list autocomplete with manual selection). */
export function createCombobox(setup: ComboboxSetup) {
  const listId = createUniqueId();
  const [text, setText] = createSignal(setup.value()?.label ?? "");
  const [open, setOpen] = createSignal(false);
  const [active, setActive] = createSignal(-1);
  const found = createSuggestions(setup);
  const options = () => {
    const state = found.state();
    return state.kind === "found" ? state.options : [];
  };
  const optionId = (index: number) => `${listId}-${index}`;
  const words = () => suggestionWords(found.state(), setup.noun());
  const shown = () => open() && words() !== "";
  createEffect(on(setup.value, (value) => value && setText(value.label), { defer: true }));
  announceFindings(words, open);

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (option: ComboboxOption) => {
    setText(option.label);
    found.clear();
    close();
    setup.onChange(option);
    announce(`${option.label} chosen`);
  };
  const write = (value: string) => {
    setText(value);
    setActive(-1);
    setOpen(true);
    if (setup.value() !== undefined) setup.onChange(undefined);
    found.ask(value);
  };
  const move = (by: 1 | -1) => {
    setOpen(true);
    if (found.state().kind === "idle") found.ask(text());
    setActive((index) => nextActive(index, by, options().length));
    document.getElementById(optionId(active()))?.scrollIntoView({ block: "nearest" });
  };
  const chooseActive = (event: KeyboardEvent) => {
    const option = shown() ? options()[active()] : undefined;
    if (option === undefined) return;
    event.preventDefault();
    choose(option);
  };
  const escape = (event: KeyboardEvent) => {
    event.preventDefault();
    if (!shown()) write("");
    close();
  };
  const press = onKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: chooseActive,
    Escape: escape,
    Tab: close,
  });
  return { listId, text, active, options, optionId, words, shown, close, choose, write, press };
}

import { createEffect, createSignal, createUniqueId, on, onCleanup, Show } from "solid-js";
import { announce } from "../announce.ts";
import { counted } from "../counted.ts";
import { describedBy, FieldFrame, idOf, type FieldProps } from "../field/field-frame.tsx";
import { createSuggestions } from "./create-suggestions.ts";
import { Listbox, type ComboboxOption } from "./listbox.tsx";

type ComboboxProps = FieldProps & {
  value: ComboboxOption | undefined;
  onChange: (value: ComboboxOption | undefined) => void;
  /** Finds what fits the text; gives up when the signal says so. */
  search: (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>;
  minLength?: number | undefined;
  /** Milliseconds of quiet before the search. */
  pause?: number | undefined;
  /** What is looked for, in one and many: 'school', 'schools'. */
  noun?: readonly [string, string] | undefined;
};

/** A text field that suggests (ARIA 1.2 combobox with a listbox). Nothing is chosen until one chooses. */
export function Combobox(props: ComboboxProps) {
  const listId = createUniqueId();
  const [text, setText] = createSignal(props.value?.label ?? "");
  const [open, setOpen] = createSignal(false);
  const [active, setActive] = createSignal(-1);
  const found = createSuggestions<ComboboxOption>({
    search: (query, signal) => props.search(query, signal),
    minLength: props.minLength ?? 2,
    pause: props.pause ?? 180,
  });
  const options = () => {
    const state = found.state();
    return state.kind === "found" ? state.options : [];
  };
  const optionId = (index: number) => `${listId}-${index}`;
  createEffect(
    on(
      () => props.value,
      (value) => value && setText(value.label),
      { defer: true },
    ),
  );

  const words = () => {
    const state = found.state();
    const [one, many] = props.noun ?? ["suggestion", "suggestions"];
    if (state.kind === "searching") return "Searching";
    if (state.kind === "failed") return "The search did not work. Try again.";
    if (state.kind === "idle") return "";
    return state.options.length === 0
      ? `No ${many} found`
      : `${counted(state.options.length, one, many)} found`;
  };
  createEffect(
    on([words, open], ([said, isOpen]) => {
      if (!isOpen || said === "" || said === "Searching") return;
      const wait = setTimeout(() => announce(said), 400);
      onCleanup(() => clearTimeout(wait));
    }),
  );

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (option: ComboboxOption) => {
    setText(option.label);
    found.clear();
    close();
    props.onChange(option);
    announce(`${option.label} chosen`);
  };
  const onInput = (value: string) => {
    setText(value);
    setActive(-1);
    setOpen(true);
    if (props.value !== undefined) props.onChange(undefined);
    found.ask(value);
  };
  const move = (by: number) => {
    const count = options().length;
    if (!open() || count === 0) {
      setOpen(true);
      if (found.state().kind === "idle") found.ask(text());
      if (count === 0) return;
    }
    // One place between the last and the first belongs to the text itself.
    setActive((index) => ((index + 1 + by + count + 1) % (count + 1)) - 1);
    document.getElementById(optionId(active()))?.scrollIntoView({ block: "nearest" });
  };
  const chooseActive = (event: KeyboardEvent) => {
    const option = open() ? options()[active()] : undefined;
    if (option === undefined) return;
    event.preventDefault();
    choose(option);
  };
  const escape = (event: KeyboardEvent) => {
    if (open()) event.preventDefault();
    else onInput("");
    close();
  };
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: chooseActive,
    Escape: escape,
    Tab: close,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") event.preventDefault();
    keys[event.key]?.(event);
  };
  return (
    <FieldFrame field={props}>
      <div class="a-combobox">
        <input
          class="govuk-input"
          classList={{ "govuk-input--error": props.error !== undefined }}
          id={idOf(props)}
          name={props.name}
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={open() && words() !== ""}
          aria-controls={listId}
          aria-activedescendant={active() >= 0 ? optionId(active()) : undefined}
          aria-describedby={describedBy(props)}
          aria-invalid={props.error === undefined ? undefined : "true"}
          value={text()}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <Show when={open() && words() !== ""}>
          <Listbox
            id={listId}
            label={props.label}
            options={options()}
            note={options().length === 0 ? words() : undefined}
            active={active()}
            optionId={optionId}
            onChoose={choose}
          />
        </Show>
      </div>
    </FieldFrame>
  );
}

import { Show } from "solid-js";
import { describedBy, FieldFrame, idOf, type FieldProps } from "../field/field-frame.tsx";
import { createCombobox } from "./create-combobox.ts";
import type { Search } from "./create-suggestions.ts";
import { Listbox, type ComboboxOption } from "./listbox.tsx";
import type { Noun } from "./suggestion-words.ts";

type ComboboxProps = FieldProps & {
  value: ComboboxOption | undefined;
  onChange: (value: ComboboxOption | undefined) => void;
  /** Finds what fits the text; gives up when the signal says so. */
  search: Search<ComboboxOption>;
  /** Characters before anything is searched; 2 unless told. */
  minLength?: number | undefined;
  /** Milliseconds of quiet before the search; 180 unless told. */
  pause?: number | undefined;
  noun?: Noun | undefined;
};

/** A text field that suggests. Nothing is chosen until one chooses. */
export function Combobox(props: ComboboxProps) {
  const box = createCombobox({
    value: () => props.value,
    onChange: (value) => props.onChange(value),
    search: (query, signal) => props.search(query, signal),
    minLength: () => props.minLength ?? 2,
    pause: () => props.pause ?? 180,
    noun: () => props.noun ?? ["suggestion", "suggestions"],
  });
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
          aria-expanded={box.shown()}
          aria-controls={box.listId}
          aria-activedescendant={box.active() >= 0 ? box.optionId(box.active()) : undefined}
          aria-describedby={describedBy(props)}
          aria-invalid={props.error === undefined ? undefined : "true"}
          value={box.text()}
          onInput={(event) => box.write(event.currentTarget.value)}
          onKeyDown={box.press}
          onBlur={box.close}
        />
        <Show when={box.shown()}>
          <Listbox
            id={box.listId}
            options={box.options()}
            note={box.options().length === 0 ? box.words() : undefined}
            active={box.active()}
            optionId={box.optionId}
            onChoose={box.choose}
          />
        </Show>
      </div>
    </FieldFrame>
  );
}

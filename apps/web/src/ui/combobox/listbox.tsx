import { For, Show } from "solid-js";

export type ComboboxOption = {
  readonly id: string;
  readonly label: string;
  /** A second line that tells like-named ones apart. */
  readonly detail?: string | undefined;
};

type ListboxProps = {
  id: string;
  options: readonly ComboboxOption[];
  /** Stands in the place of options: 'Searching', 'No schools found'. */
  note: string | undefined;
  active: number;
  optionId: (index: number) => string;
  onChoose: (option: ComboboxOption) => void;
};

/** The suggestions. The focus stays in the text field; a press must not take it away. */
export function Listbox(props: ListboxProps) {
  return (
    <Show
      when={props.note === undefined}
      fallback={<div class="a-combobox__list a-combobox__note">{props.note}</div>}
    >
      <ul
        class="a-combobox__list"
        role="listbox"
        id={props.id}
        aria-label="Suggestions"
        onMouseDown={(event) => event.preventDefault()}
      >
        <For each={props.options}>
          {(option, index) => (
            <li
              class="a-combobox__option"
              role="option"
              id={props.optionId(index())}
              aria-selected={index() === props.active}
              onClick={() => props.onChoose(option)}
            >
              {option.label}
              <Show when={option.detail}>
                <span class="a-combobox__detail">{option.detail}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

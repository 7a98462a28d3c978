import "../../look/form.scss";
import { For, Show } from "solid-js";
import type { Choice } from "./choice.ts";
import { describedBy, FieldFrame, idOf, type FieldProps } from "./field-frame.tsx";

type SelectProps<T extends string> = FieldProps & {
  value: T;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
};

/** One of many. For fewer than eight use radios; for more than thirty a combobox. */
export function Select<T extends string>(props: SelectProps<T>) {
  const choose = (index: number) => {
    const choice = props.choices[index];
    if (choice !== undefined) props.onChange(choice.value);
  };
  const isKnown = () => props.choices.some((choice) => choice.value === props.value);
  return (
    <FieldFrame field={props}>
      <select
        class="govuk-select"
        classList={{ "govuk-select--error": props.error !== undefined }}
        id={idOf(props)}
        name={props.name}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : "true"}
        onChange={(event) => choose(event.currentTarget.selectedIndex - (isKnown() ? 0 : 1))}
      >
        <Show when={!isKnown()}>
          <option value="" selected>
            Choose
          </option>
        </Show>
        <For each={props.choices}>
          {(choice) => (
            <option value={choice.value} selected={choice.value === props.value}>
              {choice.label}
            </option>
          )}
        </For>
      </select>
    </FieldFrame>
  );
}

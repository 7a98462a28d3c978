import "../../look/form.scss";
import { For, Show } from "solid-js";
import type { Choice } from "./choice.ts";
import { FieldsetFrame, Hint, idOf, type FieldProps } from "./field-frame.tsx";

type RadiosProps<T extends string> = FieldProps & {
  value: T | "";
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
  inline?: boolean | undefined;
  small?: boolean | undefined;
};

/** One of a few, all to be seen at once. */
export function Radios<T extends string>(props: RadiosProps<T>) {
  const itemId = (index: number) => `${idOf(props)}-${index + 1}`;
  return (
    <FieldsetFrame field={props}>
      <div
        class="govuk-radios"
        classList={{
          "govuk-radios--inline": props.inline === true,
          "govuk-radios--small": props.small === true,
        }}
      >
        <For each={props.choices}>
          {(choice, index) => (
            <div class="govuk-radios__item">
              <input
                class="govuk-radios__input"
                type="radio"
                id={itemId(index())}
                name={props.name}
                value={choice.value}
                checked={choice.value === props.value}
                aria-describedby={choice.hint === undefined ? undefined : `${itemId(index())}-hint`}
                onChange={() => props.onChange(choice.value)}
              />
              <label class="govuk-label govuk-radios__label" for={itemId(index())}>
                {choice.label}
              </label>
              <Show when={choice.hint}>
                <Hint of="radios" id={`${itemId(index())}-hint`}>
                  {choice.hint}
                </Hint>
              </Show>
            </div>
          )}
        </For>
      </div>
    </FieldsetFrame>
  );
}

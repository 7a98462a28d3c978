import "../../look/form.scss";
import { For, Show } from "solid-js";
import { ChoiceSets, type ChoiceSet } from "./choice-sets.tsx";
import type { Choice } from "./choice.ts";
import { FieldsetFrame, Hint, idOf, type FieldProps } from "./field-frame.tsx";

type CheckboxesProps<T extends string> = FieldProps & {
  value: readonly T[];
  choices: readonly Choice<T>[];
  onChange: (value: readonly T[]) => void;
  small?: boolean | undefined;
  /** For long lists: choices that are taken or left together, beside all and none. */
  sets?: readonly ChoiceSet<T>[] | undefined;
};

/** The chosen values in the order of the choices, so that one set has one form. */
function toggled<T extends string>(
  choices: readonly Choice<T>[],
  chosen: readonly T[],
  value: T,
): readonly T[] {
  const isOn = (each: T) => (each === value ? !chosen.includes(value) : chosen.includes(each));
  return choices.map((choice) => choice.value).filter(isOn);
}

/** None, some or all. */
export function Checkboxes<T extends string>(props: CheckboxesProps<T>) {
  const itemId = (index: number) => `${idOf(props)}-${index + 1}`;
  return (
    <FieldsetFrame field={props}>
      <Show when={props.sets}>
        {(sets) => (
          <ChoiceSets
            choices={props.choices}
            sets={sets()}
            value={props.value}
            onChange={props.onChange}
          />
        )}
      </Show>
      <div class="govuk-checkboxes" classList={{ "govuk-checkboxes--small": props.small === true }}>
        <For each={props.choices}>
          {(choice, index) => (
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id={itemId(index())}
                name={props.name}
                value={choice.value}
                checked={props.value.includes(choice.value)}
                aria-describedby={choice.hint === undefined ? undefined : `${itemId(index())}-hint`}
                onChange={() => props.onChange(toggled(props.choices, props.value, choice.value))}
              />
              <label class="govuk-label govuk-checkboxes__label" for={itemId(index())}>
                {choice.label}
              </label>
              <Show when={choice.hint}>
                <Hint of="checkboxes" id={`${itemId(index())}-hint`}>
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

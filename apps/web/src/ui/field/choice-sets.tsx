import { For } from "solid-js";
import type { Choice } from "./choice.ts";

/** Choices that are taken or left together: 'Band 1', 'Harbour'. */
export type ChoiceSet<T extends string = string> = {
  readonly label: string;
  readonly values: readonly T[];
};

type ChoiceSetsProps<T extends string> = {
  choices: readonly Choice<T>[];
  sets: readonly ChoiceSet<T>[];
  value: readonly T[];
  onChange: (value: readonly T[]) => void;
};

const pressedAs = (chosen: number, all: number): "true" | "mixed" | "false" => {
  if (chosen === 0) return "false";
  return chosen === all ? "true" : "mixed";
};

/** All, none, or a set of the choices with one press; pressed again, a set that is chosen whole is left out. */
export function ChoiceSets<T extends string>(props: ChoiceSetsProps<T>) {
  const all = () => props.choices.map(({ value }) => value);
  const chosen = () => new Set<string>(props.value);
  const countIn = ({ values }: ChoiceSet<T>) => values.filter((each) => chosen().has(each)).length;
  const toggle = (set: ChoiceSet<T>) => {
    const isWhole = countIn(set) === set.values.length;
    const of = new Set<string>(set.values);
    const before = chosen();
    props.onChange(all().filter((each) => (of.has(each) ? !isWhole : before.has(each))));
  };
  const sets = () => props.sets.filter(({ values }) => values.length > 0);
  return (
    <div class="a-sets">
      <p class="a-sets__count" role="status">
        {`${props.value.length} of ${props.choices.length} chosen`}
      </p>
      <div class="a-sets__row" role="group" aria-label="Choose several at once">
        <button type="button" class="a-set" onClick={() => props.onChange(all())}>
          All
        </button>
        <button type="button" class="a-set" onClick={() => props.onChange([])}>
          None
        </button>
        <For each={sets()}>
          {(set) => (
            <button
              type="button"
              class="a-set"
              aria-pressed={pressedAs(countIn(set), set.values.length)}
              onClick={() => toggle(set)}
            >
              {`${set.label}: ${countIn(set)} of ${set.values.length}`}
            </button>
          )}
        </For>
      </div>
    </div>
  );
}

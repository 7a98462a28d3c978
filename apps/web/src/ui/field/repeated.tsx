import "../../look/form.scss";
import { Index, Show, type JSX } from "solid-js";
import { Button } from "../button/button.tsx";
import type { Bound } from "../form/index.ts";
import { ErrorMessage, Hint } from "./field-frame.tsx";

/** One of several answers to the same questions. */
export type RepeatedRow<Value> = {
  /** From 0. */
  readonly place: number;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Undefined where as few are left as there must be. */
  readonly onRemove: (() => void) | undefined;
};

type RepeatedProps<Value> = Bound<readonly Value[]> & {
  /** Names the group; left out where a heading above does. */
  legend?: JSX.Element;
  hint?: string;
  /** What one more begins with. */
  empty: Value;
  /** 'Add an area'. */
  add: string;
  /** How many there are at least: 1 unless told otherwise. */
  least?: number;
  /** Stands between the rows and the button: a sum. */
  below?: JSX.Element;
  children: (row: RepeatedRow<Value>) => JSX.Element;
};

function Row<Value>(props: { of: RepeatedProps<Value>; place: number; value: Value }) {
  const row: RepeatedRow<Value> = {
    get place() {
      return props.place;
    },
    get value() {
      return props.value;
    },
    onChange: (value) =>
      props.of.onChange(props.of.value.map((each, at) => (at === props.place ? value : each))),
    get onRemove() {
      const { value, least = 1, onChange } = props.of;
      const left = value.filter((_, at) => at !== props.place);
      return value.length > least ? () => onChange(left) : undefined;
    },
  };
  return <>{props.of.children(row)}</>;
}

function Rows<Value>(props: RepeatedProps<Value>) {
  return (
    <>
      <Show when={props.error}>
        {(error) => <ErrorMessage id={`${props.name}-error`}>{error()}</ErrorMessage>}
      </Show>
      <Index each={props.value}>
        {(item, place) => <Row of={props} place={place} value={item()} />}
      </Index>
      {props.below}
      <Button kind="secondary" small onPress={() => props.onChange([...props.value, props.empty])}>
        {props.add}
      </Button>
    </>
  );
}

/** The same questions as often as there are answers, each of which can be taken away; an error of all of them stands above. */
export function Repeated<Value>(props: RepeatedProps<Value>) {
  const hintId = () => (props.hint === undefined ? undefined : `${props.name}-hint`);
  return (
    <div
      class="govuk-form-group"
      classList={{ "govuk-form-group--error": props.error !== undefined }}
      id={props.name}
      tabindex="-1"
    >
      <Show when={props.legend} fallback={<Rows {...props} />}>
        {(legend) => (
          <fieldset class="govuk-fieldset" aria-describedby={hintId()}>
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend()}</legend>
            <Show when={hintId()}>{(id) => <Hint id={id()}>{props.hint}</Hint>}</Show>
            <Rows {...props} />
          </fieldset>
        )}
      </Show>
    </div>
  );
}

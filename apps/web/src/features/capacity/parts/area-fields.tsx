import "../../../look/capacity.scss";
import { Index, Show } from "solid-js";
import {
  Button,
  Combobox,
  ErrorMessage,
  PlainButton,
  Select,
  TextField,
  type Bound,
  type ComboboxOption,
} from "../../../ui/index.ts";
import { emptyArea, type AreaAnswer, type Level } from "../answers.ts";
import type { CodeChoice } from "../data.ts";
import { labelOf, levelWords } from "../words.ts";

const levelChoices: readonly { readonly value: Level; readonly label: string }[] = [
  { value: "1", label: levelWords[1] },
  { value: "2", label: levelWords[2] },
  { value: "3", label: levelWords[3] },
];

const toOption = ({ code, label, group }: CodeChoice): ComboboxOption => ({
  id: code,
  label,
  ...(group === null ? {} : { detail: group }),
});

type AreasProps = Bound<readonly AreaAnswer[]> & { entries: readonly CodeChoice[] };

type OneProps = {
  entries: readonly CodeChoice[];
  /** From 0. */
  place: number;
  value: AreaAnswer;
  onChange: (value: AreaAnswer) => void;
  onRemove: (() => void) | undefined;
};

function OneArea(props: OneProps) {
  const search = (words: string) =>
    Promise.resolve(
      props.entries
        .filter(({ isRetired, label, group }) => {
          const text = `${label} ${group ?? ""}`.toLowerCase();
          return !isRetired && text.includes(words.toLowerCase());
        })
        .map(toOption),
    );
  const chosen = () =>
    props.value.area === ""
      ? undefined
      : { id: props.value.area, label: labelOf(props.entries, props.value.area) };
  const number = () => (props.place === 0 ? "" : ` ${props.place + 1}`);
  const name = (part: string) => `area-${props.place + 1}-${part}`;
  return (
    <div class="a-area-row">
      <Combobox
        name={name("code")}
        label={`Area${number()}`}
        noun={["area", "areas"]}
        minLength={0}
        pause={60}
        value={chosen()}
        onChange={(option) => props.onChange({ ...props.value, area: option?.id ?? "" })}
        search={search}
      />
      <Select
        name={name("level")}
        label={`Level${number()}`}
        choices={levelChoices}
        value={props.value.level}
        onChange={(level) => props.onChange({ ...props.value, level })}
      />
      <TextField
        name={name("evidence")}
        label={`Evidence${number()}`}
        value={props.value.evidence}
        onChange={(evidence) => props.onChange({ ...props.value, evidence })}
      />
      <Show when={props.onRemove}>
        {(remove) => (
          <p class="a-area-row__remove">
            <PlainButton onPress={() => remove()()} about={chosen()?.label ?? `area${number()}`}>
              Remove
            </PlainButton>
          </p>
        )}
      </Show>
    </div>
  );
}

/** Areas of expertise with a level and what shows it; as many as there are. */
export function AreaFields(props: AreasProps) {
  const change = (place: number, value: AreaAnswer) =>
    props.onChange(props.value.map((each, at) => (at === place ? value : each)));
  const remove = (place: number) => props.onChange(props.value.filter((_, at) => at !== place));
  return (
    <div
      class="govuk-form-group"
      classList={{ "govuk-form-group--error": props.error !== undefined }}
      id={props.name}
    >
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
          What can you help with?
        </legend>
        <Show when={props.error}>
          {(error) => <ErrorMessage id={`${props.name}-error`}>{error()}</ErrorMessage>}
        </Show>
        <Index each={props.value}>
          {(area, place) => (
            <OneArea
              entries={props.entries}
              place={place}
              value={area()}
              onChange={(value) => change(place, value)}
              onRemove={props.value.length > 1 ? () => remove(place) : undefined}
            />
          )}
        </Index>
        <Button kind="secondary" small onPress={() => props.onChange([...props.value, emptyArea])}>
          Add an area
        </Button>
      </fieldset>
    </div>
  );
}

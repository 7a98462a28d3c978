import { Index, Show } from "solid-js";
import {
  Button,
  DateTextField,
  ErrorMessage,
  PlainButton,
  Radios,
  Select,
  TextArea,
  TextField,
  type Bound,
} from "../../../ui/index.ts";
import { emptyObjective, type ObjectiveAnswer } from "../answers.ts";
import type { AgreementChoices } from "../data.ts";
import { directionWords } from "../words.ts";

type OneProps = {
  choices: AgreementChoices;
  /** From 0. */
  place: number;
  value: ObjectiveAnswer;
  onChange: (value: ObjectiveAnswer) => void;
  onRemove: (() => void) | undefined;
};

function Measure(props: OneProps) {
  const known = () => props.choices.measures.find(({ code }) => code === props.value.code);
  const name = (part: string) => `objective-${props.place + 1}-${part}`;
  const choose = (code: string) => {
    const measure = props.choices.measures.find((each) => each.code === code);
    if (measure === undefined) return;
    const { unit, direction, source } = measure;
    props.onChange({
      ...props.value,
      code,
      label: "",
      unit,
      direction,
      source: props.value.source === "" ? source : props.value.source,
    });
  };
  return (
    <>
      <Select
        name={name("measure")}
        label="Measured by"
        hint={
          known() === undefined || known()?.isOwn === true
            ? undefined
            : `In ${known()?.unit ?? ""}; ${directionWords[props.value.direction]}`
        }
        choices={props.choices.measures.map(({ code, label }) => ({ value: code, label }))}
        value={props.value.code}
        onChange={choose}
      />
      <Show when={known()?.isOwn}>
        <div class="a-pair">
          <TextField
            name={name("label")}
            label="Name of the measure"
            value={props.value.label}
            onChange={(label) => props.onChange({ ...props.value, label })}
          />
          <TextField
            name={name("unit")}
            label="Unit"
            hint="For example, %, points, pupils"
            value={props.value.unit}
            onChange={(unit) => props.onChange({ ...props.value, unit })}
          />
        </div>
        <Radios
          name={name("direction")}
          label="Which way is better?"
          inline
          choices={[
            { value: "up", label: "More" },
            { value: "down", label: "Less" },
          ]}
          value={props.value.direction}
          onChange={(direction) => props.onChange({ ...props.value, direction })}
        />
      </Show>
    </>
  );
}

function Figures(props: OneProps) {
  const name = (part: string) => `objective-${props.place + 1}-${part}`;
  const set = (part: "baseline" | "baselineOn" | "source" | "target" | "targetBy") => ({
    name: name(part),
    value: props.value[part],
    onChange: (text: string) => props.onChange({ ...props.value, [part]: text }),
  });
  return (
    <>
      <div class="a-pair">
        <TextField label="Figure now" inputMode="decimal" width={5} {...set("baseline")} />
        <DateTextField label="Of which day" {...set("baselineOn")} />
      </div>
      <TextField label="Where the figure comes from" {...set("source")} />
      <div class="a-pair">
        <TextField label="Figure to reach" inputMode="decimal" width={5} {...set("target")} />
        <DateTextField label="By when" {...set("targetBy")} />
      </div>
    </>
  );
}

function OneObjective(props: OneProps) {
  return (
    <div class="a-repeat">
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
          {`Objective ${props.place + 1}`}
        </legend>
        <TextArea
          name={`objective-${props.place + 1}-text`}
          label="What should change"
          rows={2}
          value={props.value.text}
          onChange={(text) => props.onChange({ ...props.value, text })}
        />
        <Measure {...props} />
        <Figures {...props} />
        <Show when={props.onRemove}>
          {(remove) => (
            <p>
              <PlainButton onPress={() => remove()()} about={`objective ${props.place + 1}`}>
                Remove
              </PlainButton>
            </p>
          )}
        </Show>
      </fieldset>
    </div>
  );
}

/** What should change, each by a measure with where it stands and where it should come to. */
export function ObjectiveFields(
  props: Bound<readonly ObjectiveAnswer[]> & { choices: AgreementChoices },
) {
  const change = (place: number, value: ObjectiveAnswer) =>
    props.onChange(props.value.map((each, at) => (at === place ? value : each)));
  const remove = (place: number) => props.onChange(props.value.filter((_, at) => at !== place));
  return (
    <div
      class="govuk-form-group"
      classList={{ "govuk-form-group--error": props.error !== undefined }}
      id={props.name}
      tabindex="-1"
    >
      <Show when={props.error}>
        {(error) => <ErrorMessage id={`${props.name}-error`}>{error()}</ErrorMessage>}
      </Show>
      <Index each={props.value}>
        {(objective, place) => (
          <OneObjective
            choices={props.choices}
            place={place}
            value={objective()}
            onChange={(value) => change(place, value)}
            onRemove={props.value.length > 1 ? () => remove(place) : undefined}
          />
        )}
      </Index>
      <Button
        kind="secondary"
        small
        onPress={() => props.onChange([...props.value, emptyObjective])}
      >
        Add an objective
      </Button>
    </div>
  );
}

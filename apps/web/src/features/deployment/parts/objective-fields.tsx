import { Show } from "solid-js";
import {
  DateTextField,
  PlainButton,
  Radios,
  Repeated,
  Select,
  TextArea,
  TextField,
  type Bound,
  type RepeatedRow,
} from "../../../ui/index.ts";
import { emptyObjective, type ObjectiveAnswer } from "../answers.ts";
import type { AgreementChoices } from "../data.ts";
import { directionWords } from "../words.ts";

type OneProps = { choices: AgreementChoices; row: RepeatedRow<ObjectiveAnswer> };

function Measure(props: OneProps) {
  const known = () => props.choices.measures.find(({ code }) => code === props.row.value.code);
  const name = (part: string) => `objective-${props.row.place + 1}-${part}`;
  const choose = (code: string) => {
    const measure = props.choices.measures.find((each) => each.code === code);
    if (measure === undefined) return;
    const { unit, direction, source } = measure;
    props.row.onChange({
      ...props.row.value,
      code,
      label: "",
      unit,
      direction,
      source: props.row.value.source === "" ? source : props.row.value.source,
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
            : `In ${known()?.unit ?? ""}; ${directionWords[props.row.value.direction]}`
        }
        choices={props.choices.measures.map(({ code, label }) => ({ value: code, label }))}
        value={props.row.value.code}
        onChange={choose}
      />
      <Show when={known()?.isOwn}>
        <div class="a-pair">
          <TextField
            name={name("label")}
            label="Name of the measure"
            value={props.row.value.label}
            onChange={(label) => props.row.onChange({ ...props.row.value, label })}
          />
          <TextField
            name={name("unit")}
            label="Unit"
            hint="For example, %, points, pupils"
            value={props.row.value.unit}
            onChange={(unit) => props.row.onChange({ ...props.row.value, unit })}
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
          value={props.row.value.direction}
          onChange={(direction) => props.row.onChange({ ...props.row.value, direction })}
        />
      </Show>
    </>
  );
}

function Figures(props: OneProps) {
  const name = (part: string) => `objective-${props.row.place + 1}-${part}`;
  const set = (part: "baseline" | "baselineOn" | "source" | "target" | "targetBy") => ({
    name: name(part),
    value: props.row.value[part],
    onChange: (text: string) => props.row.onChange({ ...props.row.value, [part]: text }),
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
          {`Objective ${props.row.place + 1}`}
        </legend>
        <TextArea
          name={`objective-${props.row.place + 1}-text`}
          label="What should change"
          rows={2}
          value={props.row.value.text}
          onChange={(text) => props.row.onChange({ ...props.row.value, text })}
        />
        <Measure {...props} />
        <Figures {...props} />
        <Show when={props.row.onRemove}>
          {(remove) => (
            <p>
              <PlainButton onPress={() => remove()()} about={`objective ${props.row.place + 1}`}>
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
  return (
    <Repeated {...props} empty={emptyObjective} add="Add an objective">
      {(row) => <OneObjective choices={props.choices} row={row} />}
    </Repeated>
  );
}

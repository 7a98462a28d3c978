import "../../../look/capacity.scss";
import { Index, Show } from "solid-js";
import {
  Button,
  DateTextField,
  ErrorMessage,
  Hint,
  PlainButton,
  type Bound,
} from "../../../ui/index.ts";
import type { BlackoutAnswer } from "../answers.ts";

const nothing: BlackoutAnswer = { from: "", to: "" };

/** Days on which the leader cannot come: a day, or from one to another. */
export function BlackoutFields(props: Bound<readonly BlackoutAnswer[]>) {
  const change = (place: number, value: BlackoutAnswer) =>
    props.onChange(props.value.map((each, at) => (at === place ? value : each)));
  const remove = (place: number) => props.onChange(props.value.filter((_, at) => at !== place));
  const number = (place: number) => (place === 0 ? "" : ` ${place + 1}`);
  return (
    <div
      class="govuk-form-group"
      classList={{ "govuk-form-group--error": props.error !== undefined }}
      id={props.name}
    >
      <fieldset class="govuk-fieldset" aria-describedby={`${props.name}-hint`}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
          Dates you cannot do
          <span class="a-optional">{" (optional)"}</span>
        </legend>
        <Hint id={`${props.name}-hint`}>Your own school’s inset days, trips, leave</Hint>
        <Show when={props.error}>
          {(error) => <ErrorMessage id={`${props.name}-error`}>{error()}</ErrorMessage>}
        </Show>
        <Index each={props.value}>
          {(dates, place) => (
            <div class="a-date-row">
              <DateTextField
                name={`blackout-${place + 1}-from`}
                label={`First day${number(place)}`}
                value={dates().from}
                onChange={(from) => change(place, { ...dates(), from })}
              />
              <DateTextField
                name={`blackout-${place + 1}-to`}
                label={`Last day${number(place)}`}
                optional
                hint="The same day if left blank"
                value={dates().to}
                onChange={(to) => change(place, { ...dates(), to })}
              />
              <p class="a-area-row__remove">
                <PlainButton onPress={() => remove(place)} about={`dates${number(place)}`}>
                  Remove
                </PlainButton>
              </p>
            </div>
          )}
        </Index>
        <Button kind="secondary" small onPress={() => props.onChange([...props.value, nothing])}>
          {props.value.length === 0 ? "Add dates" : "Add more dates"}
        </Button>
      </fieldset>
    </div>
  );
}

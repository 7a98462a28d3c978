import "../../../look/capacity.scss";
import {
  DateTextField,
  PlainButton,
  Repeated,
  type Bound,
  type RepeatedRow,
} from "../../../ui/index.ts";
import type { BlackoutAnswer } from "../answers.ts";

const nothing: BlackoutAnswer = { from: "", to: "" };

function OneStretch(props: { row: RepeatedRow<BlackoutAnswer> }) {
  const number = () => (props.row.place === 0 ? "" : ` ${props.row.place + 1}`);
  const name = (part: string) => `blackout-${props.row.place + 1}-${part}`;
  return (
    <div class="a-date-row">
      <DateTextField
        name={name("from")}
        label={`First day${number()}`}
        value={props.row.value.from}
        onChange={(from) => props.row.onChange({ ...props.row.value, from })}
      />
      <DateTextField
        name={name("to")}
        label={`Last day${number()}`}
        optional
        hint="The same day if left blank"
        value={props.row.value.to}
        onChange={(to) => props.row.onChange({ ...props.row.value, to })}
      />
      <p class="a-area-row__remove">
        <PlainButton onPress={() => props.row.onRemove?.()} about={`dates${number()}`}>
          Remove
        </PlainButton>
      </p>
    </div>
  );
}

/** Days on which the leader cannot come: a day, or from one to another. */
export function BlackoutFields(props: Bound<readonly BlackoutAnswer[]>) {
  return (
    <Repeated
      {...props}
      legend={
        <>
          Dates you cannot do
          <span class="a-optional">{" (optional)"}</span>
        </>
      }
      hint="Your own school’s inset days, trips, leave"
      empty={nothing}
      add={props.value.length === 0 ? "Add dates" : "Add more dates"}
      least={0}
    >
      {(row) => <OneStretch row={row} />}
    </Repeated>
  );
}

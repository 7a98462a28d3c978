import "../../../look/capacity.scss";
import { Show } from "solid-js";
import {
  Combobox,
  PlainButton,
  Repeated,
  Select,
  TextField,
  type Bound,
  type ComboboxOption,
  type RepeatedRow,
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

type OneProps = { entries: readonly CodeChoice[]; row: RepeatedRow<AreaAnswer> };

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
    props.row.value.area === ""
      ? undefined
      : { id: props.row.value.area, label: labelOf(props.entries, props.row.value.area) };
  const number = () => (props.row.place === 0 ? "" : ` ${props.row.place + 1}`);
  const name = (part: string) => `area-${props.row.place + 1}-${part}`;
  return (
    <div class="a-area-row">
      <Combobox
        name={name("code")}
        label={`Area${number()}`}
        noun={["area", "areas"]}
        minLength={0}
        pause={60}
        value={chosen()}
        onChange={(option) => props.row.onChange({ ...props.row.value, area: option?.id ?? "" })}
        search={search}
      />
      <Select
        name={name("level")}
        label={`Level${number()}`}
        choices={levelChoices}
        value={props.row.value.level}
        onChange={(level) => props.row.onChange({ ...props.row.value, level })}
      />
      <TextField
        name={name("evidence")}
        label={`Evidence${number()}`}
        value={props.row.value.evidence}
        onChange={(evidence) => props.row.onChange({ ...props.row.value, evidence })}
      />
      <Show when={props.row.onRemove}>
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
  return (
    <Repeated {...props} legend="What can you help with?" empty={emptyArea} add="Add an area">
      {(row) => <OneArea entries={props.entries} row={row} />}
    </Repeated>
  );
}

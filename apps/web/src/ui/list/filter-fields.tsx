import { createSignal, createEffect, on, Match, Switch } from "solid-js";
import { Checkboxes } from "../field/checkboxes.tsx";
import type { Choice } from "../field/choice.ts";
import { Radios } from "../field/radios.tsx";
import { Select } from "../field/select.tsx";
import { TextField } from "../field/text-field.tsx";
import type { FilterGroup } from "./filter-group.ts";

const any: Choice = { value: "", label: "Any" };

type FilterFieldProps = { group: FilterGroup; search: string; idPrefix: string };

const choicesOf = (group: FilterGroup) => (group.kind === "search" ? [] : group.choices);

/** One filter's field. It follows the address: Back puts the old choice in it again. */
export function FilterField(props: FilterFieldProps) {
  const inAddress = () => new URLSearchParams(props.search).getAll(props.group.name);
  const [chosen, setChosen] = createSignal<readonly string[]>(inAddress());
  createEffect(
    on(
      () => props.search,
      () => setChosen(inAddress()),
      { defer: true },
    ),
  );
  const first = () => chosen()[0] ?? "";
  const base = () => ({
    id: `${props.idPrefix}-${props.group.name}`,
    name: props.group.name,
    label: props.group.label,
  });
  const choose = (value: string) => setChosen([value]);
  return (
    <Switch>
      <Match when={props.group.kind === "search" && props.group}>
        {(group) => (
          <TextField
            {...base()}
            type="search"
            hint={group().hint}
            value={first()}
            onChange={choose}
          />
        )}
      </Match>
      <Match when={props.group.kind === "one"}>
        <Select
          {...base()}
          choices={[any, ...choicesOf(props.group)]}
          value={first()}
          onChange={choose}
        />
      </Match>
      <Match when={props.group.kind === "radios"}>
        <Radios
          {...base()}
          small
          choices={[any, ...choicesOf(props.group)]}
          value={first()}
          onChange={choose}
        />
      </Match>
      <Match when={props.group.kind === "many"}>
        <Checkboxes
          {...base()}
          small
          choices={choicesOf(props.group)}
          value={chosen()}
          onChange={setChosen}
        />
      </Match>
    </Switch>
  );
}

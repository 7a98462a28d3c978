import { For, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import {
  Button,
  ButtonRow,
  Combobox,
  Fieldset,
  TextField,
  type ComboboxOption,
} from "../../../ui/index.ts";

/** A leader who is wished for or not, as it is being written. */
export type WishRow = { readonly leader: ComboboxOption | undefined; readonly reason: string };

export const noWish: WishRow = { leader: undefined, reason: "" };
const most = 3;

type WishFieldsProps = {
  name: string;
  legend: string;
  hint: string;
  area: string;
  urn: number;
  value: readonly WishRow[];
  error?: string | undefined;
  onChange: (rows: readonly WishRow[]) => void;
};

/** Up to three leaders, each with a reason that the coordinator alone can read. */
export function WishFields(props: WishFieldsProps) {
  const change = (index: number, row: WishRow) =>
    props.onChange(props.value.map((each, at) => (at === index ? row : each)));
  const search = async (words: string, signal: AbortSignal) => {
    const found = await api.need.leaders.query(
      { area: props.area, urn: props.urn, words },
      { signal },
    );
    return found.map(({ id, name, school }) => ({
      id,
      label: name,
      ...(school === null ? {} : { detail: school }),
    }));
  };
  const rows = () => props.value.map((_, index) => index);
  return (
    <Fieldset legend={props.legend}>
      <p class="govuk-hint">{props.hint}</p>
      <For each={rows()}>
        {(index) => (
          <>
            <Combobox
              name={`${props.name}-${index}-leader`}
              label={index === 0 ? "Leader" : `Leader ${index + 1}`}
              optional
              noun={["leader", "leaders"]}
              error={index === 0 ? props.error : undefined}
              value={props.value[index]?.leader}
              onChange={(leader) =>
                change(index, { leader, reason: props.value[index]?.reason ?? "" })
              }
              search={search}
            />
            <Show when={props.value[index]?.leader}>
              <TextField
                name={`${props.name}-${index}-reason`}
                label="Private reason"
                optional
                value={props.value[index]?.reason ?? ""}
                onChange={(reason) => change(index, { leader: props.value[index]?.leader, reason })}
              />
            </Show>
          </>
        )}
      </For>
      <Show when={props.value.length < most}>
        <ButtonRow>
          <Button
            kind="secondary"
            small
            about={`: ${props.legend.toLowerCase()}`}
            onPress={() => props.onChange([...props.value, noWish])}
          >
            Add another leader
          </Button>
        </ButtonRow>
      </Show>
    </Fieldset>
  );
}

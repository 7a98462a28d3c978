import { For } from "solid-js";
import { Columns, StatTile } from "../../../ui/index.ts";
import { capacityAddress } from "../addresses.ts";
import type { Supply } from "../data.ts";
import { stateWords, type SupplyState } from "../words.ts";

/** What a coordinator can do something about; a not now is an answer like any other. */
const shown = ["ready", "lapsed", "maybe", "silent"] as const satisfies readonly SupplyState[];

/** The address that shows one state, in the same term. */
const onlyOf = (area: string, state: SupplyState, search: string): string => {
  const term = new URLSearchParams(search).get("term");
  return capacityAddress(area, `?stage=${state}${term === null ? "" : `&term=${term}`}`);
};

/** How many leaders gave which answer; each figure leads to them. */
export function StateTiles(props: { area: string; counts: Supply["counts"]; search: string }) {
  return (
    <Columns kind="tiles">
      <For each={shown}>
        {(state) => (
          <StatTile
            label={stateWords[state]}
            value={String(props.counts[state] ?? 0)}
            href={onlyOf(props.area, state, props.search)}
            tone={state === "lapsed" ? "amber" : undefined}
          />
        )}
      </For>
    </Columns>
  );
}

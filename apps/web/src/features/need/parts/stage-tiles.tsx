import { For } from "solid-js";
import { Columns, StatTile, withParam } from "../../../ui/index.ts";
import { queueAddress } from "../addresses.ts";
import { waitingStates } from "../queue-address.ts";
import { stateWords } from "../words.ts";

/** How many needs are in each stage; each figure leads to them. */
export function StageTiles(props: {
  area: string;
  counts: Readonly<Record<string, number>>;
  search: string;
}) {
  return (
    <Columns kind="tiles">
      <For each={waitingStates}>
        {(state) => (
          <StatTile
            label={stateWords[state]}
            value={String(props.counts[state] ?? 0)}
            href={queueAddress(props.area, withParam(props.search, "stage", state))}
            tone={state === "submitted" ? "amber" : undefined}
          />
        )}
      </For>
    </Columns>
  );
}

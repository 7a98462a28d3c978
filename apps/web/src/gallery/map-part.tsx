import { createSignal, For } from "solid-js";
import { Columns, PlainButton, SvgMap } from "../ui/index.ts";
import { mapAreas, mapPoints } from "./sample.ts";

export function MapPart() {
  const [selected, setSelected] = createSignal("900002");
  return (
    <Columns kind="main-side">
      <SvgMap
        label="The schools and zones of the area. The same schools are in the list."
        areas={mapAreas}
        points={mapPoints}
        selected={selected()}
        onSelect={setSelected}
      />
      <ul class="govuk-list">
        <For each={mapPoints}>
          {(point) => (
            <li>
              <PlainButton onPress={() => setSelected(point.id)}>{point.label}</PlainButton>
            </li>
          )}
        </For>
      </ul>
    </Columns>
  );
}

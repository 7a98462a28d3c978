import { For, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { Link, WarningText } from "../../../ui/index.ts";
import type { DeploymentPage } from "../data.ts";
import { conflictKindWords } from "../words.ts";

const stateSentences = {
  found: "Nothing can be sent out or signed until somebody without a part in it has decided.",
  upheld: "It was refused: this work cannot go on as it is.",
  allowed: "It was allowed.",
} as const;

type Shown = DeploymentPage["conflicts"][number];

function One(props: { area: string; conflict: Shown }) {
  const words = () =>
    `${conflictKindWords[props.conflict.kind]}. ${stateSentences[props.conflict.state]} ${props.conflict.conditions}`;
  return (
    <>
      {`${words()} `}
      <Show when={props.conflict.id}>
        {(id) => <Link href={inArea(props.area, `/conflicts/${id()}`)}>See the decision</Link>}
      </Show>
    </>
  );
}

/** Conflicts of interest of the leader and the school: those that block first, in the words of a warning. */
export function Conflicts(props: { area: string; conflicts: DeploymentPage["conflicts"] }) {
  const blocking = () => props.conflicts.filter(({ state }) => state !== "allowed");
  const allowed = () => props.conflicts.filter(({ state }) => state === "allowed");
  return (
    <>
      <For each={blocking()}>
        {(conflict) => (
          <WarningText>
            <One area={props.area} conflict={conflict} />
          </WarningText>
        )}
      </For>
      <For each={allowed()}>
        {(conflict) => (
          <p class="govuk-body a-small">
            <One area={props.area} conflict={conflict} />
          </p>
        )}
      </For>
    </>
  );
}

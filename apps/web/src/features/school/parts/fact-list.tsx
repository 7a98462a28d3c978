import "../../../look/school.scss";
import { For, type JSX } from "solid-js";

export type Fact = { readonly term: string; readonly value: JSX.Element };

/** A few short facts, name on the left and value on the right, for where there is little room. */
export function FactList(props: { facts: readonly Fact[] }) {
  return (
    <dl class="a-facts">
      <For each={props.facts}>
        {(fact) => (
          <div>
            <dt>{fact.term}</dt>
            <dd>{fact.value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}

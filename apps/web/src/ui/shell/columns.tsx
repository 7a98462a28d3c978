import type { JSX } from "solid-js";

type Kind = "halves" | "thirds" | "main-side" | "side-main" | "tiles";

/** Side by side where there is room, one under the other where there is not. */
export function Columns(props: { kind: Kind; children: JSX.Element }) {
  return <div class={`a-columns a-columns--${props.kind}`}>{props.children}</div>;
}

/** A quiet box that holds together what belongs together. */
export function Card(props: { sand?: boolean; children: JSX.Element }) {
  return (
    <section class="a-card" classList={{ "a-card--sand": props.sand === true }}>
      {props.children}
    </section>
  );
}

import { Show } from "solid-js";

/** Where a figure comes from, and of which day: 'Source: School census, as of 1 October 2025'. */
export function SourceNote(props: {
  source: string;
  asOf?: string | undefined;
  note?: string | undefined;
}) {
  return (
    <p class="a-source">
      {`Source: ${props.source}`}
      <Show when={props.asOf}>{`, as of ${props.asOf}`}</Show>
      <Show when={props.note}>{`. ${props.note}`}</Show>
    </p>
  );
}

import { Show, type JSX } from "solid-js";

type StatTileProps = {
  label: string;
  value: string;
  unit?: string | undefined;
  note?: JSX.Element;
  /** Where the figure can be seen item by item. */
  href?: string | undefined;
  tone?: "teal" | "amber" | undefined;
};

/** One figure worth seeing at a glance, leading to what it is made of. */
export function StatTile(props: StatTileProps) {
  const value = () => (
    <>
      {props.value}
      <Show when={props.unit}>
        <span class="a-tile__unit">{props.unit}</span>
      </Show>
    </>
  );
  return (
    <dl class="a-tile" classList={{ "a-tile--amber": props.tone === "amber" }}>
      <dt>{props.label}</dt>
      <dd class="a-tile__value">
        <Show when={props.href} fallback={value()}>
          <a
            class="govuk-link govuk-link--no-visited-state govuk-link--no-underline"
            href={props.href}
          >
            {value()}
            <span class="govuk-visually-hidden">{`: ${props.label}`}</span>
          </a>
        </Show>
      </dd>
      <Show when={props.note}>
        <dd class="a-tile__note">{props.note}</dd>
      </Show>
    </dl>
  );
}

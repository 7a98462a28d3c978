import "../../look/form.scss";
import type { JSX } from "solid-js";

type FieldsetProps = { legend: JSX.Element; size?: "s" | "m" | "l"; children: JSX.Element };

/** Holds together fields that belong to one matter. */
export function Fieldset(props: FieldsetProps) {
  return (
    <fieldset class="govuk-fieldset">
      <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${props.size ?? "m"}`}>
        {props.legend}
      </legend>
      {props.children}
    </fieldset>
  );
}

import { Show, type JSX } from "solid-js";

/** What every field takes besides its value. */
export type FieldProps = {
  name: string;
  /** Defaults to the name; the error summary leads here. */
  id?: string | undefined;
  label: JSX.Element;
  labelSize?: "s" | "m" | "l" | undefined;
  hint?: JSX.Element;
  error?: string | undefined;
  optional?: boolean | undefined;
};

export const idOf = (field: FieldProps) => field.id ?? field.name;

/** The ids that describe a field, in reading order, or undefined when nothing does. */
export function describedBy(field: FieldProps, extra?: string): string | undefined {
  const ids = [
    field.hint === undefined ? "" : `${idOf(field)}-hint`,
    field.error === undefined ? "" : `${idOf(field)}-error`,
    extra ?? "",
  ].filter((id) => id !== "");
  return ids.length === 0 ? undefined : ids.join(" ");
}

const Optional = (props: { when: boolean | undefined }) => (
  <Show when={props.when}>
    <span class="a-optional">{" (optional)"}</span>
  </Show>
);

type HintProps = { id: string; of?: "radios" | "checkboxes"; children: JSX.Element };

export function Hint(props: HintProps) {
  return (
    <div
      class={props.of === undefined ? "govuk-hint" : `govuk-hint govuk-${props.of}__hint`}
      id={props.id}
    >
      {props.children}
    </div>
  );
}

export function ErrorMessage(props: { id: string; children: JSX.Element }) {
  return (
    <p class="govuk-error-message" id={props.id}>
      <span class="govuk-visually-hidden">{"Error: "}</span>
      {props.children}
    </p>
  );
}

export function HintAndError(props: { field: FieldProps }) {
  return (
    <>
      <Show when={props.field.hint}>
        <Hint id={`${idOf(props.field)}-hint`}>{props.field.hint}</Hint>
      </Show>
      <Show when={props.field.error}>
        <ErrorMessage id={`${idOf(props.field)}-error`}>{props.field.error}</ErrorMessage>
      </Show>
    </>
  );
}

/** Label, hint and error around one control. */
export function FieldFrame(props: { field: FieldProps; children: JSX.Element }) {
  return (
    <div
      class="govuk-form-group"
      classList={{ "govuk-form-group--error": props.field.error !== undefined }}
    >
      <label
        class={`govuk-label govuk-label--${props.field.labelSize ?? "s"}`}
        for={idOf(props.field)}
      >
        {props.field.label}
        <Optional when={props.field.optional} />
      </label>
      <HintAndError field={props.field} />
      {props.children}
    </div>
  );
}

/** Legend, hint and error around several controls that answer one question. */
export function FieldsetFrame(props: { field: FieldProps; role?: "group"; children: JSX.Element }) {
  return (
    <div
      class="govuk-form-group"
      classList={{ "govuk-form-group--error": props.field.error !== undefined }}
      id={idOf(props.field)}
    >
      <fieldset
        class="govuk-fieldset"
        aria-describedby={describedBy(props.field)}
        role={props.role}
      >
        <legend
          class={`govuk-fieldset__legend govuk-fieldset__legend--${props.field.labelSize ?? "s"}`}
        >
          {props.field.label}
          <Optional when={props.field.optional} />
        </legend>
        <HintAndError field={props.field} />
        {props.children}
      </fieldset>
    </div>
  );
}

import { describedBy, FieldFrame, idOf, type FieldProps } from "./field-frame.tsx";

type Width = 2 | 3 | 4 | 5 | 10 | 20;

export type TextFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "email" | "password" | "search" | "tel" | undefined;
  /** A whole or decimal number: the phone shows digits, the field stays text so that nothing is lost. */
  inputMode?: "numeric" | "decimal" | undefined;
  autocomplete?: string | undefined;
  /** In characters. */
  width?: Width | undefined;
  spellcheck?: boolean | undefined;
  suffix?: string | undefined;
  prefix?: string | undefined;
};

function Input(props: { field: TextFieldProps }) {
  const field = () => props.field;
  return (
    <input
      class={`govuk-input${field().width === undefined ? "" : ` govuk-input--width-${field().width}`}`}
      classList={{ "govuk-input--error": field().error !== undefined }}
      id={idOf(field())}
      name={field().name}
      type={field().type ?? "text"}
      inputmode={field().inputMode}
      autocomplete={field().autocomplete}
      spellcheck={field().spellcheck}
      aria-describedby={describedBy(field())}
      aria-invalid={field().error === undefined ? undefined : "true"}
      value={field().value}
      onInput={(event) => field().onChange(event.currentTarget.value)}
    />
  );
}

const Affix = (props: { kind: "prefix" | "suffix"; text: string | undefined }) => (
  <div class={`govuk-input__${props.kind}`} aria-hidden="true">
    {props.text}
  </div>
);

/** One line of text. An affix ('£', 'days') is for the eye: say it in the label or hint too. */
export function TextField(props: TextFieldProps) {
  const plain = () => props.prefix === undefined && props.suffix === undefined;
  return (
    <FieldFrame field={props}>
      {plain() ? (
        <Input field={props} />
      ) : (
        <div class="govuk-input__wrapper">
          {props.prefix !== undefined && <Affix kind="prefix" text={props.prefix} />}
          <Input field={props} />
          {props.suffix !== undefined && <Affix kind="suffix" text={props.suffix} />}
        </div>
      )}
    </FieldFrame>
  );
}

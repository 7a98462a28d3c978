import "../../look/form.scss";
import { For } from "solid-js";
import { partsOfText, type DateParts } from "./date-parts.ts";
import { FieldsetFrame, idOf, type FieldProps } from "./field-frame.tsx";

type DateFieldProps = FieldProps & {
  value: DateParts;
  onChange: (value: DateParts) => void;
};

const boxes = [
  { part: "day", label: "Day", width: 2 },
  { part: "month", label: "Month", width: 2 },
  { part: "year", label: "Year", width: 4 },
] as const;

/** A date that one knows, typed in three boxes; a whole date pasted into any of them fills all three. */
export function DateField(props: DateFieldProps) {
  const onPaste = (event: ClipboardEvent) => {
    const parts = partsOfText(event.clipboardData?.getData("text") ?? "");
    if (parts === undefined) return;
    event.preventDefault();
    props.onChange(parts);
  };
  return (
    <FieldsetFrame field={props} role="group">
      <div class="govuk-date-input" onPaste={onPaste}>
        <For each={boxes}>
          {(box) => (
            <div class="govuk-date-input__item">
              <div class="govuk-form-group">
                <label
                  class="govuk-label govuk-date-input__label"
                  for={`${idOf(props)}-${box.part}`}
                >
                  {box.label}
                </label>
                <input
                  class={`govuk-input govuk-date-input__input govuk-input--width-${box.width}`}
                  classList={{ "govuk-input--error": props.error !== undefined }}
                  id={`${idOf(props)}-${box.part}`}
                  name={`${props.name}-${box.part}`}
                  type="text"
                  inputmode={box.part === "month" ? "text" : "numeric"}
                  value={props.value[box.part]}
                  aria-invalid={props.error === undefined ? undefined : "true"}
                  onInput={(event) =>
                    props.onChange({ ...props.value, [box.part]: event.currentTarget.value })
                  }
                />
              </div>
            </div>
          )}
        </For>
      </div>
    </FieldsetFrame>
  );
}

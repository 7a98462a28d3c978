import "../../look/form.scss";
import { ErrorMessage, describedBy, idOf, type FieldProps } from "./field-frame.tsx";

type CheckProps = FieldProps & { value: boolean; onChange: (value: boolean) => void };

/** One thing that is so or is not. */
export function Check(props: CheckProps) {
  return (
    <div
      class="govuk-form-group"
      classList={{ "govuk-form-group--error": props.error !== undefined }}
    >
      {props.error !== undefined && (
        <ErrorMessage id={`${idOf(props)}-error`}>{props.error}</ErrorMessage>
      )}
      <div class="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id={idOf(props)}
            name={props.name}
            checked={props.value}
            aria-describedby={describedBy(props)}
            onChange={(event) => props.onChange(event.currentTarget.checked)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={idOf(props)}>
            {props.label}
          </label>
          {props.hint !== undefined && (
            <div class="govuk-hint govuk-checkboxes__hint" id={`${idOf(props)}-hint`}>
              {props.hint}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

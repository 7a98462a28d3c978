import "../../look/form.scss";
import { describedBy, FieldFrame, idOf, type FieldProps } from "./field-frame.tsx";

type FileFieldProps = FieldProps & {
  value: File | undefined;
  onChange: (value: File | undefined) => void;
  /** As the `accept` attribute: '.csv,.gz'. */
  accept?: string | undefined;
};

/** One file, chosen or dropped on the field. */
export function FileField(props: FileFieldProps) {
  return (
    <FieldFrame field={props}>
      <input
        class="a-file"
        classList={{ "a-file--error": props.error !== undefined }}
        type="file"
        id={idOf(props)}
        name={props.name}
        accept={props.accept}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : "true"}
        onChange={(event) => props.onChange(event.currentTarget.files?.[0])}
      />
    </FieldFrame>
  );
}

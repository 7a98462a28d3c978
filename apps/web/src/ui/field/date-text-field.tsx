import { TextField, type TextFieldProps } from "./text-field.tsx";

type DateTextFieldProps = Omit<
  TextFieldProps,
  "type" | "inputMode" | "width" | "prefix" | "suffix"
>;

/** A date in one line, for forms with several. Read it with `isoOfText`, which takes most ways of writing a day. */
export function DateTextField(props: DateTextFieldProps) {
  return <TextField {...props} width={20} hint={props.hint ?? "For example, 27 3 2027"} />;
}

import { Radios, TextArea, type FormState } from "../../../ui/index.ts";

export type Declining = { readonly reason: string; readonly text: string };

export const noDeclining: Declining = { reason: "", text: "" };

export const checkDeclining = ({ reason, text }: Declining) => ({
  reason: reason === "" ? "Choose a reason" : undefined,
  text: text.trim() === "" ? "Say why in a sentence" : undefined,
});

/** Why not: a reason of the list, and words of one's own. */
export function DeclineFields(props: {
  form: FormState<Declining>;
  reasons: readonly { readonly code: string; readonly label: string }[];
}) {
  return (
    <>
      <Radios
        label="Reason"
        choices={props.reasons.map(({ code, label }) => ({ value: code, label }))}
        {...props.form.field("reason")}
      />
      <TextArea label="In your own words" limit={1000} {...props.form.field("text")} />
    </>
  );
}

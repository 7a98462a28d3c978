import { api } from "../../../lib/api.ts";
import { createForm, Form, TextField } from "../../../ui/index.ts";
import type { JSX } from "solid-js";
import { sending } from "../sending.ts";

/** Asks for a code of the authenticator, or a recovery code; the server takes each once. */
export function CodeForm(props: { submitLabel: string; onProved: () => void; also?: JSX.Element }) {
  const form = createForm({
    initial: { code: "" },
    check: ({ code }) => ({ code: code.trim() === "" ? "Enter a code" : undefined }),
    submit: ({ code }) =>
      sending(
        async () => {
          await api.identity.proveSecondFactor.mutate({ code });
          props.onProved();
        },
        { "second-factor-refused": "code" },
      ),
  });
  return (
    <Form form={form} submitLabel={props.submitLabel} also={props.also} label="Second step">
      <TextField
        label="Code"
        hint="The 6 figures that your authenticator app shows for Alongside. Without the app, one of your recovery codes."
        autocomplete="one-time-code"
        spellcheck={false}
        width={20}
        {...form.field("code")}
      />
    </Form>
  );
}

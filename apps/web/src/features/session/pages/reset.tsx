import { createSignal, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { createForm, Form, Link, Page, Panel, TextField } from "../../../ui/index.ts";
import { sending } from "../sending.ts";

/** Asks for a link that sets a new password. The answer is the same for every address. */
export function AskForReset() {
  const [sent, setSent] = createSignal<string>();
  const form = createForm({
    initial: { email: "" },
    check: ({ email }) => ({
      email: email.trim() === "" ? "Enter your e-mail address" : undefined,
    }),
    submit: ({ email }) =>
      sending(async () => {
        await api.identity.requestReset.mutate({ email });
        setSent(email.trim());
      }),
  });
  return (
    <Show
      when={sent()}
      fallback={
        <Page title="Set a new password" error={form.problems().length > 0}>
          <Form form={form} submitLabel="Send the link" also={<Link href="/sign-in">Sign in</Link>}>
            <TextField
              label="E-mail address"
              hint="The one that you were invited with"
              type="email"
              autocomplete="username"
              spellcheck={false}
              {...form.field("email")}
            />
          </Form>
        </Page>
      }
    >
      {(email) => (
        <>
          <Panel title="Look into your mail">{`We have sent a mail to ${email()}.`}</Panel>
          <p class="govuk-body">
            If there is an account for the address, the mail has a link that works for one hour,
            once. If there is none, the mail says so. Your password stays as it is until you set
            another.
          </p>
          <p class="govuk-body">
            <Link href="/sign-in">Sign in</Link>
          </p>
        </>
      )}
    </Show>
  );
}

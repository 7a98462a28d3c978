import { createSignal, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { createForm, Form, NotificationBanner, Page, TextField } from "../../../ui/index.ts";
import { AccountTrail } from "../parts/account-trail.tsx";
import { checkPassword, NewPassword } from "../parts/password-fields.tsx";
import { sending } from "../sending.ts";

export function ChangePassword() {
  const [done, setDone] = createSignal(false);
  const form = createForm({
    initial: { current: "", password: "" },
    check: ({ current, password }) => ({
      current: current === "" ? "Enter your password" : undefined,
      password: checkPassword(password),
    }),
    submit: (values) =>
      sending(
        async () => {
          await api.identity.changePassword.mutate(values);
          setDone(true);
        },
        { "password-refused": "password", "sign-in-refused": "current" },
        { "sign-in-refused": "That is not your password" },
      ),
  });
  return (
    <Page
      title="Change your password"
      lead="Your other devices will be signed out."
      before={<AccountTrail />}
      error={form.problems().length > 0}
    >
      <Show
        when={!done()}
        fallback={<NotificationBanner kind="success" title="Your password is changed" />}
      >
        <Form form={form} submitLabel="Change the password">
          <TextField
            label="Your password now"
            type="password"
            autocomplete="current-password"
            {...form.field("current")}
          />
          <NewPassword label="New password" bound={form.field("password")} />
        </Form>
      </Show>
    </Page>
  );
}
